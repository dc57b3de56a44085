import { useLocale, useText } from "~/platform/i18n/use-text";
import { writeNumber } from "~/ui/primitives/number";
import { mostCounted, type TabCounts } from "../view";

/** Writes how many stand under a tab: "128", "1,000+" where counting ended, nothing where nobody counted. */
export function useTabCount(counts: TabCounts | null): (tab: keyof TabCounts) => string {
  const t = useText("suggestions");
  const locale = useLocale();
  return (tab) => {
    if (!counts) return "";
    const count = counts[tab];
    return count < mostCounted ? writeNumber(locale, count) : t("manyCount", { count });
  };
}
