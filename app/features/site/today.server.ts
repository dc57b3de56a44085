import { type CalendarDay, calendarDayAt } from "~/platform/clock/calendar-day";
import { readSite } from "./settings.server";

/** The day it is where the site is. */
export async function readToday(ctx: Parameters<typeof readSite>[0]): Promise<CalendarDay> {
  const { timeZone } = await readSite(ctx);
  return calendarDayAt(ctx.clock.now(), timeZone);
}
