import { describe, expect, test } from "vitest";
import { lookAlike, skeletonsOf } from "./skeleton";

describe("look alike", () => {
  test.each([
    ["mark", "rnark"],
    ["mark", "MARK"],
    ["Lin", "Iin"],
    ["Lin", "1in"],
    ["lin", "|in"],
    ["sabrina", "SABRlNA"],
    ["Ian", "lan"],
    ["tom0", "tomo"],
    ["WALTER", "vvalter"],
    ["paypal", "раураl"],
    ["ВЕТА", "beta"],
    ["вета", "BETA"],
    ["мама", "mama"],
    ["ΝΙΚΟΣ".slice(0, 4), "NIKO"],
    ["ａｄａ", "ada"],
    ["𝐚𝐝𝐚", "ada"],
    ["ɑda", "ada"],
    ["Zoë", "zoe"],
    ["Łukasz", "lukasz"],
    ["Mei Lin", "mei_lin"],
    ["mei-lin", "meilin"],
    ["me\u200Bi", "mei"],
    ["囗天", "口天"],
    ["⼝天", "口天"],
    ["戸田", "戶田"],
    ["カ士", "力士"],
    ["straße", "STRASSE"],
  ])("%s and %s", (one, other) => expect(lookAlike(one, other)).toBe(true));
});

describe("are told apart", () => {
  test.each([
    ["mei", "mai"],
    ["王小明", "玉小明"],
    ["が", "か"],
    ["김민준", "김민중"],
    ["clark", "dark"],
    ["mei2", "mei3"],
    ["กา", "ก้า"],
  ])("%s and %s", (one, other) => expect(lookAlike(one, other)).toBe(false));
});

test("a text has one form, or two where its case changes what it looks like", () => {
  expect(skeletonsOf("Mei")).toEqual(["rnel"]);
  expect(skeletonsOf("ΝΙΚΟΣ")).toHaveLength(2);
});

test("any length is judged at once", () => {
  const started = performance.now();
  for (const unit of ["a", "王", "\u0301", "😀", "_", "Ⅷ", "ﷺ"]) skeletonsOf(unit.repeat(10_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});
