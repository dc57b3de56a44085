import { describe, expect, test } from "vitest";
import { leadingPromise, standingOf, type TeamPromise } from "./promise";

const open = { state: "open" as const, dueOn: "2026-06-30" };

describe("a promise", () => {
  test("is in time to the end of its day, then overdue, then late after two weeks", () => {
    expect(standingOf(open, "2026-06-30")).toBe("open");
    expect(standingOf(open, "2026-07-01")).toBe("overdue");
    expect(standingOf(open, "2026-07-14")).toBe("overdue");
    expect(standingOf(open, "2026-07-15")).toBe("late");
  });

  test("without a day is never overdue, and one that ended is not either", () => {
    expect(standingOf({ state: "open", dueOn: null }, "2099-01-01")).toBe("open");
    expect(standingOf({ ...open, state: "kept" }, "2099-01-01")).toBe("kept");
    expect(standingOf({ ...open, state: "withdrawn" }, "2099-01-01")).toBe("withdrawn");
  });

  test("that stands open leads its topic, else the last one does", () => {
    const made = (id: number, state: TeamPromise["state"]) => ({ id, state }) as TeamPromise;
    expect(leadingPromise([made(1, "open"), made(2, "kept")])?.id).toBe(1);
    expect(leadingPromise([made(1, "kept"), made(2, "withdrawn")])?.id).toBe(2);
    expect(leadingPromise([])).toBe(null);
  });
});
