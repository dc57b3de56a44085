import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "./folding";
import { simplifiedByTraditional } from "./simplified-characters";

describe("folding", () => {
  test.each([
    ["轉賬失敗", "转账失败"],
    ["登錄錢包後臺", "登录钱包后台"],
    ["著名，妳", "着名,你"],
    ["ＵＳＤＴ１２", "usdt12"],
    ["TRÉZOR Ångström", "trezor angstrom"],
    ["ﬁle №", "file no"],
    ["ガ", "ガ"],
    ["한국", "한국"],
  ])("%s becomes %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test("folding what is folded changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  test("the table has over 2,900 pairs of single characters and no chains", () => {
    expect(simplifiedByTraditional.size).toBeGreaterThan(2_900);
    for (const [traditional, simplified] of simplifiedByTraditional) {
      expect(traditional).not.toBe(simplified);
      expect(simplifiedByTraditional.has(simplified)).toBe(false);
      expect(traditional.length + simplified.length).toBe(2);
    }
  });
});
