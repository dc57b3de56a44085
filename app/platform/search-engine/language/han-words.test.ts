import { describe, expect, test } from "vitest";
import { hanIndexTokens } from "./han-grams";
import { cutHanWords } from "./han-words";

const dictionary = new Set(["助记词", "到账", "手续费"]);

describe("cutting the Han part of a question", () => {
  test.each([
    ["转账失败怎么办", ["转账", "失败"]],
    ["助记词丢了怎么找回", ["助记词", "丢", "找回"]],
    ["提现延迟", ["提现", "延迟"]],
    ["没到账", ["没到账"]],
    ["手续费不足", ["手续费", "不足"]],
    ["我的钱包", ["钱包"]],
    ["目的地", ["目的地"]],
    ["提", ["提"]],
    ["怎么办", []],
  ])("%s has the words %j", (run, words) => {
    expect(cutHanWords(run, dictionary)).toEqual(words);
  });

  test("texts are stored as pairs, and every character begins a token", () => {
    expect(hanIndexTokens("助记词")).toEqual(["助记", "记词", "词"]);
    expect(hanIndexTokens("词")).toEqual(["词"]);
    expect(hanIndexTokens("𠮷野家")).toEqual(["𠮷野", "野家", "家"]);
  });
});
