import { useLocale, useText } from "~/platform/i18n/use-text";
import { SideLinks } from "~/ui/patterns/side-links";
import { writeNumber } from "~/ui/primitives/number";
import type { Label } from "../announcement";
import { archiveRail, currentRailEntry, type MonthCount, type RailEntry } from "../archive-rail";
import { changelogListPath } from "../paths";

export interface ChangelogMonthsProps {
  months: readonly MonthCount[];
  labels: readonly Label[];
  /** Month of the first entry shown. */
  shown: string | null;
}

/** The way into the past, month by month and then year by year, keeping the filter. */
export function ChangelogMonths({ months, labels, shown }: ChangelogMonthsProps) {
  const t = useText("changelog");
  const locale = useLocale();
  const rail = archiveRail(months);
  const current = currentRailEntry(rail, shown);
  return (
    <SideLinks
      label={t("rail.label")}
      items={rail.map((entry) => ({
        href: changelogListPath({ labels, month: entry.month }),
        label: nameOf(entry),
        isCurrent: entry === current,
        end: writeNumber(locale, entry.count),
      }))}
    />
  );

  function nameOf({ kind, date }: RailEntry): string {
    const year = String(date.getUTCFullYear());
    if (kind === "month") return t("rail.month", { date });
    return kind === "year" ? t("rail.year", { year }) : t("rail.yearRest", { year });
  }
}
