import { expect, test } from "vitest";
import { mentionAt } from "./mention-at";

/** What is being mentioned where "|" stands. */
function lettersAt(marked: string): string | null {
  return mentionAt(marked.replace("|", ""), marked.indexOf("|"))?.letters ?? null;
}

test("the letters after an @ name somebody, in Latin and in Han", () => {
  expect(lettersAt("Thanks @me|")).toBe("me");
  expect(lettersAt("@m| and more")).toBe("m");
  expect(lettersAt("谢谢@小|")).toBe("小");
  expect(lettersAt("谢谢 ＠小明|")).toBe("小明");
  expect(lettersAt("(@lin_2|)")).toBe("lin_2");
});

test("an address, a word and a path name nobody", () => {
  for (const text of ["mei@example|", "x@y|", "npm/@scope|", "@|", "@ mei|", "a.@mei|", "no one|"])
    expect(lettersAt(text)).toBeNull();
});

test("code names nobody, and after it people can be named again", () => {
  expect(lettersAt("```\n@me|")).toBeNull();
  expect(lettersAt("~~~ts\nfoo\n@me|")).toBeNull();
  expect(lettersAt("```\ncode\n```\n@me|")).toBe("me");
  expect(lettersAt("run `@me|")).toBeNull();
  expect(lettersAt("run `a` @me|")).toBe("me");
  expect(lettersAt("run ``a ` @me|")).toBeNull();
  expect(lettersAt("text:\n\n    @me|")).toBeNull();
});

test("where the mention begins is known, for putting the name in its place", () => {
  expect(mentionAt("你好 @me", 6)).toEqual({ from: 3, letters: "me" });
});
