import { useLocale, useText } from "~/platform/i18n/use-text";
import { writeNumber } from "~/ui/primitives/number";
import { mostCounted } from "../community-figures";

/** Writes a bounded count: "38", and "1,000+" where counting ended. */
export function useCountText(): (count: number) => string {
  const t = useText("home");
  const locale = useLocale();
  return (count) => (count < mostCounted ? writeNumber(locale, count) : t("figures.atLeast", { count }));
}
