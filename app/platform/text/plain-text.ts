const paragraphTags = /^\/?(?:p|div|h[1-6]|ul|ol|blockquote|pre|table|hr|section|article|dl|details)$/;
const lineTags = /^\/?(?:li|tr|dt|dd|summary|br)$/;
const hiddenTags = /^(?:script|style|template|head|title)$/;
const namedEntities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/**
 * What a reader of the markup would see: a blank line between paragraphs, code as it stands, images by their alternative
 * text. For markup we made ourselves or got from a feed: a scanner that keeps text, not a sanitiser. Its result is text
 * and needs escaping.
 */
export function textFromHtml(html: string): string {
  const lowerCase = html.toLowerCase();
  const reader = new ReaderView();
  let position = 0;
  while (position < html.length) {
    const start = html.indexOf("<", position);
    const end = start < 0 ? -1 : html.indexOf(">", start);
    if (end < 0) break;
    reader.read(html.slice(position, start));
    position = end + 1;

    const tag = html.slice(start + 1, end);
    const name = /^\/?[a-z][a-z0-9-]*/i.exec(tag)?.[0].toLowerCase() ?? "";
    if (hiddenTags.test(name)) {
      const close = lowerCase.indexOf(`</${name}`, position);
      position = close < 0 ? html.length : close;
    } else reader.meet(name, tag);
  }
  reader.read(html.slice(position));
  return reader.seen();
}

/** What remains of markdown without its marks, quickly and roughly: for a first line in a list, not for showing whole. */
export function textFromMarkdown(source: string): string {
  const lines = source
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .split("\n")
    .filter((line) => !/^ {0,3}(?:`{3,}|~{3,})/.test(line) && !/^ {0,3}(?:[-=*_] ?){3,}$/.test(line))
    .map((line) =>
      line
        .replace(/^[ \t>]*(?:#{1,6} |[-*+] (?:\[[ xX]\] )?|\d{1,9}[.)] )?/, "")
        .replace(/!?\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/g, "$1")
        .replace(/(\*\*|__|~~|`{1,3})(?=\S)([^*_~`\n]{1,500})\1/g, "$2")
        .replace(/(?<![\p{L}\p{N}\\])[*_](?=\S)([^*_\n]{1,500})[*_](?![\p{L}\p{N}])/gu, "$1")
        .replace(/\\([!-/:-@[-`{-~])/g, "$1")
        .replace(/[ \t]+/g, " ")
        .trim(),
    );
  return lines
    .filter((line, index) => line !== "" || (index > 0 && lines[index - 1] !== ""))
    .join("\n")
    .trim();
}

export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return namedEntities[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(String(hex), 16);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

/** Lays out text as a page does: white space folds outside `pre`, and breaks count only between words. */
class ReaderView {
  private readonly pieces: string[] = [];
  private breaks = 0;
  private preDepth = 0;

  meet(name: string, tag: string): void {
    if (name === "pre") this.preDepth++;
    if (name === "/pre") this.preDepth = Math.max(this.preDepth - 1, 0);
    if (name === "br") this.breaks = Math.min(this.breaks + 1, 2);
    else if (paragraphTags.test(name)) this.breaks = 2;
    else if (lineTags.test(name)) this.breaks = Math.max(this.breaks, 1);
    else if (name === "td" || name === "th") this.read(" ");
    else if (name === "img") this.read(/\balt="([^"]*)"/.exec(tag)?.[1] ?? "");
  }

  read(escaped: string): void {
    const text = decodeEntities(this.preDepth > 0 ? escaped : escaped.replace(/[ \t\n\r]+/g, " "));
    const isAfterSpace = this.breaks > 0 || /^$|[ \n]$/.test(this.pieces.at(-1) ?? "");
    const visible = isAfterSpace && this.preDepth === 0 ? text.trimStart() : text;
    if (visible === "") return;
    if (this.breaks > 0 && this.pieces.length > 0) {
      this.pieces.push(this.pieces.pop()?.trimEnd() ?? "", "\n".repeat(this.breaks));
    }
    this.breaks = 0;
    this.pieces.push(visible);
  }

  seen(): string {
    return this.pieces.join("").trim();
  }
}
