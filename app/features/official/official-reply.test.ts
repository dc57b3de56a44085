import { describe, expect, test } from "vitest";
import { maySetStatusBy, settableStatuses, statusesFor, typesFor } from "./official-reply";

const problem = { board: "discussion", kind: "problem", status: "open" };
const question = { board: "discussion", kind: "question", status: "open" };
const suggestion = { board: "suggestion", kind: "suggestion", status: "open" };

describe("an official reply", () => {
  test("calls only a problem a known issue", () => {
    expect(typesFor(problem)).toContain("known-issue");
    expect(typesFor(question)).not.toContain("known-issue");
    expect(typesFor(suggestion)).not.toContain("known-issue");
    expect(statusesFor("known-issue", question)).toEqual([]);
  });

  test("ships a suggestion and solves a problem, not the other way round", () => {
    expect(maySetStatusBy("fixed-in", suggestion, "shipped")).toBe(true);
    expect(maySetStatusBy("fixed-in", problem, "solved")).toBe(true);
    expect(maySetStatusBy("fixed-in", problem, "shipped")).toBe(false);
    expect(maySetStatusBy("fixed-in", suggestion, "solved")).toBe(false);
  });

  test("cannot decline by answering", () => {
    expect(maySetStatusBy("answer", suggestion, "declined")).toBe(false);
    expect(maySetStatusBy("declined", suggestion, "declined")).toBe(true);
  });

  test("never merges, and leaves what is merged alone", () => {
    expect(settableStatuses(suggestion)).not.toContain("merged");
    expect(maySetStatusBy("planned", { ...suggestion, status: "merged" }, "planned")).toBe(false);
  });
});
