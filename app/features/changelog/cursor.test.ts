import { describe, expect, test } from "vitest";
import { endOfMonth, readCursor, writeCursor } from "./cursor";

describe("a place in the changelog", () => {
  test("survives being written into an address", () => {
    const cursor = { publishedAt: new Date("2026-11-22T14:05:00.123Z"), id: 42 };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  test("is the first page when the address is invented", () => {
    for (const text of [null, "", "x", "1-", "-1", "1-2-3", "99999999999999999-1", "1-1 OR 1=1"])
      expect(readCursor(text)).toBe(null);
  });

  test("may be a month", () => {
    expect(endOfMonth("2026-12")).toEqual(new Date("2027-01-01T00:00:00Z"));
    for (const text of [null, "2026-13", "2026", "26-01", "2026-1"]) expect(endOfMonth(text)).toBe(null);
  });
});
