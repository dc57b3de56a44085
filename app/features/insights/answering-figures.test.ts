import { expect, test } from "vitest";
import { days, hours } from "~/platform/clock/clock";
import { answeredInTime, medianWait } from "./answering-figures";

const now = new Date("2026-11-23T12:00:00Z");
const posted = (agoMs: number, waitMs: number | null) => {
  const postedAt = new Date(now.getTime() - agoMs);
  return { postedAt, firstOfficialAt: waitMs === null ? null : new Date(postedAt.getTime() + waitMs) };
};

test("the median wait is the middle one, and one slow answer does not move it", () => {
  const waits = [1, 2, 3, 4, 400].map((count) => posted(days(20), hours(count)));
  expect(medianWait(waits)).toBe(hours(3));
  expect(medianWait([...waits, posted(days(20), hours(5))])).toBe(hours(3.5));
});

test("nothing is said about four answers, nor about topics nobody answered", () => {
  const few = [1, 2, 3, 4].map((count) => posted(days(2), hours(count)));
  expect(medianWait([...few, posted(days(2), null)])).toBeNull();
  expect(medianWait([])).toBeNull();
});

test("a topic that is not a day old counts neither as answered nor as late", () => {
  const due = Array.from({ length: 10 }, (_, index) => posted(days(3), index < 9 ? hours(23) : hours(25)));
  expect(answeredInTime([...due, posted(hours(23), null), posted(hours(1), hours(1))], now)).toEqual({
    share: 0.9,
    outOf: 10,
  });
});

test("a share of nine is no share", () => {
  expect(
    answeredInTime(
      Array.from({ length: 9 }, () => posted(days(2), hours(1))),
      now,
    ),
  ).toBeNull();
});
