import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRange } from "./byte-range";

test.each([
  [null, null],
  ["", null],
  ["items=0-1", null],
  ["bytes=-", null],
  ["bytes=5-2", null],
  ["bytes=0-1,4-5", null],
  ["bytes=0-0x5", null],
  ["bytes=0-", { start: 0, end: 99 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["bytes=90-1000", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-1000", { start: 0, end: 99 }],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=100-", "unsatisfiable"],
] as const)("of a file of 100 bytes, %j asks for %j", (header, range) => {
  expect(parseRange(header, 100)).toEqual(range);
});

test("an empty file has no range to give", () => {
  expect(parseRange("bytes=0-", 0)).toBe("unsatisfiable");
  expect(parseRange("bytes=-5", 0)).toBe("unsatisfiable");
});

test("every range given lies within the file", () => {
  const number = fc.option(fc.nat({ max: 300 }), { nil: "" });
  fc.assert(
    fc.property(number, number, fc.nat({ max: 200 }), (from, to, size) => {
      const range = parseRange(`bytes=${from}-${to}`, size);
      if (range === null || range === "unsatisfiable") return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThanOrEqual(range.start);
      expect(range.end).toBeLessThan(size);
    }),
  );
});
