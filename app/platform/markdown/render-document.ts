import { Parser } from "marked";
import { textFromHtml } from "~/platform/text/plain-text";
import { keepAllowed } from "./allow-list";
import { BoundedLexer } from "./bounded-lexer";
import { withoutDisguised } from "./disguised";
import { maxSectionCharacters, maxSourceCharacters } from "./limits";
import { MarkupRenderer } from "./markup-renderer";
import { renderPlain } from "./plain-rendering";
import { rendererVersion, type MarkdownOptions, type RenderedMarkdown } from "./port";
import { sectionsOf } from "./sections";

/** One document, in whatever thread. Pure and deterministic; the deadline is the caller's. */
export function renderDocument(source: string, options: MarkdownOptions = {}): RenderedMarkdown {
  if (source.length > maxSourceCharacters) return renderPlain(source);
  const mentions = new Set<string>();
  const links = new Set<string>();
  let html = "";
  try {
    for (const section of sectionsOf(source, maxSectionCharacters)) {
      const renderer = new MarkupRenderer(options);
      html += renderSection(section, renderer, options.isImported ?? false);
      for (const mention of renderer.mentions) mentions.add(mention);
      for (const link of renderer.links) links.add(link);
    }
  } catch {
    // TooMuchWork, or a stack or an assumption of the parser broken by the document.
    return renderPlain(source);
  }
  const text = textFromHtml(html);
  return { html, text, mentions: [...mentions], links: [...links], version: rendererVersion, isPlain: false };
}

function renderSection(source: string, renderer: MarkupRenderer, isImported: boolean): string {
  // Line breaks count as people type them: in a forum a new line is meant.
  const settings = { gfm: true, breaks: true };
  const tokens = new BoundedLexer(settings, { isImported }).lex(source);
  const html = Parser.parse(tokens, { ...settings, renderer });
  return withoutDisguised(keepAllowed(html)).trim();
}
