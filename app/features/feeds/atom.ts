import type { Feed, FeedEntry } from "./feed";
import { element, escapeXml } from "./xml";

/** Atom 1.0: https://www.rfc-editor.org/rfc/rfc4287 */
export function writeAtom(feed: Feed): string {
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    element("id", {}, feed.id),
    element("title", {}, feed.title),
    element("subtitle", {}, feed.subtitle),
    element("updated", {}, feed.updated.toISOString()),
    element("link", { rel: "self", type: "application/atom+xml", href: feed.selfUrls.atom }),
    element("link", { rel: "alternate", type: "text/html", href: feed.pageUrl }),
    element("generator", {}, "Hearback"),
    ...feed.entries.map(writeEntry),
    `</feed>`,
    "",
  ].join("\n");
}

function writeEntry(entry: FeedEntry): string {
  return [
    `<entry xml:lang="${escapeXml(entry.language)}">`,
    element("id", {}, entry.id),
    element("title", {}, entry.title),
    element("link", { rel: "alternate", type: "text/html", href: entry.url }),
    element("published", {}, entry.publishedAt.toISOString()),
    element("updated", {}, entry.updatedAt.toISOString()),
    `<author>${element("name", {}, entry.author.name)}${entry.author.url ? element("uri", {}, entry.author.url) : ""}</author>`,
    ...entry.tags.map((tag) => element("category", { term: tag })),
    ...(entry.summary ? [element("summary", {}, entry.summary)] : []),
    ...(entry.html === null ? [] : [element("content", { type: "html" }, entry.html)]),
    `</entry>`,
  ].join("\n");
}
