import { cleanText } from "~/platform/text/clean-text";

const inlineMarks = /[\\`*_[\]<~|]|&(?=#?\w+;)/g;
const lineMark = /^(?:[#>+=-]|\d{1,9}(?=[.)]))/;
const linkDefinition = /^((?:\s|>)*)(\[[^\]]*\]:)/;

/** One line of plain text as markdown that shows it as it is. */
export function escapeMarkdown(line: string): string {
  const text = line.replace(inlineMarks, "\\$&").trim();
  return text.replace(lineMark, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** The line over a quote: whose words they are, and where they stand. `words` are plain text. */
export function quoteHead(words: string, href: string): string {
  return `> [${escapeMarkdown(words)}](${href})`;
}

/**
 * Words as a reader sees them, as a quote under its head. Nothing in them is markup. They are cleaned as every text is when
 * it is saved: a line separator (`&#x2028;` in a post) that becomes the end of a line only then would end the quote.
 */
export function quotePlain(head: string, text: string): string {
  return quoteLines(head, cleanText(text).trim().split("\n").map(escapeMarkdown).join("\n"));
}

/**
 * Markdown as it was saved, as a quote under its head. A definition of a link is shown as text: it would hold for the
 * whole post, and put an address of theirs behind the words of whoever quotes. Longer texts are cut at a line.
 */
export function quoteMarkdown(head: string, source: string, mostCharacters: number): string {
  const lines = source.split("\n").map((line) => line.replace(linkDefinition, "$1\\$2"));
  let left = mostCharacters;
  const end = lines.findIndex((line) => (left -= line.length + 1) < 0);
  return quoteLines(head, end < 0 ? lines.join("\n") : [...lines.slice(0, end), "…"].join("\n"));
}

function quoteLines(head: string, text: string): string {
  const lines = text.split("\n").map((line) => (line === "" ? ">" : `> ${line}`));
  return `${head}\n>\n${lines.join("\n")}\n\n`;
}
