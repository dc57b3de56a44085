import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLine, cleanText } from "./clean-text";

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\u0000\u0007\u001b\u0085\u2028\u202e\u202a\u2066\u2069\u202c\u200b\u200d\u200c\ufeff\u00ad\r\n\t ",
      ),
      fc.constantFrom(
        "\ud800",
        "\udc00",
        "👨‍👩‍👧",
        "e\u0301",
        "\u0301",
        "\u0323",
        "币",
        "می‌خواهم",
        "\u{e0041}",
        "\ufffe",
        "a",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

test("any input becomes well-formed text that both databases keep as it is", () => {
  fc.assert(
    fc.property(nasty, (value) => {
      for (const cleaned of [cleanText(value), cleanLine(value)]) {
        expect(/\p{Surrogate}/u.test(cleaned)).toBe(false);
        expect(/(?![\n\t])\p{Cc}/u.test(cleaned)).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});

test("cleaning twice changes nothing more", () => {
  fc.assert(
    fc.property(nasty, (value) => {
      expect(cleanText(cleanText(value))).toBe(cleanText(value));
      expect(cleanLine(cleanLine(value))).toBe(cleanLine(value));
    }),
    { numRuns: 5000 },
  );
});

test("the direction of one line never reaches the next", () => {
  fc.assert(
    fc.property(nasty, (value) => {
      for (const line of cleanText(value).split("\n")) {
        const opened = line.match(/[\u202a\u202b\u2066-\u2068]/g)?.length ?? 0;
        const closed = line.match(/[\u202c\u2069]/g)?.length ?? 0;
        expect(opened).toBe(closed);
        expect(line).not.toMatch(/[\u202d\u202e]/);
      }
    }),
    { numRuns: 2000 },
  );
});

test("ordinary text of any language is left alone", () => {
  for (const text of [
    "我的钱包打不开了。\n\n\t转账 0.5 ETH，还没到账！",
    "Zürich — “naïve” café\r\n".replace("\r", ""),
    "می‌خواهم",
    "👩🏽‍💻🏴‍☠️",
  ]) {
    expect(cleanText(text)).toBe(text);
  }
});

test("line ends of every system become one", () => {
  expect(cleanText("a\r\nb\rc\u2028d\u0085e")).toBe("a\nb\nc\nd\ne");
});

test("a title is one trimmed line with single spaces", () => {
  expect(cleanLine("  Wallet\r\n\tdoes\u00a0not \u3000 open ")).toBe("Wallet does not open");
});

test("a name cannot hide characters or turn its direction", () => {
  expect(cleanLine("ad\u200bmin\u202e\u2066\u00ad\ufeff")).toBe("admin");
  expect(cleanLine("a\u200ddmin")).toBe("admin");
  expect(cleanLine("\u3164\u2800")).toBe("");
});

test("the same name typed in two ways is one name", () => {
  expect(cleanLine("Zoe\u0301")).toBe(cleanLine("Zoé"));
});

test("joiners stay where they carry meaning", () => {
  expect(cleanLine("👨‍👩‍👧 می‌خواهم")).toBe("👨‍👩‍👧 می‌خواهم");
});

test("marks piled on a letter are cut down", () => {
  expect([...cleanLine(`Z${"\u0323\u0302".repeat(40)}algo`)].length).toBeLessThanOrEqual(11);
});
