import { describe, expect, test } from "vitest";
import { archiveRail, currentRailEntry } from "./archive-rail";

const months = [
  "2026-11",
  "2026-10",
  "2026-09",
  "2026-08",
  "2026-06",
  "2026-05",
  "2026-02",
  "2026-01",
  "2025-12",
  "2025-03",
  "2020-07",
].map((month, at) => ({ month, count: at + 1 }));

describe("the rail of the changelog", () => {
  test("names six months, then the rest of that year, then years", () => {
    const rail = archiveRail(months).map(({ kind, month, count }) => [kind, month, count]);
    expect(rail.slice(0, 6).every(([kind]) => kind === "month")).toBe(true);
    expect(rail.slice(6)).toEqual([
      ["year-rest", "2026-02", 15],
      ["year", "2025-12", 19],
      ["year", "2020-07", 11],
    ]);
  });

  test("counts every entry once", () => {
    const all = months.reduce((sum, { count }) => sum + count, 0);
    expect(archiveRail(months).reduce((sum, { count }) => sum + count, 0)).toBe(all);
  });

  test("is empty when nothing was published", () => {
    expect(archiveRail([])).toEqual([]);
  });

  test("knows where a list stands", () => {
    const rail = archiveRail(months);
    expect(currentRailEntry(rail, "2026-10")?.month).toBe("2026-10");
    expect(currentRailEntry(rail, "2026-01")?.month).toBe("2026-02");
    expect(currentRailEntry(rail, "2025-03")?.month).toBe("2025-12");
    expect(currentRailEntry(rail, "2011-03")).toBe(null);
    expect(currentRailEntry(rail, null)).toBe(null);
  });
});
