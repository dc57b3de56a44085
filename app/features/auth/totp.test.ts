import { expect, test } from "vitest";
import { matchingStep, totpAt } from "./totp";

const secret = new TextEncoder().encode("12345678901234567890");
const at = (seconds: number) => new Date(seconds * 1_000);

// RFC 6238, appendix B, the rows of SHA-1.
test.each([
  [59, "94287082"],
  [1_111_111_109, "07081804"],
  [1_111_111_111, "14050471"],
  [1_234_567_890, "89005924"],
  [2_000_000_000, "69279037"],
  [20_000_000_000, "65353130"],
])("at second %d the code is %s", (seconds, code) => {
  expect(totpAt(secret, at(seconds), 8)).toBe(code);
  expect(matchingStep(secret, code.slice(2), at(seconds))).toBe(Math.floor(seconds / 30));
});

test("a code is taken one step early or late, and not two", () => {
  const code = totpAt(secret, at(3_000));
  for (const [seconds, isTaken] of [
    [2_969, false],
    [2_970, true],
    [3_059, true],
    [3_060, false],
  ] as const)
    expect([seconds, matchingStep(secret, code, at(seconds)) !== null]).toEqual([seconds, isTaken]);
});

test.each(["", "12345", "1234567", "abcdef", "-12345", "１２３"])("%j is no code", (typed) =>
  expect(matchingStep(secret, typed, at(59))).toBeNull(),
);

test("a code may be typed with a space, as apps show it, or full-width", () => {
  expect(matchingStep(secret, "287 082", at(59))).toBe(1);
  expect(matchingStep(secret, "２８７０８２", at(59))).toBe(1);
});
