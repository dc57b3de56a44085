import { hanPairs } from "../language/han-grams";
import { termText, type ParsedQuery, type QueryTerm } from "../query";

/** A parsed question in the words Meilisearch reads. Our own cut of Han words stands, spaces between. */
export function questionFor({ terms, excluded }: ParsedQuery): string {
  const words = terms.map((term) => (term.isQuoted ? `"${termText(term)}"` : termText(term)));
  const minus = excluded.map((term) => `-"${termText(term)}"`);
  // A minus at the end would not change that the last word goes on, so exclusions come first.
  const question = [...minus, ...words].join(" ");
  return endsOpen(terms.at(-1)) ? question : `${question} `;
}

/** For when nothing was found: long Han words taken apart, so that some of their pairs may be missing. */
export function looseQuestionFor(parsed: ParsedQuery): string | undefined {
  const words = parsed.terms.flatMap((term) => (term.isQuoted ? [] : loosened(term)));
  if (words.length < 2) return undefined;
  const quoted = parsed.terms.filter((term) => term.isQuoted);
  const minus = parsed.excluded.map((term) => `-"${termText(term)}"`);
  return [...minus, ...quoted.map((term) => `"${termText(term)}"`), ...words, ""].join(" ");
}

function loosened(term: QueryTerm): string[] {
  const token = term.tokens[0]!;
  return token.script === "han" ? hanPairs(token.text) : [token.text];
}

/** Without a space after it the last word is a beginning. A single Han character always may be. */
function endsOpen(last: QueryTerm | undefined): boolean {
  if (!last || last.isQuoted) return false;
  return last.isPrefix || last.tokens[0]!.script === "han";
}
