import { foldText } from "./language/folding";
import { cutHanWords, type HanDictionary } from "./language/han-words";
import { runsOf, type Run, type Script } from "./language/runs";
import { latinStopWords } from "./language/stop-words";

export const maxQueryTokens = 10;
const maxQueryCharacters = 500;

export interface QueryToken {
  script: Script;
  text: string;
}

/** Everything that has to be found: one word, or the words of a quotation in their order. */
export interface QueryTerm {
  tokens: readonly QueryToken[];
  isQuoted: boolean;
  /** The word may go on: it was typed last and nothing came after it. */
  isPrefix: boolean;
}

export interface ParsedQuery {
  /** Nothing was typed: match everything. */
  isBlank: boolean;
  terms: readonly QueryTerm[];
  excluded: readonly QueryTerm[];
}

const quotes = /["“”„«»「」『』]/g;
const chunks = /(?<![^\s"])(-?)"([^"]*)"?|([^\s"]+)/g;

/**
 * Reads what was typed, once for all engines, so that both understand the same. A question that has signs but no word
 * comes out with no terms and is not blank: it must find nothing, or `@` would list the whole site.
 */
export function parseQuery(typed: string, dictionary: HanDictionary): ParsedQuery {
  const text = foldText(typed.slice(0, maxQueryCharacters)).replace(quotes, '"');
  const terms: QueryTerm[] = [];
  const excluded: QueryTerm[] = [];
  for (const [chunk, minus, quoted, plain] of text.matchAll(chunks)) {
    if (quoted !== undefined) {
      (minus ? excluded : terms).push(...quotation(quoted));
    } else if (/^-[\p{L}\p{N}]/u.test(chunk)) {
      excluded.push(...quotation(plain!.slice(1)));
    } else {
      terms.push(...runsOf(plain!).flatMap((run) => wordsOf(run, dictionary)));
    }
  }
  const kept = withoutStopWords(terms);
  const last = terms.at(-1);
  const endsOpen = last !== undefined && last === kept.at(-1) && text.endsWith(last.tokens[0]!.text);
  if (endsOpen && !last.isQuoted) kept[kept.length - 1] = { ...last, isPrefix: true };
  return { isBlank: text.trim() === "", terms: withinLimit(kept), excluded: withinLimit(excluded) };
}

/** The words of a term as they are written, for engines that take text. */
export function termText(term: QueryTerm): string {
  return term.tokens.map((token) => token.text).join(" ");
}

function wordsOf(run: Run, dictionary: HanDictionary): QueryTerm[] {
  if (run.script === "word") return [plainTerm(run)];
  const words = cutHanWords(run.text, dictionary);
  return (words.length > 0 ? words : [run.text]).map((text) => plainTerm({ script: "han", text }));
}

function plainTerm({ script, text }: QueryToken): QueryTerm {
  return { tokens: [{ script, text }], isQuoted: false, isPrefix: false };
}

function quotation(text: string): QueryTerm[] {
  const tokens = joinHan(runsOf(text));
  return tokens.length > 0 ? [{ tokens, isQuoted: true, isPrefix: false }] : [];
}

/** A space inside quoted Han is a matter of taste, not another word. */
function joinHan(runs: readonly Run[]): QueryToken[] {
  const tokens: QueryToken[] = [];
  for (const { script, text } of runs) {
    const before = tokens.at(-1);
    if (script === "han" && before?.script === "han")
      tokens[tokens.length - 1] = { script, text: before.text + text };
    else tokens.push({ script, text });
  }
  return tokens;
}

function withoutStopWords(terms: readonly QueryTerm[]): QueryTerm[] {
  const kept = terms.filter((term) => term.isQuoted || !isStopWord(term));
  return kept.length > 0 ? kept : [...terms];
}

function isStopWord(term: QueryTerm): boolean {
  return latinStopWords.has(term.tokens[0]!.text);
}

function withinLimit(terms: readonly QueryTerm[]): QueryTerm[] {
  const kept: QueryTerm[] = [];
  let room = maxQueryTokens;
  for (const term of terms) {
    if (room === 0) break;
    kept.push({ ...term, tokens: term.tokens.slice(0, room) });
    room -= kept.at(-1)!.tokens.length;
  }
  return kept;
}
