import { expect, test } from "vitest";
import { days, hours } from "~/platform/clock/clock";
import { backoffMs, givesUp } from "./backoff";

test("the pauses grow, differ by chance and end at six hours", () => {
  expect([1, 2, 3].map((attempt) => backoffMs(attempt, () => 0.5))).toEqual([5_000, 10_000, 20_000]);
  expect(backoffMs(1, () => 0)).toBe(2_500);
  expect(backoffMs(40, () => 0.5)).toBe(hours(6));
});

test("a mail is given up after three days, not sooner however often it was tried", () => {
  expect(givesUp({ attempts: 60, ageMs: days(2) })).toBe(false);
  expect(givesUp({ attempts: 2, ageMs: days(4) })).toBe(false);
  expect(givesUp({ attempts: 8, ageMs: days(3) })).toBe(true);
});
