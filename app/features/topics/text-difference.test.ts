import fc from "fast-check";
import { expect, test } from "vitest";
import { difference } from "./text-difference";

const side = (parts: ReturnType<typeof difference>, gone: "added" | "removed") =>
  parts
    .filter(({ kind }) => kind !== gone)
    .map(({ text }) => text)
    .join("");

test("both texts can be read out of their difference, to the letter", () => {
  const text = fc.array(fc.constantFrom("the ", "swap", "\n", "交易", "失败，", " ", "🙂", "#12"), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(""), other.join("")];
      const parts = difference(before, after);
      expect(side(parts, "added")).toBe(before);
      expect(side(parts, "removed")).toBe(after);
    }),
  );
});

test("Chinese is compared by words, not by lines", () => {
  expect(
    difference("请更新到最新版本再试", "请更新到旧版本再试").filter(({ kind }) => kind === "same"),
  ).not.toEqual([]);
});

test("what stayed between two rewritten passages stays in one piece", () => {
  const before = "### What I did\n\nI opened the app\n\n### What happened\n\nNothing. `E-77`";
  const after = "### What happened\n\nNothing, not even a light. `E-77`";
  expect(difference(before, after)).toEqual([
    { kind: "removed", text: "### What I did\n\nI opened the app\n\n" },
    { kind: "same", text: "### What happened\n\n" },
    { kind: "same", text: "Nothing" },
    { kind: "added", text: ", not even a light" },
    { kind: "same", text: ". `E-77`" },
  ]);
});

test("a sentence that shares but a few small words with the one before is shown whole", () => {
  expect(difference("The wallet is the one I use", "Is it safe in the long run, and for whom?")).toEqual([
    { kind: "removed", text: "The wallet is the one I use" },
    { kind: "added", text: "Is it safe in the long run, and for whom?" },
  ]);
});

test("two long texts that have nothing in common are compared within half a second", () => {
  const long = (seed: number) =>
    Array.from({ length: 12_000 }, (_, index) => `w${(index * seed) % 5003}`).join(" ");
  const started = performance.now();
  const parts = difference(long(7919), long(104_729));
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(side(parts, "added")).toBe(long(7919));
});
