import { expect, test } from "vitest";
import { translator } from "./translator";

test("a message is formatted in the reader's language", () => {
  expect(translator("en", "common")("branch.show", { count: 1 })).toBe("Show 1 reply");
  expect(translator("en", "common")("branch.show", { count: 3 })).toBe("Show 3 replies");
  expect(translator("zh-CN", "common")("branch.show", { count: 2 })).toBe("展开 2 条回复");
});
