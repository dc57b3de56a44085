import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxQueryTokens, parseQuery } from "./query";

const dictionary = new Set(["助记词", "手续费"]);
const shown = (typed: string) => {
  const { terms, excluded } = parseQuery(typed, dictionary);
  const show = (all: typeof terms) =>
    all.map(({ tokens, isQuoted, isPrefix }) => {
      const text = tokens.map((token) => token.text).join(" ");
      return isQuoted ? `"${text}"` : isPrefix ? `${text}*` : text;
    });
  return [...show(terms), ...show(excluded).map((text) => `-${text}`)].join(" | ");
};

describe("reading what was typed", () => {
  test.each([
    ["hard", "hard*"],
    ["har ", "har"],
    ["dar mode", "dar | mode*"],
    ['"dark mode"', '"dark mode"'],
    ["“Dark  Mode”", '"dark mode"'],
    ['"dark mo', '"dark mo"'],
    ["USDT转账", "usdt | 转账*"],
    ["转账 -手续费", '转账 | -"手续费"'],
    ["wallet -hardware ledger", 'wallet | ledger* | -"hardware"'],
    ["轉賬失敗怎麼辦", "转账 | 失败"],
    ["transfer to", "transfer"],
    ["how to the", "how | to | the*"],
    ["TRC-20", "trc | 20*"],
    ["⺀", "⺀*"],
    ['"转账 失败"', '"转账失败"'],
    ["@#!", ""],
    ["-手续费", '-"手续费"'],
    ["x-y -c", 'x | y | -"c"'],
  ])("%s is read as %s", (typed, expected) => {
    expect(shown(typed)).toBe(expected);
  });

  test("nothing typed is not the same as signs typed", () => {
    expect(parseQuery("  ", dictionary)).toMatchObject({ isBlank: true, terms: [] });
    expect(parseQuery("@", dictionary)).toMatchObject({ isBlank: false, terms: [] });
  });

  // Parts of characters (⻓, as copied out of a PDF) are signs to Unicode and Han to whoever reads them.
  const written = /^[\p{L}\p{N}\p{M}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

  test("whatever is typed, there are at most ten words and no empty ones", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 700 }), (typed) => {
        const { terms, excluded } = parseQuery(typed, dictionary);
        for (const list of [terms, excluded]) {
          const tokens = list.flatMap((term) => term.tokens);
          expect(tokens.length).toBeLessThanOrEqual(maxQueryTokens);
          for (const { text } of tokens) expect(text).toMatch(written);
        }
      }),
    );
  });
});
