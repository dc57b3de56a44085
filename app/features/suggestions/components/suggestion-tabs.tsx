import { useText } from "~/platform/i18n/use-text";
import { Tabs } from "~/ui/primitives/tabs";
import { suggestionListPath } from "../paths";
import { type SuggestionView, suggestionTabs, type TabCounts } from "../view";
import { useTabCount } from "./use-tab-count";

export interface SuggestionTabsProps {
  view: SuggestionView;
  counts: TabCounts | null;
}

/** What stands where. "All" is offered among one's own, which are few. */
export function SuggestionTabs({ view, counts }: SuggestionTabsProps) {
  const t = useText("suggestions");
  const written = useTabCount(counts);
  const tabs =
    view.isMine || view.isVoted || view.isUnread || view.tab === "all"
      ? (["all", ...suggestionTabs] as const)
      : suggestionTabs;
  return (
    <Tabs
      label={t("tabs.label")}
      items={tabs.map((tab) => ({
        href: suggestionListPath({ ...view, tab, after: null }),
        label: t(`tabs.${tab}`),
        count: tab === "all" ? undefined : written(tab),
        isCurrent: tab === view.tab,
      }))}
    />
  );
}
