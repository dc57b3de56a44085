import { withoutDisguised } from "./disguised";
import { escapeHtml } from "./escape-html";
import { rendererVersion, type RenderedMarkdown } from "./port";

/** The whole source as it was typed, for documents that cannot be rendered in time. Nothing of it is lost. */
export function renderPlain(source: string): RenderedMarkdown {
  const text = withoutDisguised(source).trim();
  const html = `<pre class="plain">${escapeHtml(text)}</pre>`;
  return { html, text, mentions: [], links: [], version: rendererVersion, isPlain: true };
}
