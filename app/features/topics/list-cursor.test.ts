import fc from "fast-check";
import { expect, test } from "vitest";
import { readCursor, type TopicSort, topicSorts, writeCursor } from "./list-cursor";

test("a cursor read is the cursor written, in every order", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(), (key, id) => {
      expect(readCursor(writeCursor({ key, id }), "trending")).toEqual({ key: key === 0 ? 0 : key, id });
    }),
  );
  const at = { key: new Date("2026-11-23T09:00:00.123Z"), id: 7 };
  expect(readCursor(writeCursor(at), "active")).toEqual(at);
});

test.each([
  "",
  "abc",
  "1",
  "_1",
  "1_",
  "1_x",
  "NaN_1",
  "1e999_1",
  "1_2_3",
  "' OR 1=1 --_1",
  "1".repeat(50) + "_1",
])("%j begins the list at its beginning", (text) => {
  for (const sort of topicSorts satisfies readonly TopicSort[]) expect(readCursor(text, sort)).toBeNull();
});

test("a time no calendar has begins the list at its beginning", () => {
  expect(readCursor("99999999999999999999_1", "newest")).toBeNull();
});

test.each<[text: string, sorts: TopicSort[]]>([
  ["1_2147483648", [...topicSorts]],
  ["-62135596800001_1", ["active", "newest", "changed", "top", "affected"]],
  ["253402300800000_1", ["active", "newest", "changed", "top", "affected"]],
  ["1e300_1", ["active", "newest", "changed", "top", "affected"]],
  ["1.5_1", ["top", "affected"]],
])("%s, which no column can hold, begins the list at its beginning when ordered by %j", (text, sorts) => {
  expect(sorts.filter((sort) => readCursor(text, sort) !== null)).toEqual([]);
});
