import { expect, test } from "vitest";
import { orderSimilar } from "./similar-order";

test("a known issue comes first, then solved, shipped, open and closed, each by likeness", () => {
  const found = [
    { name: "declined", board: "suggestion", status: "declined", score: 1 },
    { name: "open", board: "discussion", status: "open", score: 0.9 },
    { name: "release", board: "announcement", status: null, score: 0.5 },
    { name: "shipped", board: "suggestion", status: "shipped", score: 0.6 },
    { name: "answered", board: "discussion", status: "answered", score: 0.4 },
    { name: "solved", board: "discussion", status: "solved", score: 0.8 },
    { name: "known", board: "discussion", status: "known-issue", score: 0.3 },
  ] as const;
  expect(orderSimilar(found).map(({ name }) => name)).toEqual([
    "known",
    "solved",
    "answered",
    "shipped",
    "release",
    "open",
    "declined",
  ]);
});
