import { expect, test } from "vitest";
import { noQuestion } from "./question";
import { questionPath, readQuestion } from "./question-address";

test("an address says everything and reads back the same", () => {
  const question = {
    ...noQuestion,
    words: "转账 & swap",
    kinds: ["problem", "reply"] as const,
    areas: ["transaction"],
    statuses: ["planned", "open"],
    authors: ["mei"],
    tags: ["ios"],
    languages: ["zh"] as const,
    isOfficial: true,
    answered: false,
    age: "month" as const,
    sort: "newest" as const,
    page: 3,
  };
  const path = questionPath({ ...question, kinds: [...question.kinds], languages: [...question.languages] });
  expect(readQuestion(new URL(path, "http://site.test").searchParams)).toEqual(question);
});

test("nothing asked is the bare address", () => {
  expect(questionPath({})).toBe("/search");
  expect(readQuestion(new URLSearchParams())).toEqual(noQuestion);
});

test.each([
  ["page=0"],
  ["page=-1"],
  ["page=99999999999"],
  ["page=1e3"],
  ["kind=cat"],
  ["sort=random"],
  ["lang=fr"],
  ["when=ever"],
  ["after=2026-13-45"],
  ["area="],
  [`area=${"x".repeat(101)}`],
  ["__proto__=1"],
])("%s asks for nothing", (query) => {
  expect(readQuestion(new URLSearchParams(query))).toEqual(noQuestion);
});

test("a very long question is cut, a thousand values are twenty", () => {
  const query = new URLSearchParams(`q=${"a".repeat(9_000)}`);
  for (let index = 0; index < 1_000; index++) query.append("status", `s${index}`);
  const { words, statuses } = readQuestion(query);
  expect([words.length, statuses.length]).toEqual([500, 20]);
});
