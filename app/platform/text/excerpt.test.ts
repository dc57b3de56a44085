import fc from "fast-check";
import { expect, test } from "vitest";
import { countCharacters } from "./count-characters";
import { excerpt } from "./excerpt";

test("a short text stays whole", () => {
  expect(excerpt("  My wallet\n does not open ", 40)).toBe("My wallet does not open");
});

test("an English cut keeps words whole", () => {
  expect(excerpt("The transaction is confirmed but the balance is missing", 30)).toBe(
    "The transaction is confirmed…",
  );
});

test("a Chinese cut needs no spaces and drops loose punctuation", () => {
  expect(excerpt("转账成功了，但是余额没有更新，请问怎么办？", 7)).toBe("转账成功了…");
  expect(excerpt("转账成功了但是余额没有更新", 7)).toBe("转账成功了但…");
});

test("one endless word is cut inside", () => {
  expect(excerpt("a".repeat(500), 10)).toBe(`${"a".repeat(9)}…`);
});

test("no cut splits what a reader sees as one character, and none is longer than asked", () => {
  const unit = fc.constantFrom("👨‍👩‍👧", "e\u0301", "币", "a", " ", "b", "。", "👩🏽‍💻");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (units, length) => {
      const made = excerpt(units.join(""), length);
      expect(countCharacters(made)).toBeLessThanOrEqual(length);
      expect(made).not.toMatch(/\u200d(?:…|$)/);
    }),
  );
});

test("a very long text costs no more than a short one", () => {
  const started = performance.now();
  for (let round = 0; round < 100; round++) excerpt("字".repeat(200_000), 160);
  expect(performance.now() - started).toBeLessThan(1000);
});
