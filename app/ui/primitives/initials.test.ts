import { expect, test } from "vitest";
import { initialsOf, tintOf } from "./initials";

test("a Latin name is shown by the first letters of its first and last word", () => {
  expect(initialsOf("Okan Kaya")).toBe("OK");
  expect(initialsOf("ana maria de souza")).toBe("AS");
  expect(initialsOf("mei_lin")).toBe("ML");
});

test("a name of one word is shown by two letters", () => {
  expect(initialsOf("mei")).toBe("ME");
  expect(initialsOf("X")).toBe("X");
});

test("a Han name is shown by its family name", () => {
  expect(initialsOf("何思远")).toBe("何");
  expect(initialsOf("𠮷田")).toBe("𠮷");
});

test("a name without a letter still has a face", () => {
  expect(initialsOf("  ")).toBe("?");
});

test("the tint belongs to the name, however the name was typed", () => {
  expect(tintOf("Zoë")).toBe(tintOf("Zoe\u0308"));
  const tints = new Set(
    ["Mei", "Sam", "Lin Yue", "Okan Kaya", "刘可", "陈墨", "Priya", "Rafael"].map(tintOf),
  );
  expect(tints.size).toBeGreaterThan(2);
});
