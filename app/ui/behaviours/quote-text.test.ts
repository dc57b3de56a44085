import fc from "fast-check";
import { expect, test } from "vitest";
import { quoteHead, quoteMarkdown, quotePlain } from "./quote-text";
import { renderDocument } from "~/platform/markdown/render-document";
import { cleanText } from "~/platform/text/clean-text";

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

// What a post goes through on its way to the page.
const saved = (source: string) => rendered(cleanText(source)).html;

// A character reference in a post makes any of them part of the words a reader selects.
test.each(["\r", "\r\n", "\u0000\r\r", "\u2028\u2028", "\u0085\u0085"])(
  "a line that ends in %j does not end the quote",
  (end) => {
    expect(saved(`${quotePlain(head, `a${end}b`)}After it.`)).toMatch(
      /b<\/p>\s*<\/blockquote>\s*<p>After it\.<\/p>\s*$/,
    );
  },
);

test("what is not visible does not hide a mark that begins a heading or a list", () => {
  expect(saved(quotePlain(head, "\u0000# none\n\u202E- none"))).not.toMatch(/<(?:h\d|ul)/);
});

test("no words of a name or a post reach out of the quote, whatever they are", () => {
  const signs = fc.constantFrom(..."\u2028\u0085\r\n\0\u202E\uFEFF#>`-+*=1.)[]|~ a");
  const words = fc.string({
    unit: fc.oneof(signs, fc.string({ unit: "binary", minLength: 1, maxLength: 1 })),
  });
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), words, (name, text) => {
      const oneLine = name.replace(/\s+/g, " ").trim() || "x";
      const html = saved(`${quotePlain(quoteHead(oneLine, "/t/1"), text)}After it.`);
      expect(html.split("</blockquote>")).toHaveLength(2);
      expect(html.trim()).toMatch(/^<blockquote>.*<\/blockquote>\s*<p[^>]*>After it\.<\/p>$/s);
      expect(html).not.toMatch(/<(?:h\d|ul|ol|table|img|hr|pre|code|strong|em|del)\b/);
    }),
  );
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
