import fc from "fast-check";
import { expect, test } from "vitest";
import { sectionsOf } from "./sections";

test("a short source is one section", () => {
  expect(sectionsOf("a\n\nb", 100)).toEqual(["a\n\nb"]);
});

test("a long source is cut at a blank line", () => {
  const paragraph = `${"word ".repeat(5).trim()}\n`;
  const sections = sectionsOf(`${paragraph}\n`.repeat(10), 100);
  expect(sections.join("")).toBe(`${paragraph}\n`.repeat(10));
  for (const section of sections.slice(0, -1)) expect(section.endsWith("\n")).toBe(true);
});

test("code that is cut goes on as code", () => {
  const sections = sectionsOf(`\`\`\`js\n${"let a = 1;\n".repeat(20)}\`\`\`\nend\n`, 100);
  expect(sections.length).toBeGreaterThan(2);
  for (const section of sections) expect(section).toMatch(/^```js\n[^]*\n```\n(?:end\n)?$/);
});

test("nothing is lost and nothing is longer than allowed but for the fences added", () => {
  const piece = fc.constantFrom(
    "a",
    "word ",
    "\n",
    "\n\n",
    "```\n",
    "~~~~js\n",
    "> ",
    "- b\n",
    "😀",
    "x".repeat(70),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
      const source = pieces.join("");
      const sections = sectionsOf(source, 64);
      for (const section of sections) expect(section.length).toBeLessThan(64 + 32);
      const withoutFences = (text: string) => text.replace(/[`~]+(?:js)?|\n/g, "");
      expect(withoutFences(sections.join(""))).toBe(withoutFences(source));
    }),
    { numRuns: 2000 },
  );
});
