import type { SearchPage } from "~/platform/search-engine/port";
import { engineKinds, type Question, type ResultKind, resultKinds } from "./question";
import { fold } from "./typed-filters";

type Facets = SearchPage["facets"];

export interface Counted<Value extends string> {
  value: Value;
  count: number;
  isChosen: boolean;
}

/** Values of a facet in an order of ours: those found, and those chosen although nothing has them. */
export function countedIn<Value extends string>(
  order: readonly Value[],
  counts: Readonly<Record<string, number>> | undefined,
  chosen: readonly string[],
): Counted<Value>[] {
  const isChosen = new Set(chosen.map(fold));
  return order
    .map((value) => ({ value, count: counts?.[value] ?? 0, isChosen: isChosen.has(fold(value)) }))
    .filter((one) => one.count > 0 || one.isChosen);
}

export function countedKinds(facets: Facets, chosen: readonly ResultKind[]): Counted<ResultKind>[] {
  const sumOf = (kind: ResultKind) =>
    engineKinds(kind).reduce((sum, word) => sum + (facets.kind?.[word] ?? 0), 0);
  const sums = Object.fromEntries(resultKinds.map((kind) => [kind, sumOf(kind)]));
  return countedIn(resultKinds, sums, chosen);
}

const answers = ["official", "answered", "unanswered"] as const;

/** Said by the team, and answered or not: two facets of the engine, one question of the reader. */
export function countedAnswers(
  { official, answered }: Facets,
  question: Pick<Question, "isOfficial" | "answered">,
): Counted<(typeof answers)[number]>[] {
  const counts = {
    official: official?.true ?? 0,
    answered: answered?.true ?? 0,
    unanswered: answered?.false ?? 0,
  };
  const chosen = [
    ...(question.isOfficial ? ["official"] : []),
    ...(question.answered === null ? [] : [question.answered ? "answered" : "unanswered"]),
  ];
  return countedIn(answers, counts, chosen);
}
