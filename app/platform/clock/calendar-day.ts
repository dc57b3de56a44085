/** A day of the calendar such as "2026-06-30". Written like this, days compare and sort as texts. */
export type CalendarDay = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const made = new Map<string, Intl.DateTimeFormat>();

/** The day it is in a zone at an instant. */
export function calendarDayAt(at: Date, timeZone: string): CalendarDay {
  const parts = formatFor(timeZone).formatToParts(at);
  const part = (type: "year" | "month" | "day") => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** Null for a text that names no day there is: "2026-02-30". */
export function readCalendarDay(text: string): CalendarDay | null {
  const [, year, month, day] = shape.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return instant.toISOString().slice(0, 10) === text ? text : null;
}

export function addDays(day: CalendarDay, count: number): CalendarDay {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + count);
  return instant.toISOString().slice(0, 10);
}

/** Days from one to the other; negative when the other is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = made.get(timeZone);
  const numeric = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const format = known ?? new Intl.DateTimeFormat("en-GB", { ...numeric, timeZone });
  made.set(timeZone, format);
  return format;
}
