import { Renderer, type Tokens } from "marked";
import { decodeEntities } from "~/platform/text/plain-text";
import { escapeHtml, escapeHtmlAround } from "./escape-html";
import { highlight, isKnownLanguage } from "./highlight";
import { maxAddressCharactersPerSection, maxHighlightWork, maxMentionLinksPerSection } from "./limits";
import { linkTarget, ownFileAddress } from "./link-policy";
import { mentionedName, nameOrReference } from "./names-in-text";
import type { MarkdownOptions } from "./port";

const outsideRel = "ugc nofollow noopener noreferrer";
const pageHeadings = 2; // h1 and h2 belong to the page

/** Markup of our own for each token, and what was met on the way. One for each document. */
export class MarkupRenderer extends Renderer {
  readonly mentions = new Set<string>();
  readonly links = new Set<string>();
  private readonly knownNames: ReadonlyMap<string, string> | null;
  private readonly references: ReadonlyMap<string, string>;
  private isInLink = false;
  /** Depths of the headings around the present place, as typed. */
  private readonly outline: number[] = [];
  private addressBudget = maxAddressCharactersPerSection;
  private mentionBudget = maxMentionLinksPerSection;
  private highlightBudget = maxHighlightWork;

  constructor(options: MarkdownOptions) {
    super();
    this.knownNames = options.names ? new Map(options.names.map((name) => [name.toLowerCase(), name])) : null;
    this.references = new Map(Object.entries(options.linkReference ?? {}));
  }

  override html({ text }: Tokens.HTML | Tokens.Tag): string {
    return escapeHtml(text);
  }

  override paragraph({ tokens }: Tokens.Paragraph): string {
    // Tags and comments of imported texts leave breaks, or nothing at all, where they stood.
    const content = withoutOuterBreaks(this.parser.parseInline(tokens));
    return content ? `<p>${content}</p>\n` : "";
  }

  /** What counts is what stands under what: whoever begins with "###" leaves no gap in the page's outline. */
  override heading({ tokens, depth }: Tokens.Heading): string {
    while (this.outline.length > 0 && this.outline.at(-1)! >= depth) this.outline.pop();
    const level = Math.min(this.outline.push(depth) + pageHeadings, 6);
    return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
  }

  /** Scrolls sideways by itself, and so must be reachable by keyboard. */
  override code({ text, lang }: Tokens.Code): string {
    const language = /^\S*/.exec(lang ?? "")?.[0].toLowerCase() ?? "";
    const code = text.endsWith("\n") ? text : `${text}\n`;
    const { html, work } = highlight(code, language, this.highlightBudget);
    this.highlightBudget -= work;
    const languageClass = isKnownLanguage(language) ? ` class="language-${escapeHtml(language)}"` : "";
    return `<pre tabindex="0"><code${languageClass}>${html}</code></pre>\n`;
  }

  override table(token: Tokens.Table): string {
    return `<div class="table" tabindex="0">${super.table(token)}</div>\n`;
  }

  /** A mark that is text: a disabled checkbox without a name helps nobody who cannot see it. */
  override checkbox({ checked }: Tokens.Checkbox): string {
    return checked ? "☑ " : "☐ ";
  }

  override listitem(item: Tokens.ListItem): string {
    const body = this.parser.parse(item.tokens);
    return item.task ? `<li class="task">${body}</li>\n` : `<li>${body}</li>\n`;
  }

  override link({ href, raw, text, tokens, autolink }: Tokens.Link): string {
    const target = this.affordable(linkTarget(decodeEntities(href)));
    // Shown as written, so that nobody is led to believe in a link that is not there.
    if (!target) return escapeHtml(raw);
    if (target.isOutside) this.links.add(target.href);
    const label = (autolink ? escapeHtml(text) : this.linkLabel(tokens)) || escapeHtml(target.href);
    // The label of a link from another site's HTML may hold markdown links; browsers would tear the outer one apart.
    return this.isInLink ? label : this.anchor(target.href, target.isOutside, label);
  }

  override image({ href, raw, text, tokens }: Tokens.Image): string {
    const alt = decodeEntities(
      tokens ? this.parser.parseInline(tokens, this.parser.textRenderer) : text,
    ).trim();
    const own = ownFileAddress(href);
    if (own) return `<img src="${own}" alt="${escapeHtml(alt)}" loading="lazy" decoding="async">`;
    const target = this.affordable(linkTarget(decodeEntities(href)));
    if (!target) return escapeHtml(raw);
    if (target.isOutside) this.links.add(target.href);
    const label = escapeHtml(alt || target.href);
    return this.isInLink ? label : this.anchor(target.href, target.isOutside, label, "outside-image");
  }

  override text(token: Tokens.Text | Tokens.Escape): string {
    if ("tokens" in token && token.tokens) return this.parser.parseInline(token.tokens);
    return this.isInLink || token.type === "escape"
      ? escapeHtmlAround(token.text)
      : this.withNames(token.text);
  }

  private linkLabel(tokens: Tokens.Link["tokens"]): string {
    const outer = this.isInLink;
    this.isInLink = true;
    try {
      return this.parser.parseInline(tokens).trim();
    } finally {
      this.isInLink = outer;
    }
  }

  private withNames(text: string): string {
    if (!text.includes("@") && !text.includes("#")) return escapeHtmlAround(text);
    let html = "";
    let position = 0;
    for (const match of text.matchAll(nameOrReference())) {
      const link = match[1] ? this.mention(match[1]) : this.reference(match[2] ?? "");
      if (!link) continue;
      html += escapeHtmlAround(text.slice(position, match.index)) + link.html;
      position = match.index + link.length;
    }
    return html + escapeHtmlAround(text.slice(position));
  }

  private mention(written: string): { html: string; length: number } | null {
    const name = mentionedName(written, this.knownNames);
    if (!name || this.mentionBudget === 0) return null;
    this.mentionBudget--;
    this.mentions.add(name);
    const shown = written.slice(0, name.length);
    const html = `<a class="mention" href="/members/${encodeURIComponent(name)}">@${escapeHtml(shown)}</a>`;
    return { html, length: name.length + 1 };
  }

  private reference(written: string): { html: string; length: number } | null {
    const address = this.references.get(written);
    const target = address === undefined ? null : this.affordable(linkTarget(address));
    if (!target) return null;
    return {
      html: this.anchor(target.href, target.isOutside, escapeHtml(written), "reference"),
      length: written.length,
    };
  }

  private affordable<Target extends { href: string }>(target: Target | null): Target | null {
    if (!target || target.href.length > this.addressBudget) return null;
    this.addressBudget -= target.href.length;
    return target;
  }

  private anchor(href: string, isOutside: boolean, label: string, name?: string): string {
    const classAttribute = name ? ` class="${name}"` : "";
    const rel = isOutside ? ` rel="${outsideRel}"` : "";
    return `<a${classAttribute} href="${escapeHtml(href)}"${rel}>${label}</a>`;
  }
}

// By hand: a pattern that looks for white space at the end starts anew at every space there is.
function withoutOuterBreaks(html: string): string {
  let content = html.trim();
  while (content.startsWith("<br>")) content = content.slice("<br>".length).trimStart();
  while (content.endsWith("<br>")) content = content.slice(0, -"<br>".length).trimEnd();
  return content;
}
