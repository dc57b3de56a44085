import fc from "fast-check";
import { expect, test } from "vitest";
import { runsOf } from "./runs";

test.each([
  ["USDT转账 ok", ["word:USDT", "han:转账", "word:ok"]],
  ["TRC-20/TRC20", ["word:TRC", "word:20", "word:TRC20"]],
  ["東京タワーへ", ["han:東京タワーへ"]],
  ["@#! 🎉 ——", []],
  ["кошелёк", ["word:кошелёк"]],
])("%s has the runs %j", (text, expected) => {
  expect(runsOf(text).map((run) => `${run.script}:${run.text}`)).toEqual(expected);
});

test("every run is where it says", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const run of runsOf(text))
        expect(text.slice(run.start, run.start + run.text.length)).toBe(run.text);
    }),
  );
});
