import { describe, expect, test } from "vitest";
import { type DateView, writeDate } from "./dates";

const now = new Date("2026-11-22T15:00:00Z");
const english: DateView = { locale: "en", timeZone: "UTC", now };
const chinese: DateView = { locale: "zh-CN", timeZone: "UTC", now };

describe("a date", () => {
  const at = new Date("2026-11-22T14:05:00Z");

  test("is written the way its readers write it", () => {
    expect(writeDate(at, "moment", english)).toBe("22 Nov, 14:05");
    expect(writeDate(at, "moment", chinese)).toBe("11月22日 14:05");
    expect(writeDate(at, "day", english)).toBe("22 Nov");
    expect(writeDate(at, "day", chinese)).toBe("11月22日");
    expect(writeDate(at, "month", english)).toBe("November 2026");
  });

  test("in a letter says its zone while it is not the reader's own", () => {
    expect(writeDate(at, "exact", english)).toBe("22 Nov, 14:05 UTC");
    expect(writeDate(at, "exact", { ...english, timeZone: "Europe/Berlin" })).toBe("22 Nov, 15:05");
  });

  test("in another year names the year", () => {
    expect(writeDate(new Date("2025-03-03T09:00:00Z"), "day", english)).toBe("3 Mar 2025");
  });

  test("in full says its zone when that is not the reader's own", () => {
    expect(writeDate(at, "full", english)).toBe("22 November 2026 at 14:05 UTC");
    expect(writeDate(at, "full", { ...english, timeZone: "Asia/Shanghai" })).toBe(
      "22 November 2026 at 22:05",
    );
  });
});

describe("a distance", () => {
  const ago = (iso: string, view = english) => writeDate(new Date(iso), "relative", view);

  test("is counted in minutes, then hours, then calendar days, then becomes a date", () => {
    expect(ago("2026-11-22T14:59:40Z")).toBe("now");
    expect(ago("2026-11-22T14:20:00Z")).toBe("40 min ago");
    expect(ago("2026-11-22T12:00:00Z")).toBe("3 hr ago");
    expect(ago("2026-11-21T10:00:00Z")).toBe("yesterday");
    expect(ago("2026-11-20T23:00:00Z")).toBe("2 days ago");
    expect(ago("2026-11-15T15:00:00Z")).toBe("15 Nov");
  });

  test("across midnight stays in hours while it is fresh", () => {
    const night = { ...english, now: new Date("2026-11-22T01:00:00Z") };
    expect(ago("2026-11-21T23:00:00Z", night)).toBe("2 hr ago");
  });

  test("ahead is counted too", () => {
    expect(ago("2026-11-22T15:38:00Z")).toBe("in 38 min");
  });

  test("is counted on the reader's calendar", () => {
    const shanghai = { ...english, timeZone: "Asia/Shanghai" };
    expect(ago("2026-11-21T15:30:00Z", shanghai)).toBe("yesterday");
    expect(ago("2026-11-20T16:30:00Z", shanghai)).toBe("yesterday");
    expect(writeDate(new Date("2025-12-31T17:00:00Z"), "day", shanghai)).toBe("1 Jan");
    expect(writeDate(new Date("2025-12-31T17:00:00Z"), "day", english)).toBe("31 Dec 2025");
  });

  test("is spoken in Chinese", () => {
    expect(ago("2026-11-22T14:20:00Z", chinese)).toBe("40分钟前");
    expect(ago("2026-11-20T15:00:00Z", chinese)).toBe("前天");
  });
});
