import type { Marks } from "../language/marking";
import { editsAllowed } from "../language/spelling";
import type { QueryTerm, QueryToken } from "../query";
import { synonymKey, type SynonymTable } from "../synonyms";
import { phrase } from "./phrases";

/** What the stored words know about a question. */
export interface Lexicon {
  /** Whether any text the reader may see holds it. */
  holds(expression: string): boolean;
  knows(word: string): boolean;
  near(word: string, options: { limit: number; isPrefix: boolean }): string[];
  exactWords: ReadonlySet<string>;
  synonyms: SynonymTable;
}

/** A way to satisfy the terms from one position up to another. */
export interface Step {
  to: number;
  exact: string[];
  fuzzy: string[];
}

const mostSynonymTerms = 4;
const mostSplits = 3;
const shortestHalf = 2;
const nearWhenKnown = 1;

/** All ways to go on from one term: as typed or corrected, joined with the next one, or by a synonym of several. */
export function stepsFrom(
  terms: readonly QueryTerm[],
  position: number,
  lexicon: Lexicon,
  marks: Marks,
): Step[] {
  const term = terms[position]!;
  markTerm(term, marks);
  const steps = [ownStep(term, position, lexicon, marks)];
  const glued = gluedStep(terms, position, lexicon, marks);
  if (glued) steps.push(glued);
  for (let length = 1; length <= mostSynonymTerms && position + length <= terms.length; length += 1) {
    const window = terms.slice(position, position + length);
    if (window.some((one) => one.isQuoted)) break;
    const synonyms = lexicon.synonyms.get(synonymKey(window.flatMap((one) => one.tokens))) ?? [];
    if (synonyms.length === 0) continue;
    synonyms.forEach((tokens) => markTokens(tokens, marks));
    const exact = synonyms.map((tokens) => phrase(tokens, false));
    if (length === 1) steps[0]!.exact.push(...exact);
    else steps.push({ to: position + length, exact, fuzzy: [] });
  }
  return steps;
}

function ownStep(term: QueryTerm, position: number, lexicon: Lexicon, marks: Marks): Step {
  const own = phrase(term.tokens, term.isPrefix);
  const word = plainWord(term);
  const step: Step = { to: position + 1, exact: [own], fuzzy: [] };
  if (!word) return step;
  const isFound = lexicon.holds(own);
  if (!isFound) step.exact.push(...splits(word, lexicon, marks));
  const edits = lexicon.exactWords.has(word) ? 0 : editsAllowed(word);
  // While a word is being typed, every beginning of it is "misspelt"; only one that leads nowhere is corrected.
  if (edits === 0 || (isFound && term.isPrefix)) return step;
  const limit = isFound ? nearWhenKnown : edits;
  const near = lexicon.near(word, { limit, isPrefix: term.isPrefix });
  near.forEach((one) => marks.words.add(one));
  step.fuzzy = near.map((one) => `"${one}"`);
  return step;
}

/** `dark mode` typed as one word. */
function splits(word: string, lexicon: Lexicon, marks: Marks): string[] {
  const found: string[] = [];
  for (let at = shortestHalf; at <= word.length - shortestHalf && found.length < mostSplits; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)];
    if (!halves.every((half) => lexicon.knows(half))) continue;
    const expression = `"${halves.join(" ")}"`;
    if (!lexicon.holds(expression)) continue;
    halves.forEach((half) => marks.words.add(half));
    found.push(expression);
  }
  return found;
}

/** `TRC 20`, `hard ware`, `深 色`: two terms typed apart that the texts write as one. */
function gluedStep(
  terms: readonly QueryTerm[],
  position: number,
  lexicon: Lexicon,
  marks: Marks,
): Step | undefined {
  const [first, second] = [terms[position]!, terms[position + 1]];
  if (!second || first.isQuoted || second.isQuoted) return undefined;
  const [left, right] = [first.tokens[0]!, second.tokens[0]!];
  if (left.script !== right.script) return undefined;
  const token = { script: left.script, text: left.text + right.text };
  const expression = phrase([token], second.isPrefix);
  if (token.script === "han" && [...token.text].length > 2) return undefined;
  if (!lexicon.holds(expression)) return undefined;
  markTerm({ tokens: [token], isPrefix: second.isPrefix, isQuoted: false }, marks);
  return { to: position + 2, exact: [expression], fuzzy: [] };
}

/** A single unquoted word of letters, the only thing that can be misspelt or split. */
function plainWord(term: QueryTerm): string | undefined {
  const token = term.tokens[0]!;
  return !term.isQuoted && token.script === "word" ? token.text : undefined;
}

function markTerm(term: QueryTerm, marks: Marks): void {
  markTokens(term.tokens, marks);
  const last = term.tokens.at(-1)!;
  if (term.isPrefix && last.script === "word") marks.prefixes.add(last.text);
}

function markTokens(tokens: readonly QueryToken[], marks: Marks): void {
  for (const { script, text } of tokens) (script === "han" ? marks.han : marks.words).add(text);
}
