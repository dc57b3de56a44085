import { SaxesParser } from "saxes";

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]/;

/** What a document breaks of RFC 4287, by a strict parser and the list of what each element must have. */
export function brokenAtomRules(xml: string): string[] {
  const broken: string[] = [];
  const check = (isKept: boolean, rule: string) => void (isKept || broken.push(rule));
  const feed = parse(xml);
  check(
    feed.name === "feed" && feed.attributes.xmlns === "http://www.w3.org/2005/Atom",
    "feed in the namespace",
  );
  check(!control.test(xml), "no control characters");
  const entries = all(feed, "entry");
  for (const [element, where] of [[feed, "feed"], ...entries.map((entry) => [entry, "entry"])] as [
    Element,
    string,
  ][]) {
    for (const name of ["id", "title", "updated"])
      check(
        all(element, name).length === 1 && text(element, name) !== "",
        `${where}: one ${name} that says something`,
      );
    check(isIri(text(element, "id")), `${where}: id is an IRI`);
    check(time.test(text(element, "updated")), `${where}: updated is a time of RFC 3339`);
    for (const link of all(element, "link"))
      check(isAddress(link.attributes.href), `${where}: whole addresses`);
    const alternates = all(element, "link").filter(({ attributes }) => attributes.rel === "alternate");
    check(alternates.length === 1, `${where}: one page`);
  }
  check(
    all(feed, "link").some(({ attributes }) => attributes.rel === "self"),
    "feed: its own address",
  );
  const ids = entries.map((entry) => text(entry, "id"));
  check(new Set(ids).size === ids.length, "ids are unique");
  const newest = entries
    .map((entry) => text(entry, "updated"))
    .toSorted()
    .at(-1);
  check(!newest || text(feed, "updated") === newest, "feed: updated when its newest entry was");
  for (const entry of entries) {
    const [author] = all(entry, "author");
    check(author !== undefined && text(author, "name") !== "", "entry: an author with a name");
    check(time.test(text(entry, "published")), "entry: published is a time of RFC 3339");
    check(text(entry, "published") <= text(entry, "updated"), "entry: not updated before it was published");
    check(Boolean(entry.attributes["xml:lang"]), "entry: a language");
    const [content] = all(entry, "content");
    check(!content || content.attributes.type === "html", "content is markup in text");
    check(
      !/<script|\son\w+=|(href|src)="(?!https?:|mailto:|#)/i.test(content?.text ?? ""),
      "content: clean, with whole addresses",
    );
    check(content !== undefined || text(entry, "summary") !== "", "entry: content or summary");
  }
  return broken;
}

interface JsonItem {
  id?: unknown;
  url?: unknown;
  content_html?: string;
  content_text?: string;
  date_published?: string;
  date_modified?: string;
  authors?: { name?: string }[];
  tags?: unknown;
}

/** What a document breaks of JSON Feed 1.1. */
export function brokenJsonFeedRules(json: string): string[] {
  const broken: string[] = [];
  const check = (isKept: boolean, rule: string) => void (isKept || broken.push(rule));
  const feed = JSON.parse(json) as Record<string, unknown> & { items: JsonItem[] };
  check(feed.version === "https://jsonfeed.org/version/1.1", "version");
  check(typeof feed.title === "string" && feed.title !== "", "title");
  check(isAddress(feed.home_page_url) && isAddress(feed.feed_url), "whole addresses");
  const ids = feed.items.map(({ id }) => id);
  check(new Set(ids).size === ids.length, "ids are unique");
  for (const item of feed.items) {
    check(typeof item.id === "string" && item.id !== "", "item: id is a text");
    check(isAddress(item.url), "item: whole address");
    check((item.content_html ?? item.content_text) !== undefined, "item: content");
    check(
      !/<script|(href|src)="(?!https?:|mailto:|#)/i.test(item.content_html ?? ""),
      "item: clean, with whole addresses",
    );
    check(
      time.test(item.date_published ?? "") && time.test(item.date_modified ?? ""),
      "item: times of RFC 3339",
    );
    check((item.authors ?? []).length === 1 && item.authors![0]!.name !== "", "item: an author with a name");
    check(Array.isArray(item.tags), "item: tags are a list");
  }
  return broken;
}

function parse(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: "", attributes: {}, text: "", children: [] };
  const open = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element = { name, attributes: values, text: "", children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("text", (part) => void (open.at(-1)!.text += part));
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return root.children[0]!;
}

function all({ children }: Element, name: string): Element[] {
  return children.filter((child) => child.name === name);
}

function text(element: Element, name: string): string {
  return all(element, name)[0]?.text ?? "";
}

function isIri(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/.test(value);
}

function isAddress(value: unknown): boolean {
  return typeof value === "string" && /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value);
}
