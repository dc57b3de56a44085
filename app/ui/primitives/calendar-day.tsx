import { useLocale } from "~/platform/i18n/use-text";
import { writeCalendarDay } from "./dates";

/** A day of the calendar, "2026-06-30", in words. It is the same day for every reader, wherever they are. */
export function CalendarDay({ day }: { day: string }) {
  return <time dateTime={day}>{writeCalendarDay(day, useLocale())}</time>;
}
