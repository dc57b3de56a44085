export interface MonthCount {
  /** "2026-11" */
  month: string;
  count: number;
}

export interface RailEntry {
  kind: "month" | "year" | "year-rest";
  /** Where the list begins: the month itself, or the newest one of the year. */
  month: string;
  /** The first day of that month, for writing its name. */
  date: Date;
  count: number;
}

const monthsNamed = 6;

/** The way into the past: the newest months one by one, then what is left of that year, then year by year. */
export function archiveRail(months: readonly MonthCount[]): RailEntry[] {
  const named = months.slice(0, monthsNamed);
  const entries = named.map(({ month, count }) => entry("month", month, count));
  const lastNamedYear = named.at(-1)?.month.slice(0, 4);
  for (const { month, count } of months.slice(monthsNamed)) {
    const last = entries.at(-1)!;
    const year = month.slice(0, 4);
    if (last.kind !== "month" && last.month.startsWith(year)) last.count += count;
    else entries.push(entry(year === lastNamedYear ? "year-rest" : "year", month, count));
  }
  return entries;
}

/** The part of the rail a list that begins with this month stands in. */
export function currentRailEntry(rail: readonly RailEntry[], month: string | null): RailEntry | null {
  if (!month) return null;
  return (
    rail.find((each) => (each.kind === "month" ? each.month === month : isSameYear(each.month, month))) ??
    null
  );
}

function entry(kind: RailEntry["kind"], month: string, count: number): RailEntry {
  const [year, number] = month.split("-").map(Number);
  return { kind, month, count, date: new Date(Date.UTC(year!, number! - 1, 1)) };
}

function isSameYear(month: string, other: string): boolean {
  return month.slice(0, 4) === other.slice(0, 4);
}
