import { addDays, type CalendarDay } from "~/platform/clock/calendar-day";
import { weekdayOf, zonedDay, zonedInstant } from "./zoned-instant";

/** When the team is there. Days are those of ISO 8601: 1 is Monday. */
export interface WorkingHours {
  /** IANA name of the zone the clock times are read in. */
  zone: string;
  days: readonly number[];
  /** Minutes since midnight; `to` is later than `from`. */
  from: number;
  to: number;
  /** Days on which nobody is there, as "2026-12-25". */
  holidays: readonly string[];
}

interface Span {
  start: number;
  end: number;
}

// A week has an open day, so this passes any row of holidays anybody would write down.
const mostDays = 800;

/** When so many milliseconds of working time have passed since an instant. Null hours is the whole day, every day. */
export function afterWorking(since: Date, work: number, hours: WorkingHours | null): Date {
  if (!hours) return new Date(since.getTime() + work);
  let left = work;
  let last = since.getTime();
  for (const { start, end } of spansFrom(since, hours, 1)) {
    const begins = Math.max(start, since.getTime());
    if (end <= begins) continue;
    if (left <= end - begins) return new Date(begins + left);
    left -= end - begins;
    last = end;
  }
  return new Date(last + left);
}

/**
 * The latest instant of which `afterWorking` says that it was due by `now`: what waits since then or longer is late. One
 * instant instead of a due time for each row lets a database find what is late by its index.
 */
export function beforeWorking(now: Date, work: number, hours: WorkingHours | null): Date {
  if (!hours) return new Date(now.getTime() - work);
  let left = work;
  let last = now.getTime();
  for (const { start, end } of spansFrom(now, hours, -1)) {
    const stops = Math.min(end, now.getTime());
    if (stops <= start) continue;
    // A whole span exactly used up began to run at its opening, and for whoever came while it was closed before it.
    if (left < stops - start) return new Date(stops - left);
    left -= stops - start;
    last = start;
    if (left === 0) return new Date(start);
  }
  return new Date(last - left);
}

/** Milliseconds of working time between two instants; 0 when the second is not later. */
export function workingBetween(from: Date, to: Date, hours: WorkingHours | null): number {
  if (to <= from) return 0;
  if (!hours) return to.getTime() - from.getTime();
  let worked = 0;
  for (const { start, end } of spansFrom(from, hours, 1)) {
    if (start >= to.getTime()) break;
    worked += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
  }
  return worked;
}

/** Working time of one day after another, from the day of an instant on or back. A day whose clock jumps is as long as it is. */
function* spansFrom(at: Date, hours: WorkingHours, step: 1 | -1): Generator<Span> {
  const closed = new Set(hours.holidays);
  let day: CalendarDay = zonedDay(at, hours.zone);
  for (let count = 0; count < mostDays; count++, day = addDays(day, step)) {
    if (!hours.days.includes(weekdayOf(day)) || closed.has(day)) continue;
    const start = zonedInstant(day, hours.from, hours.zone);
    const end = zonedInstant(day, hours.to, hours.zone);
    if (end > start) yield { start, end };
  }
}
