import { describe, expect, test } from "vitest";
import { addDays, calendarDayAt, daysBetween, readCalendarDay } from "./calendar-day";

describe("a day of the calendar", () => {
  test("begins and ends where the zone says", () => {
    const at = new Date("2026-06-30T15:59:59.999Z");
    expect(calendarDayAt(at, "Asia/Shanghai")).toBe("2026-06-30");
    expect(calendarDayAt(new Date(at.getTime() + 1), "Asia/Shanghai")).toBe("2026-07-01");
    expect(calendarDayAt(at, "UTC")).toBe("2026-06-30");
  });

  test("is another one at the two ends of the world", () => {
    const at = new Date("2026-01-01T10:30:00Z");
    expect(calendarDayAt(at, "Pacific/Kiritimati")).toBe("2026-01-02");
    expect(calendarDayAt(at, "Pacific/Pago_Pago")).toBe("2025-12-31");
  });

  test("has 23 or 25 hours where clocks are changed, and is one day all the same", () => {
    for (const [day, from, to] of [
      ["2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z"],
      ["2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z"],
    ] as const) {
      expect(calendarDayAt(new Date(from), "Europe/Berlin")).toBe(day);
      expect(calendarDayAt(new Date(to), "Europe/Berlin")).toBe(day);
      expect(calendarDayAt(new Date(Date.parse(to) + 1_000), "Europe/Berlin")).toBe(addDays(day, 1));
    }
  });

  test("is read only when there is such a day", () => {
    expect(readCalendarDay("2028-02-29")).toBe("2028-02-29");
    for (const text of [
      "2026-02-29",
      "2026-13-01",
      "2026-6-3",
      "0000-00-00",
      "30.06.2026",
      "",
      "2026-06-30T00",
    ])
      expect(readCalendarDay(text)).toBe(null);
  });

  test("counts on over months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(daysBetween("2026-06-30", "2026-07-14")).toBe(14);
    expect(daysBetween("2026-07-14", "2026-06-30")).toBe(-14);
  });
});
