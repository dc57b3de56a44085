import type { OfficialMark, Result } from "./result";

export type SealedResult = Result & { official: OfficialMark };

const mostLifted = 3;
// Further down an answer of the team fits the question no better than what stands above it.
const liftedFromFirst = 8;

/** The team's best answers of a first page by relevance, and the rest in its order. Elsewhere order is a promise. */
export function liftOfficial(
  results: readonly Result[],
  mayLift: boolean,
): { official: SealedResult[]; others: Result[] } {
  const official = mayLift ? results.slice(0, liftedFromFirst).filter(isSealed).slice(0, mostLifted) : [];
  const lifted = new Set(official.map(({ id }) => id));
  return { official, others: results.filter(({ id }) => !lifted.has(id)) };
}

function isSealed(result: Result): result is SealedResult {
  return result.official !== null;
}
