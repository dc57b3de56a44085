import type { CalendarDay } from "~/platform/clock/calendar-day";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
// No zone changes its clocks in between.
const stepMs = 15 * minuteMs;
const mostKept = 20_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** The day an instant falls on in a zone. */
export function zonedDay(at: Date, zone: string): CalendarDay {
  return new Date(at.getTime() + offsetAt(at.getTime(), zone)).toISOString().slice(0, 10);
}

/**
 * The instant at which the clocks of a zone show so many minutes after midnight, in milliseconds. A time they leave out in
 * spring is where they jump to; of a time they show twice in autumn it is the first.
 */
export function zonedInstant(day: CalendarDay, minutes: number, zone: string): number {
  const shown = Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
  const candidates = [shown - offsetAt(shown - dayMs, zone), shown - offsetAt(shown + dayMs, zone)];
  const exact = candidates.filter((at) => at + offsetAt(at, zone) === shown);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  if (zone === "UTC") return 0;
  const step = Math.floor(at / stepMs);
  const key = `${zone} ${step}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= mostKept) offsets.clear();
  const offset = readOffset(step * stepMs, zone);
  offsets.set(key, offset);
  return offset;
}

/** Asking the formatter costs as much as a page's worth of arithmetic, so what it said is kept. */
function readOffset(at: number, zone: string): number {
  const format = formats.get(zone) ?? formatFor(zone);
  formats.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year, month, day, hour, minute, second } = parts as Record<string, number>;
  const shown = Date.UTC(year!, month! - 1, day, hour, minute, second);
  return shown - at;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const two = "2-digit" as const;
  return new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", calendar: "gregory" },
    ...{ year: "numeric", month: two, day: two, hour: two, minute: two, second: two },
  });
}
