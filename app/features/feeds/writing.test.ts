import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { writeAtom } from "./atom";
import type { Feed, FeedEntry } from "./feed";
import { writeJsonFeed } from "./json-feed";
import { element } from "./xml";

const day = new Date("2026-11-22T14:05:00.000Z");

function anEntry(traits: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: "tag:hearback.test,2026:topic/1",
    url: "https://hearback.test/t/1/a",
    title: "A title",
    language: "en",
    publishedAt: day,
    updatedAt: day,
    author: { name: "Mei" },
    html: "<p>Hello</p>",
    summary: "Hello",
    tags: ["technical"],
    ...traits,
  };
}

function aFeed(entries: FeedEntry[]): Feed {
  return {
    id: "tag:hearback.test,2026:feeds/all",
    title: "Everything",
    subtitle: "",
    language: "en",
    pageUrl: "https://hearback.test/",
    selfUrls: { atom: "https://hearback.test/feeds/all.atom", json: "https://hearback.test/feeds/all.json" },
    updated: day,
    entries,
  };
}

/** Texts of the elements of a name, by a strict XML parser; throws when the document is not well-formed. */
function textsOf(xml: string, name: string): string[] {
  const parser = new SaxesParser({ xmlns: true });
  const texts: string[] = [];
  const open: string[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    open.push(tag.name);
    if (tag.name === name) texts.push("");
  });
  parser.on("text", (text) => {
    if (open.at(-1) === name) texts[texts.length - 1] += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return texts;
}

const hostile = [
  `</title><script>alert(1)</script>`,
  `]]><x a="'`,
  `&amp;lt; &#0; &#xFFFF;`,
  "\u0000\u0001\u000b\u001f\uFFFE\uFFFF\uD800 lone",
  `<!ENTITY x SYSTEM "file:///etc/passwd">`,
  `<?xml version="1.0"?>`,
  "官方回复 🐦 \u202Eabc",
];

describe("a feed with hostile texts", () => {
  test.each(hostile)("is one well-formed document with one entry: %j", (text) => {
    const html = `<p>${text}</p>`;
    const xml = writeAtom(
      aFeed([anEntry({ title: text, author: { name: text }, html, summary: text, tags: [text] })]),
    );
    const kept = text.replace(/[\u0000\u0001\u000b\u001f\uFFFE\uFFFF\uD800]/gu, "");
    expect(textsOf(xml, "title")).toEqual(["Everything", kept]);
    expect(textsOf(xml, "content")).toEqual([`<p>${kept}</p>`]);
    expect(textsOf(xml, "entry")).toHaveLength(1);
    expect(textsOf(xml, "script")).toEqual([]);
  });

  test("stays well-formed whatever the characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const xml = writeAtom(aFeed([anEntry({ title: text, summary: text, html: text, tags: [text] })]));
        expect(textsOf(xml, "entry")).toHaveLength(1);
      }),
    );
  });

  test("is read back from JSON as it was written", () => {
    for (const text of hostile) {
      const { items } = JSON.parse(
        writeJsonFeed(aFeed([anEntry({ title: text, html: null, summary: text })])),
      ) as {
        items: { title: string; content_text: string; content_html?: string }[];
      };
      expect(items[0]).toMatchObject({ title: text, content_text: text });
      expect(items[0]!.content_html).toBeUndefined();
    }
  });
});

test("what is not given is not written", () => {
  expect(element("link", { href: "/a", title: undefined })).toBe(`<link href="/a"/>`);
});
