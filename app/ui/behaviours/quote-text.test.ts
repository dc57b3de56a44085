import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteHead, quoteMarkdown, quotePlain } from "./quote-text";
import { renderDocument } from "~/platform/markdown/render-document";

const head = quoteHead("Mei wrote:", "/t/1/replies/5");
const rendered = (source: string) => renderDocument(source);

test("a quote says whose words it holds and leads to them", () => {
  expect(quotePlain(head, "First line.\n\nSecond line.")).toBe(
    "> [Mei wrote:](/t/1/replies/5)\n>\n> First line.\n>\n> Second line.\n\n",
  );
  expect(rendered(quotePlain(head, "Hello")).html).toContain('href="/t/1/replies/5"');
});

test.each([
  "**bold** _it_ `code` ~~gone~~",
  "# no heading",
  "- no list",
  "1. no list either",
  "12) nor this",
  "> no deeper quote",
  "[words](/evil) ![picture](/evil.png)",
  "[words]: /evil",
  "<b>no</b> &lt; &#106; &amp;",
  "| a | b |",
  "---",
  "===",
  "\\* \\\\",
  "``` fence",
  "*[x]* \\[y]",
])("%j is quoted as the words a reader saw", (words) => {
  const { html, text } = rendered(quotePlain(head, words));
  expect(text.replace(/\s+/g, " ").trim()).toBe(`Mei wrote: ${words}`);
  expect(html.match(/href/g)).toHaveLength(1);
  expect(html).not.toMatch(/<(?:h\d|ul|ol|table|img|hr|pre|code|strong|em|del)\b/);
});

test("no words of a name or a post reach out of the quote, whatever they are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (name, words) => {
      const oneLine = name.replace(/\s+/g, " ").trim() || "x";
      const { html } = rendered(`${quotePlain(quoteHead(oneLine, "/t/1"), words)}After it.`);
      expect(html.split("</blockquote>")).toHaveLength(2);
      expect(html.trim()).toMatch(/^<blockquote>.*<\/blockquote>\s*<p[^>]*>After it\.<\/p>$/s);
    }),
  );
});

test.each(["\r", "\r\n", "\u0000\r\r"])("a line that ends in %j does not end the quote", (end) => {
  for (const quote of [quotePlain(head, `a${end}b`), quoteMarkdown(head, `a${end}b`, 1_000)])
    for (const line of quote.trimEnd().split(/[\r\n]/)) expect(line).toMatch(/^>/);
});

test("a whole post keeps its markup inside the quote and defines no link outside of it", () => {
  const source = "Look at **this**:\n\n```\ncode\n\n[safe]: https://evil.example\n";
  const { html } = rendered(`${quoteMarkdown(head, source, 1_000)}See [safe].`);
  expect(html).toContain("<strong>this</strong>");
  expect(html).not.toMatch(/href="https:\/\/evil/);
  expect(html.trim()).toMatch(/<\/blockquote>\s*<p[^>]*>See \[safe\]\.<\/p>$/);
  const hidden = "> > [safe]: /evil";
  expect(rendered(`${quoteMarkdown(head, hidden, 1_000)}See [safe].`).html).not.toContain('href="/evil');
});

test("a very long post is cut at the end of a line", () => {
  const quote = quoteMarkdown(head, "12345\n".repeat(100), 20);
  expect(quote).toBe(`${head}\n>\n> 12345\n> 12345\n> 12345\n> …\n\n`);
});
