import { describe, expect, test } from "vitest";
import { hours } from "~/platform/clock/clock";
import { afterWorking, beforeWorking, type WorkingHours, workingBetween } from "./working-hours";

const week: WorkingHours = { zone: "UTC", days: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60, holidays: [] };
const berlin = { ...week, zone: "Europe/Berlin" };
const at = (text: string) => new Date(text);
const due = (since: string, work: number, in_: WorkingHours | null = week) =>
  afterWorking(at(since), hours(work), in_).toISOString().slice(0, 16);

describe("what is due after so much working time", () => {
  // 2 November 2026 is a Monday.
  test("runs within a day", () => expect(due("2026-11-02T10:00:00Z", 3)).toBe("2026-11-02T13:00"));
  test("may end as the day does", () => expect(due("2026-11-02T10:00:00Z", 8)).toBe("2026-11-02T18:00"));
  test("goes on the next morning", () => expect(due("2026-11-02T16:00:00Z", 4)).toBe("2026-11-03T11:00"));
  test("waits for the morning", () => expect(due("2026-11-02T05:00:00Z", 1)).toBe("2026-11-02T10:00"));
  test("waits for the next day when it came late", () =>
    expect(due("2026-11-02T22:00:00Z", 1)).toBe("2026-11-03T10:00"));
  test("rests over the weekend", () => expect(due("2026-11-06T17:00:00Z", 2)).toBe("2026-11-09T10:00"));
  test("takes what came on a Saturday up on Monday", () =>
    expect(due("2026-11-07T12:00:00Z", 9)).toBe("2026-11-09T18:00"));
  test("spans several weeks", () => expect(due("2026-11-02T09:00:00Z", 90)).toBe("2026-11-13T18:00"));
  test("leaves out holidays", () => {
    const holidays = ["2026-12-24", "2026-12-25", "2027-01-01"];
    expect(due("2026-12-23T17:00:00Z", 2, { ...week, holidays })).toBe("2026-12-28T10:00");
  });
  test("of no time is at once, or at the next opening", () => {
    expect(due("2026-11-02T10:00:00Z", 0)).toBe("2026-11-02T10:00");
    expect(due("2026-11-07T10:00:00Z", 0)).toBe("2026-11-09T09:00");
  });
  test("counts every hour where no hours are set", () =>
    expect(due("2026-11-07T10:00:00Z", 30, null)).toBe("2026-11-08T16:00"));
  test("ends even if every day for years were a holiday", () => {
    const holidays = Array.from({ length: 1_200 }, (_none, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    expect(
      Number.isNaN(afterWorking(at("2026-01-01T00:00:00Z"), hours(8), { ...week, holidays }).getTime()),
    ).toBe(false);
  });
});

describe("where clocks change", () => {
  test("the same clock time is another instant after the weekend", () => {
    // Summer time ends on 25 October 2026: Friday 17:00 is 15:00 UTC, Monday 09:00 is 08:00 UTC.
    expect(due("2026-10-23T15:00:00Z", 2, berlin)).toBe("2026-10-26T09:00");
    // It begins on 29 March 2026: Friday 17:00 is 16:00 UTC, Monday 09:00 is 07:00 UTC.
    expect(due("2026-03-27T16:00:00Z", 2, berlin)).toBe("2026-03-30T08:00");
  });
  test("a working night that loses an hour is an hour shorter", () => {
    const night = { ...berlin, days: [7], from: 60, to: 5 * 60 };
    // 01:00 to 05:00 with the hour from 02:00 left out: three hours, so the fourth is a week later.
    expect(workingBetween(at("2026-03-29T00:00:00Z"), at("2026-03-29T12:00:00Z"), night)).toBe(hours(3));
    expect(due("2026-03-28T12:00:00Z", 4, night)).toBe("2026-04-05T00:00");
  });
  test("a working night that gains an hour is an hour longer", () => {
    const night = { ...berlin, days: [7], from: 60, to: 5 * 60 };
    expect(workingBetween(at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z"), night)).toBe(hours(5));
  });
  test("zones east and west of UTC have their own days", () => {
    const shanghai = { ...week, zone: "Asia/Shanghai" };
    // Friday 18:00 in Shanghai is 10:00 UTC.
    expect(due("2026-11-06T09:30:00Z", 1, shanghai)).toBe("2026-11-09T01:30");
    const angeles = { ...week, zone: "America/Los_Angeles" };
    // Friday 17:00 in Los Angeles is Saturday 01:00 UTC.
    expect(due("2026-11-07T01:00:00Z", 2, angeles)).toBe("2026-11-09T18:00");
  });
});

describe("what was due by now", () => {
  const work = [0.5, 1, 4, 8, 9, 10, 27, 90];
  const instants = Array.from(
    { length: 60 },
    (_none, step) => new Date(Date.UTC(2026, 9, 19) + step * hours(5.5)),
  );
  test.each([
    ["UTC", week],
    ["Berlin over the change of clocks", berlin],
    ["around the clock", null],
  ] as const)("is what `afterWorking` says: %s", (_name, set) => {
    for (const now of instants) {
      for (const amount of work) {
        const cut = beforeWorking(now, hours(amount), set);
        expect(afterWorking(cut, hours(amount), set).getTime()).toBeLessThanOrEqual(now.getTime());
        for (const since of instants) {
          const isDue = afterWorking(since, hours(amount), set) <= now;
          if (isDue !== since <= cut) expect([now, since, cut, amount]).toBe("the same");
        }
      }
    }
  });
});

test("working time between two instants", () => {
  const between = (from: string, to: string) => workingBetween(at(from), at(to), week) / hours(1);
  expect(between("2026-11-02T10:00:00Z", "2026-11-02T12:00:00Z")).toBe(2);
  expect(between("2026-11-06T17:00:00Z", "2026-11-09T10:00:00Z")).toBe(2);
  expect(between("2026-11-02T12:00:00Z", "2026-11-02T10:00:00Z")).toBe(0);
  expect(between("2026-11-07T00:00:00Z", "2026-11-08T23:00:00Z")).toBe(0);
});
