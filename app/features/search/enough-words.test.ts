import { expect, test } from "vitest";
import { hasEnoughWords } from "./enough-words";

test.each([
  ["swap", false],
  ["swap stuck", true],
  ["转账", false],
  ["转账失败", true],
  ["USDT 转账", true],
  ["USDT", false],
  ["!!! ??? ...", false],
  ["", false],
])("%j is enough to compare with: %s", (title, enough) => {
  expect(hasEnoughWords(title)).toBe(enough);
});
