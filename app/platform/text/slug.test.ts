import fc from "fast-check";
import { expect, test } from "vitest";
import { slug } from "./slug";

test.each([
  ["Wallet doesn't open (v2.4)!", "wallet-doesnt-open-v2-4"],
  ["Café Zürich – naïve", "cafe-zurich-naive"],
  ["转账成功，但余额未更新", "转账成功-但余额未更新"],
  ["Android 端 闪退", "android-端-闪退"],
  ["ＵＳＤＴ　ｔｒａｎｓｆｅｒ", "usdt-transfer"],
  ["Кошелёк йод", "кошелёк-йод"],
  ["🚀🚀", ""],
])("%j becomes %j", (title, expected) => {
  expect(slug(title)).toBe(expected);
});

test("a long title is cut between words, a long Chinese one between characters", () => {
  expect(slug("the quick brown fox jumps over the lazy dog and then it runs far away")).toBe(
    "the-quick-brown-fox-jumps-over-the-lazy-dog-and-then-it-runs",
  );
  expect(slug("字".repeat(100))).toBe("字".repeat(30));
});

test("every slug is safe in an address and short", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (title) => {
      const made = slug(title);
      expect(made).toMatch(/^(?:[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*)?$/u);
      expect(encodeURIComponent(made).length).toBeLessThanOrEqual(60 * 12);
    }),
    { numRuns: 3000 },
  );
  expect(slug("\ud800 lone")).toBe("lone");
});
