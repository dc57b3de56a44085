import fc from "fast-check";
import hljs from "highlight.js/lib/common";
import { expect, test } from "vitest";
import { deadlineMilliseconds } from "~/platform/markdown/limits";
import type { MarkdownOptions } from "~/platform/markdown/port";
import { renderDocument } from "~/platform/markdown/render-document";
import { faultIn } from "./allowed-markup";
import { hostileDocuments } from "./hostile-documents";

const maxGrowth = 40;
// The worst of today takes a third of the deadline. Time of a processor with much else to do counts up to four times as
// long; what goes wrong here goes wrong by far more.
const mostMilliseconds = 2 * deadlineMilliseconds;

test(
  "no hostile document is far beyond its time, grows without bound or leaves the allow-list",
  { timeout: 300_000 },
  () => {
    const faults = hostileDocuments().flatMap(([name, source]) => faultsOf(name, source));
    expect(faults).toEqual([]);
  },
);

test("no code in any language does either", { timeout: 300_000 }, () => {
  const worst = [
    "a",
    "a_",
    '"',
    "'",
    "(",
    "<a",
    "<!--",
    '\\"',
    "${",
    "&&",
    "import ",
    "SELECT ",
    "'''",
    "a.",
    "a\n",
    "{{",
    "<<A\n",
  ];
  const faults = hljs.listLanguages().flatMap((language) =>
    worst.flatMap((piece) => {
      const lines = `${piece.repeat(490 / piece.length)}\n`.repeat(20).slice(0, 7900);
      return faultsOf(`${language}: ${piece}`, `\`\`\`${language}\n${lines}\n\`\`\`\n\n`.repeat(8));
    }),
  );
  expect(hljs.listLanguages().length).toBeGreaterThan(30);
  expect(faults).toEqual([]);
});

test("whatever is written, only allowed markup comes out", { timeout: 300_000 }, () => {
  const tag = fc.constantFrom(
    "script",
    "img",
    "a",
    "b",
    "svg",
    "iframe",
    "style",
    "math",
    "template",
    "textarea",
    "form",
    "input",
    "xmp",
  );
  const address = fc.constantFrom(
    ...'javascript:alert(1)|JAVASCRIPT:x|data:text/html,x|//evil.example|/\\evil|https://a@b.c|http://a.b/"onclick=x|&#106;avascript:x|/files/1|/t/1|mailto:a@b.c?body=x|java&Tab;script:x'.split(
      "|",
    ),
  );
  const piece = fc.oneof(
    fc.constantFrom(
      ..."[ ] ( ) ! * ** _ ` ``` ~~ # > - 1. | < > & \\ \" ' = @mei #12 : \n \n\n".split(" "),
      " ",
      "    ",
      "\n|-|-|\n",
      "|a|b|",
    ),
    address,
    address.map((to) => `[x](${to})`),
    address.map((to) => `![x](<${to}> "t")`),
    address.map((to) => `<${to}>`),
    address.map((to) => `\n[r]: ${to}\n\n[r]`),
    fc
      .tuple(tag, address)
      .map(([name, to]) => `<${name} id=x name=y onerror="alert(1)" style="x" href='${to}' src=${to}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<?",
      "?>",
      "&lt;script&gt;",
      "&#60;b&#62;",
      "&#x202e;",
      "\u202e",
      "\u0000",
      "\ud800",
    ),
    fc.constantFrom("\n```js\n", "\n```html\n", "\n```\n", "字", "😀", "\u00a0"),
    fc.string({ unit: "binary", maxLength: 4 }),
  );
  const options = fc.constantFrom<MarkdownOptions>(
    {},
    { isImported: true },
    { linkReference: { "#12": "javascript:x" } },
    { names: ["mei"] },
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), options, (parts, given) => {
      const { html, text, isPlain } = renderDocument(parts.join(""), given);
      expect(faultIn(html)).toBeNull();
      expect(isPlain).toBe(false);
      expect(text).not.toMatch(/[\u202d\u202e]/);
    }),
    { numRuns: 6000 },
  );
});

test("the judge of these tests sees what it must", () => {
  for (const bad of [
    "<script>",
    '<p onclick="x">',
    '<a href="javascript:x">x</a>',
    '<a href="//evil.example">x</a>',
    '<a href="https://a@b.c/" rel="ugc nofollow noopener noreferrer">x</a>',
    '<a href="https://b.c/">x</a>',
    '<img src="https://b.c/x.png" alt="">',
    '<p id="x"></p>',
    "<p>",
    "</p>",
    "a < b",
    "&copy;",
    "\u202e",
    '<a href="/x"><a href="/y">x</a></a>',
  ]) {
    expect(faultIn(bad), bad).not.toBeNull();
  }
});

function faultsOf(name: string, source: string): string[] {
  const { html, milliseconds: first } = measured(source);
  let milliseconds = first;
  // The time of the process holds what collecting the leavings of other tests takes. That only ever adds, so of a
  // document that seems slow the least of several tries is what it costs.
  for (let tries = 0; tries < 3 && milliseconds > mostMilliseconds; tries++)
    milliseconds = Math.min(milliseconds, measured(source).milliseconds);
  const faults = [faultIn(html)];
  if (milliseconds > mostMilliseconds) faults.push(`took ${milliseconds} ms`);
  if (html.length > 100_000 + source.length * maxGrowth) faults.push(`grew to ${html.length} characters`);
  return faults.filter((fault) => fault !== null).map((fault) => `${name}: ${fault}`);
}

function measured(source: string): { html: string; milliseconds: number } {
  const before = process.cpuUsage();
  const { html } = renderDocument(source);
  const { user, system } = process.cpuUsage(before);
  return { html, milliseconds: (user + system) / 1000 };
}
