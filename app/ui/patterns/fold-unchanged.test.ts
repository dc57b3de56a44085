import fc from "fast-check";
import { expect, test } from "vitest";
import { foldUnchanged, type ChangedPart } from "./fold-unchanged";

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `Line ${index + 1} says what it always said.\n`).join("");

test("a change in the middle of a long text stands between a few lines, with the rest folded", () => {
  const shown = foldUnchanged([
    { kind: "same", text: lines(100) },
    { kind: "removed", text: "noon" },
    { kind: "added", text: "night" },
    { kind: "same", text: lines(100) },
  ]);
  expect(shown.map(({ kind }) => kind)).toEqual([
    ...["folded", "same", "removed", "added", "same", "folded"],
  ]);
  expect(shown[1]!.text).toMatch(/^Line \d+ says/);
  expect(shown[4]!.text.length).toBeLessThanOrEqual(160);
  expect(shown[5]!.text).toMatch(/^Line \d+ says/);
});

test("a long passage of Chinese without any line is cut at the end of a sentence", () => {
  const text = "转账一直显示待处理，已经过去三个小时。".repeat(60);
  const [, folded, tail] = foldUnchanged([
    { kind: "added", text: "补充：" },
    { kind: "same", text },
    { kind: "added", text: "已经到账。" },
  ]).slice(1);
  expect(folded).toEqual({ kind: "folded", text: expect.stringMatching(/^转账.*。$/) as string });
  expect(tail).toEqual({ kind: "same", text: expect.stringMatching(/^转账.*。$/) as string });
});

test("a text that did not change is not folded, nor a short run", () => {
  expect(foldUnchanged([{ kind: "same", text: lines(100) }])).toEqual([{ kind: "same", text: lines(100) }]);
  const short: ChangedPart[] = [
    { kind: "same", text: lines(5) },
    { kind: "added", text: "more" },
  ];
  expect(foldUnchanged(short)).toEqual(short);
});

test("folding loses no letter and splits no character", () => {
  const part = fc.record({
    kind: fc.constantFrom("same" as const, "added" as const, "removed" as const),
    text: fc
      .array(fc.constantFrom("🙂", "字", "word ", "\n", "。"), { maxLength: 900 })
      .map((all) => all.join("")),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const shown = foldUnchanged(parts);
      expect(shown.map(({ text }) => text).join("")).toBe(parts.map(({ text }) => text).join(""));
      for (const { text } of shown) expect(text).not.toMatch(/\p{Surrogate}/u);
    }),
    { numRuns: 60 },
  );
});
