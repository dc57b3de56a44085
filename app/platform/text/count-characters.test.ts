import fc from "fast-check";
import { expect, test } from "vitest";
import { countCharacters, countCodePoints } from "./count-characters";

test("characters are counted as people see them, not as bytes", () => {
  expect(countCharacters("钱包打不开")).toBe(5);
  expect(countCharacters("𠮷野家")).toBe(3);
  expect(countCharacters("e\u0301")).toBe(1);
  expect(countCharacters("👨‍👩‍👧 ok")).toBe(4);
  expect(countCharacters("")).toBe(0);
});

test("a few characters cannot smuggle in an endless text", () => {
  expect(countCharacters(`a${"\u0301".repeat(5000)}`)).toBeGreaterThanOrEqual(500);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(countCodePoints(text)).toBeLessThanOrEqual(countCharacters(text) * 10);
    }),
  );
});

test("code points are counted as the language does", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(countCodePoints(text)).toBe([...text].length);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0xd7ff, max: 0xe000 })), (units) => {
      const text = String.fromCharCode(...units);
      expect(countCodePoints(text)).toBe([...text].length);
    }),
  );
});
