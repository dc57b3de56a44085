import { describe, expect, test } from "vitest";
import { instantOf, wallTimeOf } from "./zoned-time";

const at = (date: string, time: string, zone: string) => instantOf({ date, time }, zone);
const meant = (comes: string, instant: string) => ({ comes, at: new Date(instant) });

describe("a wall time of a zone as an instant", () => {
  test("usually comes once", () => {
    expect(at("2026-11-29", "09:30", "Asia/Shanghai")).toEqual(meant("once", "2026-11-29T01:30:00Z"));
    expect(at("2026-07-01", "09:30", "America/New_York")).toEqual(meant("once", "2026-07-01T13:30:00Z"));
    expect(at("2026-11-29", "00:00", "Asia/Kathmandu")).toEqual(meant("once", "2026-11-28T18:15:00Z"));
    expect(at("2026-11-29", "09:30:00", "UTC")).toEqual(meant("once", "2026-11-29T09:30:00Z"));
  });

  test("never comes when the clocks go forward over it, and what comes next is named", () => {
    expect(at("2026-03-29", "02:30", "Europe/Berlin")).toEqual(meant("never", "2026-03-29T01:00:00Z"));
    expect(wallTimeOf(new Date("2026-03-29T01:00:00Z"), "Europe/Berlin").time).toBe("03:00");
    expect(at("2026-10-04", "02:15", "Australia/Lord_Howe")).toEqual(meant("never", "2026-10-03T15:30:00Z"));
    // The whole day was left out when Samoa went over the date line.
    expect(at("2011-12-30", "12:00", "Pacific/Apia")).toEqual(meant("never", "2011-12-30T10:00:00Z"));
  });

  test("comes twice when the clocks go back, and the first is meant", () => {
    expect(at("2026-10-25", "02:30", "Europe/Berlin")).toEqual(meant("twice", "2026-10-25T00:30:00Z"));
    expect(at("2026-11-01", "01:59", "America/New_York")).toEqual(meant("twice", "2026-11-01T05:59:00Z"));
  });

  test("at the edges of a change comes once", () => {
    expect(at("2026-03-29", "03:00", "Europe/Berlin")).toEqual(meant("once", "2026-03-29T01:00:00Z"));
    expect(at("2026-10-25", "03:00", "Europe/Berlin")).toEqual(meant("once", "2026-10-25T02:00:00Z"));
    expect(at("2026-10-25", "01:59", "Europe/Berlin")).toEqual(meant("once", "2026-10-24T23:59:00Z"));
  });

  test("what is no date or no time is nothing", () => {
    for (const [date, time] of [
      ["2026-02-30", "09:00"],
      ["2026-13-01", "09:00"],
      ["2026-11-29", "24:10"],
      ["29.11.2026", "09:00"],
      ["2026-11-29", "9"],
      ["", ""],
    ] as const)
      expect(at(date, time, "UTC")).toBeNull();
  });
});

test("what is shown in a zone means the same instant again", () => {
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const instant = new Date("2026-11-29T12:34:00Z");
    expect(instantOf(wallTimeOf(instant, zone), zone)?.at).toEqual(instant);
  }
});
