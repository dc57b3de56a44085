import type { Area } from "~/features/site/area";
import { areaName } from "~/features/site/area";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ChipLinks } from "~/ui/primitives/chip-links";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Segments } from "~/ui/primitives/segments";
import { Select } from "~/ui/primitives/select";
import { suggestionListPath, suggestionsPath } from "../paths";
import { firstTab, suggestionSorts, type SuggestionView } from "../view";

export interface SuggestionToolbarProps {
  view: SuggestionView;
  areas: readonly Area[];
  isSignedIn: boolean;
}

/** Order and filters of the list. Every choice starts at its first page. */
export function SuggestionToolbar({ view, areas, isSignedIn }: SuggestionToolbarProps) {
  const t = useText("suggestions");
  const locale = useLocale();
  const from = { ...view, after: null };
  const { tab, sort, isMine, isVoted, isUnread } = view;
  return (
    <div className="toolbar">
      <div className="cluster">
        <Segments
          label={t("sorts.label")}
          items={suggestionSorts.map((each) => ({
            href: suggestionListPath({ ...from, sort: each }),
            label: t(`sorts.${each}`),
            isCurrent: each === sort,
          }))}
        />
        {isSignedIn && (
          <ChipLinks
            label={t("filters.own")}
            items={[
              {
                href: suggestionListPath({
                  sort,
                  area: view.area,
                  isUnread: !isUnread,
                  tab: isUnread ? "open" : "all",
                }),
                label: t("filters.unread"),
                isCurrent: isUnread,
              },
              {
                href: suggestionListPath({
                  sort,
                  area: view.area,
                  isMine: !isMine,
                  tab: isMine ? "open" : "all",
                }),
                label: t("filters.mine"),
                isCurrent: isMine,
              },
              {
                href: suggestionListPath({
                  sort,
                  area: view.area,
                  isVoted: !isVoted,
                  tab: isVoted ? "open" : "all",
                }),
                label: t("filters.voted"),
                isCurrent: isVoted,
              },
            ]}
          />
        )}
        {view.tag && (
          <ChipLinks
            label={t("filters.tag")}
            items={[
              {
                href: suggestionListPath({ ...from, tag: null }),
                label: t("filters.tagged", { tag: view.tag }),
                isCurrent: true,
              },
            ]}
          />
        )}
      </div>
      <form className="push cluster" action={suggestionsPath}>
        <HiddenFields
          values={{
            status: tab === firstTab(view) ? null : tab,
            sort: sort === "trending" ? null : sort,
            tag: view.tag,
            mine: isMine ? 1 : isVoted ? "voted" : null,
            unread: isUnread ? 1 : null,
          }}
        />
        <label className="sr-only" htmlFor="area">
          {t("filters.area")}
        </label>
        <Select
          id="area"
          name="area"
          defaultValue={view.area ?? ""}
          data-auto-submit
          options={[
            { value: "", label: t("filters.allAreas") },
            ...areas.map((area) => ({ value: area.slug, label: areaName(area, locale) })),
          ]}
        />
        <Button className="without-script">{t("filters.apply")}</Button>
      </form>
    </div>
  );
}
