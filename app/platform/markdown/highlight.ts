import hljs from "highlight.js/lib/common";
import { escapeHtml } from "./escape-html";
import { maxHighlightedGrowth, maxHighlightedLine } from "./limits";

/**
 * Code with the classes of its words, or only escaped when the language is not known or the block is too large to look
 * at. Never guesses a language: that costs as much as all languages together and is mostly wrong. `work` is what this
 * took of the budget.
 */
export function highlight(code: string, language: string, budget: number): { html: string; work: number } {
  const work = code.length ** 2;
  const isCheap = work <= budget && code.split("\n").every((line) => line.length <= maxHighlightedLine);
  if (!isCheap || !isKnownLanguage(language)) return { html: escapeHtml(code), work: 0 };
  const html = hljs.highlight(code, { language, ignoreIllegals: true }).value;
  const isReadable = html.length <= code.length * maxHighlightedGrowth;
  return { html: isReadable ? html : escapeHtml(code), work };
}

export function isKnownLanguage(language: string): boolean {
  return /^[a-z0-9+#-]{1,20}$/.test(language) && hljs.getLanguage(language) !== undefined;
}
