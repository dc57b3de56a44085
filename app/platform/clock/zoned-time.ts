/** What a clock on the wall of some zone shows. */
export interface WallTime {
  /** "2026-11-29" */
  date: string;
  /** "09:30" */
  time: string;
}

/**
 * The instant meant by a wall time. "once" is the usual case. "twice": the clocks went back, it comes two times, and this is
 * the first. "never": the clocks went forward over it; `at` is the first instant after the gap.
 */
export interface Meant {
  comes: "once" | "twice" | "never";
  at: Date;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Null for what is no date or no time. Zones are IANA names. */
export function instantOf({ date, time }: WallTime, timeZone: string): Meant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}(:00)?$/.test(time)) return null;
  const asUtc = Date.parse(`${date}T${time.slice(0, 5)}:00Z`);
  // 30 February is no day, though a computer takes it for 2 March.
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(date)) return null;
  // No zone changes twice within two days, so these are the offsets before and after any change near it.
  const offsets = [asUtc - dayMs, asUtc + dayMs].map((at) => offsetMs(new Date(at), timeZone));
  const [before, after] = offsets as [number, number];
  const fitting = [before, after].filter((offset) => offsetMs(new Date(asUtc - offset), timeZone) === offset);
  if (fitting.length === 0) return { comes: "never", at: endOfGap(asUtc - after, asUtc - before, timeZone) };
  return {
    comes: fitting.length === 2 && before !== after ? "twice" : "once",
    // The larger offset is the earlier instant.
    at: new Date(asUtc - Math.max(...fitting)),
  };
}

/** The other way round: what the clocks there show at that instant. */
export function wallTimeOf(at: Date, timeZone: string): WallTime {
  const shown = new Date(at.getTime() + offsetMs(at, timeZone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** How far the clocks there are ahead of UTC. */
function offsetMs(at: Date, timeZone: string): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
      second: "2-digit",
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<string, number>;
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1_000) * 1_000;
}

/** Between two instants with different offsets lies one change: found to the minute. */
function endOfGap(from: number, to: number, timeZone: string): Date {
  const offsetBefore = offsetMs(new Date(from), timeZone);
  let [low, high] = [from, to];
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (offsetMs(new Date(middle), timeZone) === offsetBefore) low = middle;
    else high = middle;
  }
  return new Date(high);
}
