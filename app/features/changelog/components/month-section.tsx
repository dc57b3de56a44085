import { useText } from "~/platform/i18n/use-text";
import type { AnnouncementEntry as Entry } from "../listing.server";
import { AnnouncementEntry } from "./announcement-entry";

export interface MonthSectionProps {
  /** "2026-11" */
  month: string;
  entries: readonly Entry[];
  now: Date;
}

export function MonthSection({ month, entries, now }: MonthSectionProps) {
  const t = useText("changelog");
  return (
    <>
      <h2 className="month" id={`m-${month}`}>
        {t("rail.month", { date: new Date(`${month}-01T00:00:00Z`) })}
      </h2>
      {entries.map((entry) => (
        <AnnouncementEntry key={entry.id} entry={entry} now={now} />
      ))}
    </>
  );
}
