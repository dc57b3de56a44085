/**
 * How an instant is written: a day, a day with the clock, the clock alone while it is today, the day with clock and zone,
 * everything, or the distance from now.
 */
export type DateForm = "day" | "moment" | "clock" | "exact" | "full" | "relative" | "month";

export interface DateView {
  /** Language of the page: "en" or "zh-CN". */
  locale: string;
  timeZone: string;
  now: Date;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const daysSpokenOf = 7;

const made = new Map<string, Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

/** Pure wording of an instant. Server and browser share it, so a page does not change its tone when the script comes. */
export function writeDate(at: Date, form: DateForm, view: DateView): string {
  if (form === "relative") return writeDistance(at, view);
  if (form === "full")
    return dateFormat(view, { dateStyle: "long", timeStyle: "short" }).format(at) + zoneSuffix(view);
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  if (form === "clock" && calendarDay(at, view) === calendarDay(view.now, view))
    return dateFormat(view, clock).format(at);
  const year = isSameYear(at, view) ? undefined : "numeric";
  if (form === "month") return dateFormat(view, { month: "long", year: "numeric" }).format(at);
  if (form === "day") return dateFormat(view, { day: "numeric", month: "short", year }).format(at);
  const parts = { day: "numeric", month: "short", year, ...clock } as const;
  const moment = dateFormat(view, parts).format(at);
  return form === "exact" ? moment + zoneSuffix(view) : moment;
}

/** A day such as "2026-06-30", which belongs to no zone, always with its year. */
export function writeCalendarDay(day: string, locale: string): string {
  const view = { locale, timeZone: "UTC", now: new Date(0) };
  return dateFormat(view, { dateStyle: "long" }).format(new Date(`${day}T00:00:00Z`));
}

function writeDistance(at: Date, view: DateView): string {
  const ms = at.getTime() - view.now.getTime();
  const days = calendarDay(at, view) - calendarDay(view.now, view);
  if (Math.abs(ms) < minuteMs) return relativeFormat(view).format(0, "second");
  if (Math.abs(ms) < hourMs) return relativeFormat(view).format(Math.trunc(ms / minuteMs), "minute");
  if (days === 0 || Math.abs(ms) < dayMs / 2)
    return relativeFormat(view).format(Math.trunc(ms / hourMs), "hour");
  if (Math.abs(days) < daysSpokenOf) return relativeFormat(view).format(days, "day");
  return writeDate(at, "day", view);
}

function calendarDay(at: Date, view: DateView): number {
  const [year, month, day] = calendarOf(at, view);
  return Date.UTC(year, month - 1, day) / dayMs;
}

function isSameYear(at: Date, view: DateView): boolean {
  return calendarOf(at, view)[0] === calendarOf(view.now, view)[0];
}

/** Year, month and day where the reader is. The server writes UTC, and a list has fifty dates: those need no formatter. */
function calendarOf(at: Date, view: DateView): [year: number, month: number, day: number] {
  if (view.timeZone === "UTC") return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  const numeric = { year: "numeric", month: "numeric", day: "numeric" } as const;
  const [day, month, year] = dateFormat({ ...view, locale: "en" }, numeric)
    .format(at)
    .split("/")
    .map(Number);
  return [year ?? 0, month ?? 1, day ?? 1];
}

/** UTC is said aloud, because nobody's clock shows it; a reader's own zone goes without saying. */
function zoneSuffix({ timeZone }: DateView): string {
  return timeZone === "UTC" ? " UTC" : "";
}

function dateFormat(
  { locale, timeZone }: DateView,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const known = made.get(key) as Intl.DateTimeFormat | undefined;
  const format = known ?? new Intl.DateTimeFormat(regionOf(locale), { ...options, timeZone });
  made.set(key, format);
  return format;
}

function relativeFormat({ locale }: DateView): Intl.RelativeTimeFormat {
  const known = made.get(locale) as Intl.RelativeTimeFormat | undefined;
  const format = known ?? new Intl.RelativeTimeFormat(regionOf(locale), { numeric: "auto", style: "short" });
  made.set(locale, format);
  return format;
}

/** English here is the international kind: day before month, twenty-four hours. */
function regionOf(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}
