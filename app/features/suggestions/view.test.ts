import { expect, test } from "vitest";
import { suggestionListPath } from "./paths";
import { readView, statusesOf, suggestionSorts, suggestionTabs } from "./view";

const read = (query: string) => readView(new URLSearchParams(query));

test("the list opens with what can be voted on, trending first", () => {
  expect(read("")).toEqual({
    tab: "open",
    sort: "trending",
    area: null,
    tag: null,
    isMine: false,
    isVoted: false,
    isUnread: false,
    after: null,
  });
  expect(statusesOf("open")).toEqual(["open", "under-review"]);
});

test("one's own suggestions are shown whatever became of them", () => {
  expect(read("mine=1").tab).toBe("all");
  expect(read("mine=1&status=shipped").tab).toBe("shipped");
  expect(statusesOf("all")).toBeNull();
});

test("an address with unknown words shows the usual list", () => {
  expect(read("status=toString&sort=__proto__&mine=yes")).toEqual(read(""));
});

test("every view is reached again by its own address", () => {
  for (const tab of [...suggestionTabs, "all"] as const)
    for (const sort of suggestionSorts)
      for (const isMine of [false, true]) {
        const view = {
          tab,
          sort,
          area: "a&b",
          tag: "a+b",
          isMine,
          isVoted: false,
          isUnread: false,
          after: "12.5_7",
        };
        expect(read(suggestionListPath(view).split("?")[1] ?? "")).toEqual(view);
      }
});

test("the usual list has the short address", () => {
  expect(suggestionListPath(read(""))).toBe("/suggestions");
  expect(suggestionListPath({ isMine: true, tab: "all" })).toBe("/suggestions?mine=1");
});
