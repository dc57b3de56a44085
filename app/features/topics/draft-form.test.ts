import { expect, test } from "vitest";
import { type DraftForm, draftKey, readDraftKey } from "./draft-form";

test("every form has a name of its own that leads back to it", () => {
  const forms: DraftForm[] = [
    { type: "discussion", kind: "problem" },
    { type: "discussion", kind: "question" },
    { type: "suggestion" },
    { type: "announcement" },
    { type: "announcement", slug: "版本-2-4-1" },
    { type: "reply", number: 12 },
    { type: "reply", number: 12, replyId: 345 },
    { type: "official", number: 12 },
    { type: "edit", number: 12, replyId: 345 },
  ];
  const keys = forms.map(draftKey);
  expect(new Set(keys).size).toBe(forms.length);
  expect(keys.map(readDraftKey)).toEqual(forms);
});

test("what no form is called is no form", () => {
  for (const key of [
    "",
    "reply",
    "reply-0",
    "reply-1e3",
    "reply-12-",
    "reply-12-x",
    "discussion-riot",
    "suggestion-1",
    "reply-99999999999",
    `announcement-${"x".repeat(201)}`,
    "__proto__",
  ])
    expect(readDraftKey(key)).toBeNull();
});
