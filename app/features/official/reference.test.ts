import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newReference, readReference } from "./reference";

describe("the reference of an official reply", () => {
  test("has a shape people can read out", () => {
    for (let made = 0; made < 500; made++)
      expect(newReference(randomInt)).toMatch(/^HB-[2-9A-HJKMNP-TV-Z]{4}-\d\d$/);
  });

  test("is read however it is typed", () => {
    const reference = newReference(randomInt);
    const [, letters, digits] = reference.split("-") as [string, string, string];
    for (const typed of [
      reference,
      reference.toLowerCase(),
      `  hb ${letters} ${digits} `,
      `HB${letters}${digits}`,
      `${letters}-${digits}`,
      `ＨＢ－${letters}－${digits}`,
      `HB–${letters}—${digits}`,
    ]) {
      expect(readReference(typed)).toBe(reference);
    }
  });

  test("is told from a mistyped one, whichever letter or digit is wrong", () => {
    const reference = newReference(randomInt);
    for (let at = 3; at < reference.length; at++) {
      if (reference[at] === "-") continue;
      for (const other of "23456789ABCDEFGHJKMNPQRSTVWXYZ01") {
        if (other === reference[at]) continue;
        expect(readReference(reference.slice(0, at) + other + reference.slice(at + 1))).toBe(null);
      }
    }
  });

  test("is told from one with two letters swapped", () => {
    for (let made = 0; made < 200; made++) {
      const [prefix, letters, digits] = newReference(randomInt).split("-") as [string, string, string];
      for (let at = 0; at + 1 < letters.length; at++) {
        if (letters[at] === letters[at + 1]) continue;
        const swapped = letters.slice(0, at) + letters[at + 1] + letters[at] + letters.slice(at + 2);
        expect(readReference(`${prefix}-${swapped}-${digits}`)).toBe(null);
      }
    }
  });

  test("grows when the short ones are taken", () => {
    expect(newReference(randomInt, 4)).toMatch(/^HB-.{5}-\d\d$/);
    expect(readReference(newReference(randomInt, 9))).not.toBe(null);
    expect(newReference(randomInt, 1000)).toMatch(/^HB-.{8}-\d\d$/);
  });

  test("is nothing else, however long or strange", () => {
    for (const typed of [
      "",
      "HB",
      "HB--",
      "HB-0000-00",
      "'; DROP TABLE",
      "HB-7F3K-2".repeat(10_000),
      "\u0000",
    ]) {
      expect(readReference(typed)).toBe(null);
    }
  });
});
