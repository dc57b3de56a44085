import type { SearchKind, SimilarTitle, Viewer } from "../port";
import { titleUnits } from "../title-units";
import { rowsOf, selectionFor } from "./selection";
import type { Snapshot } from "./snapshot.server";
import { storedDocument } from "./stored-documents.server";

const mostCandidates = 40;
// Rare words tell titles apart; common ones cost most and say least.
const mostUnitsAsked = 10;

/** Titles that share the most of what is rare in the one asked about. */
export function similarTitles(
  snapshot: Snapshot,
  viewer: Viewer,
  title: string,
  { kinds, limit }: { kinds: readonly SearchKind[]; limit: number },
): SimilarTitle[] {
  const weights = weighUnits(snapshot, viewer, titleUnits(title));
  const total = sum(weights.values());
  if (total === 0) return [];
  const asked = [...weights].filter(([, weight]) => weight > 0).sort(([, a], [, b]) => b - a);
  const expression = `{title} : (${asked
    .slice(0, mostUnitsAsked)
    .map(([unit]) => `"${unit}"`)
    .join(" OR ")})`;
  const selection = selectionFor(viewer, { kinds }, snapshot.combinations.values());
  const { from, values } = rowsOf(selection, expression);
  const candidates = snapshot.connection.all<{ number: number }>(
    `SELECT d.number AS number FROM ${from} ORDER BY bm25(words, 8, 0, 0) LIMIT ${mostCandidates}`,
    ...values,
  );
  return candidates
    .flatMap(({ number }) => storedDocument(snapshot.connection, number) ?? [])
    .map(({ id, kind, threadId, title: other }) => ({
      id,
      kind,
      threadId,
      score: shared(weights, other) / total,
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

/** Inverse document frequency over the titles the reader may see, so that a word in every title weighs nothing. */
function weighUnits(snapshot: Snapshot, viewer: Viewer, units: ReadonlySet<string>): Map<string, number> {
  const visible = selectionFor(viewer, {}, snapshot.combinations.values());
  const documents = sum(visible.combinations.map((number) => snapshot.combinations.get(number)!.documents));
  return new Map(
    [...units].map((unit) => {
      const { from, values } = rowsOf(visible, `{title} : "${unit}"`);
      const { titles } = snapshot.connection.get<{ titles: number }>(
        `SELECT count(*) AS titles FROM ${from}`,
        ...values,
      )!;
      return [unit, Math.max(0, Math.log((documents + 1) / (titles + 0.5)))];
    }),
  );
}

function shared(weights: ReadonlyMap<string, number>, title: string): number {
  const units = titleUnits(title);
  return sum([...weights].map(([unit, weight]) => (units.has(unit) ? weight : 0)));
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
