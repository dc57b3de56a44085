import { expect, test } from "vitest";
import { draftValues, hasWords } from "./draft-values";

test("a draft keeps what was typed and chosen, not what the page sends along", () => {
  expect(
    draftValues([
      ["submission", "3f2c…"],
      ["draft", "7-2"],
      ["_method", "DELETE"],
      ["password", "secret"],
      ["attachment", "0".repeat(32)],
      ["title", "First"],
      ["title", "Second"],
      ["body", ""],
      ["label", "new"],
      ["label", "fixed"],
      ["toString", "a field like any other"],
    ]),
  ).toEqual({ title: "First", body: "", labels: "new fixed", toString: "a field like any other" });
});

test("more than any form takes is no draft", () => {
  expect(draftValues([["body", "长".repeat(200_001)]])).toBeNull();
  expect(draftValues([["n".repeat(41), ""]])).toBeNull();
  expect(draftValues(Array.from({ length: 61 }, (_none, index) => [`field-${index}`, ""]))).toBeNull();
});

test("a form with nothing but choices holds no words", () => {
  expect(hasWords({ kind: "problem", area: "technical", body: " \n", title: "" })).toBe(false);
  expect(hasWords({ area: "technical", title: "转" })).toBe(true);
});
