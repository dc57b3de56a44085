import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, editsAllowed } from "./spelling";

const whole = { limit: 2, isPrefix: false };
const beginning = { limit: 2, isPrefix: true };

describe("slips", () => {
  test.each([
    ["dakr", 0],
    ["walet", 1],
    ["transfer", 1],
    ["transfers", 2],
    ["trc20erc20", 0],
  ])("%s may hold %i", (word, edits) => {
    expect(editsAllowed(word)).toBe(edits);
  });

  test.each([
    ["hardwrae", "hardware", 1],
    ["transacton", "transaction", 1],
    ["transacton", "transactions", 2],
    ["kedger", "ledger", 2],
    ["ledger", "ledger", 0],
  ])("from %s to %s it is %i", (typed, meant, distance) => {
    expect(editDistance(typed, meant, whole)).toBe(distance);
  });

  test("half a word may hold a slip too", () => {
    expect(editDistance("transcat", "transaction", beginning)).toBe(1);
    expect(editDistance("transcat", "transaction", whole)).toBeGreaterThan(2);
  });

  test("it agrees with the plain way to count, up to the limit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, word, (typed, candidate) => {
        const plain = plainDistance(typed, candidate);
        const expected = plain === 0 || typed[0] === candidate[0] ? plain : plain + 1;
        const found = editDistance(typed, candidate, whole);
        if (plain <= 2) expect(found).toBe(expected);
        else expect(found).toBeGreaterThan(2);
      }),
    );
  });
});

/** Straight from the definition, with neighbours swapped counting one. */
function plainDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(
    plainDistance(a.slice(1), b) + 1,
    plainDistance(a, b.slice(1)) + 1,
    plainDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
    swapped ? plainDistance(a.slice(2), b.slice(2)) + 1 : Infinity,
  );
}
