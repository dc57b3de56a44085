import { hanPairs } from "../language/han-grams";
import { noMarks, type Marks } from "../language/marking";
import type { ParsedQuery, QueryTerm } from "../query";
import { allOf, anyOf, phrase } from "./phrases";
import { stepsFrom, type Lexicon, type Step } from "./steps";

/** A question in the language of FTS5. */
export interface Expressions {
  /** All that counts as found. */
  full: string;
  /** Better kinds of hit first; together they make up `full`. */
  tiers: readonly string[];
  marks: Marks;
}

const mostPaths = 24;

export function strictExpressions(parsed: ParsedQuery, lexicon: Lexicon): Expressions {
  const { terms } = parsed;
  const marks = noMarks();
  const steps = terms.map((_, position) => stepsFrom(terms, position, lexicon, marks));
  const paths = pathsFrom(steps, 0);
  const exact = anyOf(paths.map((path) => allOf(path.map((step) => anyOf(step.exact)))));
  const full = anyOf(paths.map((path) => allOf(path.map(alternatives))));
  const tokens = terms.flatMap((term) => term.tokens);
  const inOrder = terms.length > 1 ? [phrase(tokens, terms.at(-1)!.isPrefix)] : [];
  const tiers = [...new Set([...inOrder, exact, full])];
  return {
    full: without(parsed, full),
    tiers: tiers.map((tier) => without(parsed, tier)),
    marks,
  };
}

/**
 * What to try in turn when nothing was found: every way to leave one term out, then any term at all, with long Han
 * words taken apart. Quotations stay as they were asked for.
 */
export function relaxedExpressions(parsed: ParsedQuery, lexicon: Lexicon): Expressions[] {
  const { terms } = parsed;
  const marks = noMarks();
  const steps = terms.map((_, position) => stepsFrom(terms, position, lexicon, marks)[0]!);
  const quoted = steps.filter((_, index) => terms[index]!.isQuoted).map(alternatives);
  const plain = steps.filter((_, index) => !terms[index]!.isQuoted).map(alternatives);
  const tries: string[] = [];
  if (plain.length > 2) {
    tries.push(
      anyOf(plain.map((_, left) => allOf([...quoted, ...plain.filter((__, index) => index !== left)]))),
    );
  }
  const any = [...new Set(terms.flatMap((term, index) => loosened(term, steps[index]!, marks)))];
  if (any.length > 1) tries.push(allOf([...quoted, anyOf(any)]));
  return tries.map((text) => without(parsed, text)).map((full) => ({ full, tiers: [full], marks }));
}

function without({ excluded }: ParsedQuery, expression: string): string {
  if (excluded.length === 0) return expression;
  return `(${expression}) NOT ${anyOf(excluded.map((term) => phrase(term.tokens, false)))}`;
}

function pathsFrom(steps: readonly Step[][], position: number): Step[][] {
  if (position >= steps.length) return [[]];
  const paths: Step[][] = [];
  for (const step of steps[position]!) {
    for (const rest of pathsFrom(steps, step.to)) {
      if (paths.length === mostPaths) return paths;
      paths.push([step, ...rest]);
    }
  }
  return paths;
}

function loosened(term: QueryTerm, step: Step, marks: Marks): string[] {
  if (term.isQuoted) return [];
  const token = term.tokens[0]!;
  const pairs = token.script === "han" ? hanPairs(token.text) : [];
  if (pairs.length < 2) return [...step.exact, ...step.fuzzy];
  pairs.forEach((pair) => marks.han.add(pair));
  return [...step.exact, ...step.fuzzy, ...pairs.map((pair) => `"${pair}"`)];
}

function alternatives(step: Step): string {
  return anyOf([...step.exact, ...step.fuzzy]);
}
