import type { Token } from "marked";
import { decodeEntities } from "~/platform/text/plain-text";

const comment = /^<!--[\s\S]*?-->/;
const commentBlock = /^ {0,3}<!--[\s\S]*?-->[ \t]*(?:\n|$)/;
const lineTags = new Set("br p div li tr h1 h2 h3 h4 h5 h6 dt dd blockquote pre".split(" "));
const silentTags = new Set(
  (
    "details summary center sub sup kbd ins small big font span section b strong i em u s tt samp var mark " +
    "ul ol dl table thead tbody td th picture source a"
  ).split(" "),
);
const maxLinkCharacters = 2000;

/** A comment standing by itself: in issue templates it speaks to the author and nobody else. */
export function importedComment(src: string): string | null {
  return commentBlock.exec(src)?.[0] ?? null;
}

/**
 * What a tag of a text written for another site becomes: a break, a link, a picture or nothing. Null for tags that never
 * were markup (`<list>`, `<T>`, `<script>`), which stay text. `tag` is the text the parser takes for a tag at `src`.
 */
export function importedTag(tag: string, src: string, inline: (text: string) => Token[]): Token | null {
  if (comment.test(tag)) return silence(tag);
  const [, slash = "", written = ""] = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/.exec(tag) ?? [];
  const name = written.toLowerCase();
  if (name === "img" && !slash) return picture(tag);
  if (name === "a" && !slash) return link(tag, src, inline) ?? silence(tag);
  if (lineTags.has(name)) return slash ? silence(tag) : { type: "br", raw: tag };
  return silentTags.has(name) ? silence(tag) : null;
}

function picture(tag: string): Token {
  const href = attribute(tag, "src");
  if (!href) return silence(tag);
  const text = attribute(tag, "alt") ?? "";
  return {
    type: "image",
    raw: tag,
    href,
    title: null,
    text,
    tokens: [{ type: "text", raw: text, text, escaped: false }],
  };
}

function link(tag: string, src: string, inline: (text: string) => Token[]): Token | null {
  const href = attribute(tag, "href");
  const end = src.slice(0, maxLinkCharacters).toLowerCase().indexOf("</a>");
  if (!href || end < tag.length) return null;
  const text = src.slice(tag.length, end);
  return {
    type: "link",
    raw: src.slice(0, end + "</a>".length),
    href,
    title: null,
    text,
    tokens: inline(text),
  };
}

function silence(raw: string): Token {
  return { type: "html", block: false, raw, text: "", inLink: false, inRawBlock: false };
}

function attribute(tag: string, name: string): string | null {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag) ?? [];
  const value = double ?? single ?? bare;
  return value === undefined ? null : decodeEntities(value).trim();
}
