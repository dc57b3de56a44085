import { describe, expect, test } from "vitest";
import { labelOfTopic, orderLabels, settledStatus } from "./announcement";

const problem = { board: "discussion", kind: "problem" };
const suggestion = { board: "suggestion", kind: "suggestion" };

describe("labels", () => {
  test("stand in their own order, each once, and nothing else among them", () => {
    expect(orderLabels(["security", "new", "new", "<b>", 7])).toEqual(["new", "security"]);
  });

  test("of a topic are those that say what happened to it", () => {
    expect(labelOfTopic(problem, ["new", "fixed"])).toBe("fixed");
    expect(labelOfTopic(suggestion, ["fixed", "new"])).toBe("new");
    expect(labelOfTopic(suggestion, ["improved", "fixed"])).toBe("improved");
    expect(labelOfTopic(problem, ["security"])).toBe("security");
    expect(labelOfTopic(problem, ["new"])).toBe("fixed");
    expect(labelOfTopic(suggestion, [])).toBe("improved");
  });
});

describe("publishing settles", () => {
  test("a suggestion by shipping and a discussion by solving it", () => {
    expect(settledStatus({ ...suggestion, status: "planned" })).toBe("shipped");
    expect(settledStatus({ ...problem, status: "open" })).toBe("solved");
  });

  test("nothing that is settled or merged already", () => {
    expect(settledStatus({ ...suggestion, status: "shipped" })).toBe(null);
    expect(settledStatus({ ...suggestion, status: "merged" })).toBe(null);
    expect(settledStatus({ ...problem, status: "solved" })).toBe(null);
  });
});
