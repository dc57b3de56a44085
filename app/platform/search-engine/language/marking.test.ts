import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markSnippet, markText, noMarks, type Marks } from "./marking";

const marksOf = (given: Partial<Record<keyof Marks, string[]>>): Marks => ({
  words: new Set(given.words),
  prefixes: new Set(given.prefixes),
  han: new Set(given.han),
});
const shown = (segments: { text: string; hit: boolean }[]) =>
  segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

describe("marking", () => {
  test.each([
    ["Dark mode, DARK", { words: ["dark"] }, "[Dark] mode, [DARK]"],
    ["darkness falls", { prefixes: ["dark"] }, "[dark]ness falls"],
    ["轉賬一直失敗", { han: ["转账", "失败"] }, "[轉賬]一直[失敗]"],
    ["助记词", { han: ["助记", "记词"] }, "[助记词]"],
    ["a Trézor", { words: ["trezor"] }, "a [Trézor]"],
    ["nothing here", {}, "nothing here"],
  ])("%s", (text, given, expected) => {
    expect(shown(markText(text, marksOf(given)))).toBe(expected);
  });

  test("a snippet is cut around the hits and says that it was", () => {
    const body = `${"word ".repeat(200)}the needle is here ${"word ".repeat(200)}`;
    const snippet = shown(markSnippet(body, marksOf({ words: ["needle"] })));
    expect(snippet).toMatch(/^….*the \[needle\] is here.*…$/);
    expect(snippet.length).toBeLessThan(220);
  });

  test("a snippet shows where most of the words stand together", () => {
    const body = `alpha ${"x ".repeat(300)} alpha beta gamma ${"x ".repeat(300)}`;
    const snippet = shown(markSnippet(body, marksOf({ words: ["alpha", "beta", "gamma"] })));
    expect(snippet).toContain("[alpha] [beta] [gamma]");
  });

  test("a text without hits is shown from its beginning", () => {
    expect(shown(markSnippet("short", noMarks()))).toBe("short");
    expect(shown(markSnippet("word ".repeat(100), noMarks()))).toMatch(/^word .*…$/);
  });

  test("segments always join to the text, and a snippet is a piece of it", () => {
    const marks = marksOf({ words: ["ab", "b"], prefixes: ["a"], han: ["转账", "账"] });
    const part = fc.constantFrom("ab", "abc", " ", "转", "账", "😀", "<b>", "x".repeat(50), "\n", "é");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 80 }), (parts) => {
        const text = parts.join("");
        const join = (segments: { text: string }[]) => segments.map((segment) => segment.text).join("");
        expect(join(markText(text, marks))).toBe(text);
        const snippet = join(markSnippet(text, marks)).replace(/^…|…$/g, "");
        expect(text).toContain(snippet);
        expect(snippet.isWellFormed()).toBe(true);
      }),
    );
  });
});
