import { expect, test } from "vitest";
import { isEnoughToCompare, mayAskAbout } from "./asking-rules";

test("ordinary words are asked about while they are written", () => {
  expect(mayAskAbout("swap stuck on pending since this morning")).toBe(true);
  expect(mayAskAbout("转账前显示当前能量和带宽够不够")).toBe(true);
  expect(mayAskAbout("   ")).toBe(false);
});

test("what could be the start of a recovery phrase never leaves the page in an address", () => {
  const words = "legal winner thank year wave sausage worth useful";
  expect(mayAskAbout(words)).toBe(false);
  expect(mayAskAbout(`My words: ${words} legal winner`)).toBe(false);
  expect(mayAskAbout(words.replaceAll(" ", ", "))).toBe(false);
  expect(mayAskAbout(words.toUpperCase())).toBe(false);
});

test("comparing starts with two words or four Han characters", () => {
  expect(isEnoughToCompare("swap")).toBe(false);
  expect(isEnoughToCompare("swap stuck")).toBe(true);
  expect(isEnoughToCompare("到账慢")).toBe(false);
  expect(isEnoughToCompare("一直不到账")).toBe(true);
});
