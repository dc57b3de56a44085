import fc from "fast-check";
import { expect, test } from "vitest";
import { days } from "~/platform/clock/clock";
import { hotScore, withVote, withoutVote } from "./hot-score";

const today = new Date("2026-11-23T12:00:00Z");
const ago = (count: number) => new Date(today.getTime() - days(count));
const votes = (count: number, castAt: Date) => Array.from({ length: count }, () => castAt);

test("votes of this week outweigh more votes of last season", () => {
  const revived = hotScore(ago(700), [...votes(5, ago(690)), ...votes(20, ago(2))]);
  const faded = hotScore(ago(120), votes(200, ago(110)));
  expect(revived).toBeGreaterThan(faded);
});

test("of two equal suggestions the one with more votes trends", () => {
  expect(hotScore(ago(3), votes(11, ago(1)))).toBeGreaterThan(hotScore(ago(3), votes(10, ago(1))));
});

test("a vote weighs as much as two votes of a fortnight before", () => {
  const one = hotScore(ago(1_000), votes(100, ago(0)));
  const two = hotScore(ago(1_000), votes(200, ago(14)));
  expect(one).toBeCloseTo(two, 9);
});

test("without any vote the newer one comes first", () => {
  expect(hotScore(ago(1), [])).toBeGreaterThan(hotScore(ago(2), []));
});

test("totals of an imported source weigh as votes cast when it was posted", () => {
  expect(hotScore(ago(30), [], 12)).toBeCloseTo(hotScore(ago(30), votes(12, ago(30))), 9);
});

test("votes of any decade stay in order as numbers", () => {
  const decades = [0, 1_000, 3_650, 7_300, 20_000].map((age) => hotScore(ago(age), votes(3, ago(age))));
  expect(decades.every(Number.isFinite)).toBe(true);
  expect([...decades].sort((a, b) => b - a)).toEqual(decades);
});

test("a vote taken back leaves the score as if it had never been cast", () => {
  const age = fc.integer({ min: 0, max: 4_000 });
  fc.assert(
    fc.property(fc.array(age, { maxLength: 40 }), age, (others, mine) => {
      const without = hotScore(ago(4_000), others.map(ago));
      const after = withoutVote(withVote(without, ago(mine)), ago(mine));
      if (after !== null) expect(after).toBeCloseTo(without, 9);
    }),
  );
});

test("the score does not say what remains when the vote taken back was most of it", () => {
  const score = withVote(hotScore(ago(700), votes(3, ago(700))), ago(0));
  expect(withoutVote(score, ago(0))).toBeNull();
});
