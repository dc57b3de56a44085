import { useText } from "~/platform/i18n/use-text";
import { mostCounted } from "../tag";

/** "12 topics", up to "1,000+ topics". */
export function useTagCount(): (count: number) => string {
  const t = useText("tags");
  return (count) => (count >= mostCounted ? t("many", { count: mostCounted }) : t("count", { count }));
}
