import { expect, test } from "vitest";
import { readTypedFilters } from "./typed-filters";

const vocabulary = {
  statuses: new Map([
    ["planned", "planned"],
    ["计划中", "planned"],
    ["started", "started"],
    ["solved", "solved"],
    ["answered", "answered"],
  ]),
  areas: new Map([
    ["transaction", "transaction"],
    ["交易", "transaction"],
    ["security", "security"],
  ]),
};
const read = (typed: string) => readTypedFilters(typed, vocabulary);

test("filters typed in the box become filters, the rest stays words", () => {
  expect(read("swap pending status:planned author:mei area:transaction is:official kind:suggestion")).toEqual(
    {
      words: "swap pending",
      statuses: ["planned"],
      authors: ["mei"],
      areas: ["transaction"],
      isOfficial: true,
      kinds: ["suggestion"],
    },
  );
});

test("Chinese filters and full-width colons mean the same", () => {
  expect(read("转账失败 状态：计划中 分区:交易 是：官方 类型:建议 语言：中文")).toEqual({
    words: "转账失败",
    statuses: ["planned"],
    areas: ["transaction"],
    isOfficial: true,
    kinds: ["suggestion"],
    languages: ["zh"],
  });
});

test("several values are parted by commas or repeated", () => {
  expect(read("status:planned,started status:planned area:transaction")).toEqual({
    words: "",
    statuses: ["planned", "started"],
    areas: ["transaction"],
  });
});

test.each([
  "status:nonsense",
  "status:planned,nonsense",
  "area:moon",
  "colour:red",
  "kind:cat",
  "is:happy",
  "lang:fr",
  "after:2026-02-31",
  "before:soon",
  "status:",
  ":planned",
  "https://example.com/a:b",
  "kind:constructor",
  "lang:constructor",
  "status:constructor",
  "__proto__:x",
  "12:30",
  "error:timeout",
])("%s is no filter and stays among the words", (typed) => {
  expect(read(typed)).toEqual({ words: typed });
});

test("a colon inside a word or a quotation opens no filter", () => {
  expect(read('xstatus:planned "is:official" (status:planned)')).toEqual({
    words: 'xstatus:planned "is:official" (status:planned)',
  });
});

test("values in quotes may have spaces", () => {
  expect(read('author:"Mei Lin" help')).toEqual({ words: "help", authors: ["Mei Lin"] });
});

test("is: also takes a state, kinds may be plural or stand for several", () => {
  expect(read("is:solved kind:problems")).toEqual({ words: "", statuses: ["solved"], kinds: ["problem"] });
  expect(read("kind:discussion")).toEqual({ words: "", kinds: ["problem", "question", "experience"] });
  expect(read("is:unanswered after:2026-01-31 when:week")).toEqual({
    words: "",
    answered: false,
    after: "2026-01-31",
    age: "week",
  });
});

test("a box full of colons is read in no time", () => {
  const started = performance.now();
  read("a:".repeat(250));
  read(`${"status:planned ".repeat(35)}`);
  expect(performance.now() - started).toBeLessThan(100);
});
