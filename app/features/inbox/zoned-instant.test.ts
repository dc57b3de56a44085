import { expect, test } from "vitest";
import { weekdayOf, zonedDay, zonedInstant } from "./zoned-instant";

const shown = (day: string, hours: number, zone: string) =>
  new Date(zonedInstant(day, hours * 60, zone)).toISOString();

test("a clock time of a zone is an instant, in winter and in summer", () => {
  expect(shown("2026-01-15", 9, "Europe/Berlin")).toBe("2026-01-15T08:00:00.000Z");
  expect(shown("2026-07-15", 9, "Europe/Berlin")).toBe("2026-07-15T07:00:00.000Z");
  expect(shown("2026-07-15", 9, "Asia/Shanghai")).toBe("2026-07-15T01:00:00.000Z");
  expect(shown("2026-07-15", 9, "Asia/Kolkata")).toBe("2026-07-15T03:30:00.000Z");
  expect(shown("2026-07-15", 9, "America/New_York")).toBe("2026-07-15T13:00:00.000Z");
  expect(shown("2026-07-15", 24, "UTC")).toBe("2026-07-16T00:00:00.000Z");
});

test("a time the clocks leave out is where they jump to, of a time shown twice it is the first", () => {
  expect(shown("2026-03-29", 2.5, "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
  expect(shown("2026-10-25", 2.5, "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
  expect(shown("2026-03-29", 3, "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
});

test("an instant falls on the day the zone's calendar shows", () => {
  expect(zonedDay(new Date("2026-05-01T23:30:00Z"), "Asia/Shanghai")).toBe("2026-05-02");
  expect(zonedDay(new Date("2026-05-01T03:30:00Z"), "America/Los_Angeles")).toBe("2026-04-30");
  expect(zonedDay(new Date("2026-05-01T23:30:00.999Z"), "UTC")).toBe("2026-05-01");
});

test("a week begins on Monday", () => {
  expect([weekdayOf("2026-11-30"), weekdayOf("2026-12-06")]).toEqual([1, 7]);
});
