import { expect, test } from "vitest";
import { mentionedName, nameOrReference, namesIn, referencesIn } from "./names-in-text";

function written(text: string): (string | undefined)[] {
  return [...text.matchAll(nameOrReference())].map((match) => match[1] ?? match[2]);
}

test.each([
  ["hello @mei, thanks", ["mei"]],
  ["(@sam_01) @Ana-B!", ["sam_01", "Ana-B"]],
  ["请@小明 看一下", ["小明"]],
  ["你好@mei你看", ["mei"]],
  ["@Zoé @Ольга", ["Zoé", "Ольга"]],
  ["mail me@example.org or a.b@c", []],
  ["//@x/y http://h/@user", []],
  ["@@mei", []],
  ["see #12 and gui#7, not C# or &#39; or a/b#1 or #12a", ["#12", "gui#7"]],
  ["见#12吧", ["#12"]],
])("in %j the names and references are %j", (text, found) => {
  expect(written(text)).toEqual(found);
});

test("a name is found among those that exist, whatever its case and whatever follows it", () => {
  const known = new Map([
    ["mei", "Mei"],
    ["小明", "小明"],
    ["ends-", "ends-"],
  ]);
  expect(mentionedName("mEI", known)).toBe("Mei");
  expect(mentionedName("mei-", known)).toBe("Mei");
  expect(mentionedName("小明看一下这个", known)).toBe("小明");
  expect(mentionedName("ends-", known)).toBe("ends-");
  expect(mentionedName("nobody", known)).toBeNull();
});

test("without a list every well-formed name is meant", () => {
  expect(mentionedName("mei-", null)).toBe("mei");
  expect(mentionedName("m", null)).toBeNull();
  expect(mentionedName("m".repeat(40), null)).toBeNull();
});

test("candidates to look up are complete and bounded", () => {
  expect(namesIn("@mei- and @小明看")).toEqual(["mei-", "mei", "小明看", "小明"]);
  expect(namesIn("@ab ".repeat(1000))).toEqual(["ab"]);
  expect(namesIn(Array.from({ length: 3000 }, (_, index) => `@member${index}`).join(" "))).toHaveLength(500);
  expect(referencesIn("#1 gui#2 #1")).toEqual(["#1", "gui#2"]);
});
