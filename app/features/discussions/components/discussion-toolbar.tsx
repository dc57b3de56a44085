import { type Area, areaName } from "~/features/site/area";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ChipLinks } from "~/ui/primitives/chip-links";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Select } from "~/ui/primitives/select";
import { discussionListPath, discussionsPath } from "../paths";
import { discussionSorts, type DiscussionView, statusGroups } from "../view";

export interface DiscussionToolbarProps {
  view: DiscussionView;
  areas: readonly Area[];
}

/** Areas, status and order. Every choice starts at its first page. */
export function DiscussionToolbar({ view, areas }: DiscussionToolbarProps) {
  const t = useText("discussions");
  const locale = useLocale();
  const from = { ...view, after: null };
  return (
    <div className="toolbar">
      <ChipLinks
        label={t("filters.area")}
        items={[
          {
            href: discussionListPath({ ...from, area: null }),
            label: t("filters.allAreas"),
            isCurrent: view.area === null,
          },
          ...areas.map((area) => ({
            href: discussionListPath({ ...from, area: area.slug }),
            label: areaName(area, locale),
            isCurrent: view.area === area.slug,
          })),
          ...(view.tag
            ? [
                {
                  href: discussionListPath({ ...from, tag: null }),
                  label: t("filters.tag", { tag: view.tag }),
                  isCurrent: true,
                },
              ]
            : []),
        ]}
      />
      <form className="push cluster" action={discussionsPath}>
        <HiddenFields
          values={{
            following: view.isFollowed ? 1 : null,
            unread: view.isUnread ? 1 : null,
            kind: view.kind,
            area: view.area,
            tag: view.tag,
          }}
        />
        <label className="sr-only" htmlFor="status">
          {t("filters.status")}
        </label>
        <Select
          id="status"
          name="status"
          defaultValue={view.status ?? ""}
          data-auto-submit
          options={[
            { value: "", label: t("filters.anyStatus") },
            ...statusGroups.map((group) => ({ value: group, label: t(`filters.statuses.${group}`) })),
          ]}
        />
        <label className="sr-only" htmlFor="sort">
          {t("filters.sort")}
        </label>
        <Select
          id="sort"
          name="sort"
          defaultValue={view.sort}
          data-auto-submit
          options={discussionSorts.map((sort) => ({ value: sort, label: t(`filters.sorts.${sort}`) }))}
        />
        <Button className="without-script">{t("filters.apply")}</Button>
      </form>
    </div>
  );
}
