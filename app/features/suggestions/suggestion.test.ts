import { expect, test } from "vitest";
import {
  acceptsVotes,
  isDeclineReason,
  isSuggestionStatus,
  nextStatuses,
  suggestionStatuses,
} from "./suggestion";

test("a suggestion takes votes until it is settled", () => {
  const taking = suggestionStatuses.filter(acceptsVotes);
  expect(taking).toEqual(["open", "under-review", "planned", "started"]);
});

test("staff can take every decision and take it back", () => {
  expect(nextStatuses("open")).toEqual(["under-review", "planned", "started", "shipped", "declined"]);
  expect(nextStatuses("shipped")).toContain("started");
  expect(nextStatuses("declined")).toContain("open");
});

test("nothing is merged or taken apart by changing a status", () => {
  expect(suggestionStatuses.flatMap(nextStatuses)).not.toContain("merged");
  expect(nextStatuses("merged")).toEqual([]);
});

test("words that are no status or reason are not taken for one", () => {
  expect(["open", "Open", "", "toString", undefined].filter(isSuggestionStatus)).toEqual(["open"]);
  expect(["not-now", "later", null].filter(isDeclineReason)).toEqual(["not-now"]);
});
