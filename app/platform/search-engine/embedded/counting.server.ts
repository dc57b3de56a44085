import { isFiltered } from "../is-filtered";
import type { SearchFacet, SearchPage, SearchQuery, Viewer } from "../port";
import { facetValue, type Combination } from "./combinations";
import { rowsOf, selectionFor, type RowSelection, type Selection } from "./selection";
import type { Snapshot } from "./snapshot.server";

/** Counting reads every hit, so it stops here and the total says "at least". */
export const mostCounted = 10_000;
const mostFacetValues = 50;

type ByCombination = ReadonlyMap<number, number>;

export interface Counts {
  total: number;
  isExact: boolean;
  /** Hits that are read when all are: what collapsing has not yet folded together. */
  matches: number;
  /** Of everything the words and dates find, whatever is hidden or filtered out. */
  open: ByCombination;
  /** Of what is selected. */
  selected: ByCombination;
}

interface Counted {
  expression: string | undefined;
  selection: Selection;
}

/**
 * One pass over the hits, grouped by combination, gives the total and every facet. A second is needed only when the
 * first stopped early: what is asked for may lie behind.
 */
export function countMatches(snapshot: Snapshot, counted: Counted, isCollapsed: boolean): Counts {
  const { expression, selection } = counted;
  const open = countByCombination(snapshot, expression, { ...selection, combinations: undefined });
  const isComplete = isKeptCount({ expression, selection }) || sum(open.values()) < mostCounted;
  const selected =
    isComplete || !selection.isNarrowed
      ? only(selection, open)
      : countByCombination(snapshot, expression, selection);
  const matches = sum(selected.values());
  const isExact = isComplete || (selection.isNarrowed && matches < mostCounted);
  const total = isCollapsed && matches > 0 ? countThreads(snapshot, counted) : matches;
  return { total, isExact, matches, open, selected };
}

/** Values of each facet asked for, most frequent first. */
export function countFacets(
  snapshot: Snapshot,
  viewer: Viewer,
  query: SearchQuery,
  { expression, selection, counts }: Counted & { counts: Counts },
): SearchPage["facets"] {
  const facets: SearchPage["facets"] = {};
  for (const facet of new Set(query.facets ?? [])) {
    const isWidened = query.disjunctive && isFiltered(query, facet);
    const wanted = isWidened ? selectionFor(viewer, query, snapshot.combinations.values(), facet) : selection;
    if (facet === "tags" || facet === "author") {
      facets[facet] = countRows(snapshot, facet, { expression, selection: wanted });
    } else {
      const byCombination = isWidened ? only(wanted, counts.open) : counts.selected;
      facets[facet] = mostFrequent(valuesOf(facet, byCombination, snapshot.combinations));
    }
  }
  return facets;
}

function countByCombination(
  snapshot: Snapshot,
  expression: string | undefined,
  selection: RowSelection,
): ByCombination {
  if (isKeptCount({ expression, selection })) {
    return new Map([...snapshot.combinations.values()].map(({ number, documents }) => [number, documents]));
  }
  const { from, values } = rowsOf(selection, expression);
  const newestFirst = expression === undefined ? "d.created" : "words.rowid";
  const rows = snapshot.connection.all<{ combination: number; matches: number }>(
    `SELECT combination, count(*) AS matches FROM (
       SELECT d.combination AS combination FROM ${from} ORDER BY ${newestFirst} DESC LIMIT ${mostCounted}
     ) GROUP BY combination`,
    ...values,
  );
  return new Map(rows.map((row) => [row.combination, row.matches]));
}

/** Without words, dates, tags and authors the numbers are kept ready with the combinations. */
function isKeptCount({ expression, selection }: { expression: string | undefined; selection: RowSelection }) {
  return expression === undefined && selection.conditions === "";
}

function countThreads(snapshot: Snapshot, { expression, selection }: Counted): number {
  const { from, values } = rowsOf(selection, expression);
  return snapshot.connection.get<{ threads: number }>(
    `SELECT count(DISTINCT thread) AS threads FROM (SELECT d.thread AS thread FROM ${from} LIMIT ${mostCounted})`,
    ...values,
  )!.threads;
}

function only({ combinations }: Selection, counts: ByCombination): ByCombination {
  return new Map(
    combinations.flatMap((number) => (counts.has(number) ? [[number, counts.get(number)!]] : [])),
  );
}

function valuesOf(
  facet: Exclude<SearchFacet, "tags" | "author">,
  byCombination: ByCombination,
  combinations: ReadonlyMap<number, Combination>,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const [number, matches] of byCombination) {
    const value = facetValue(facet, combinations.get(number)!);
    if (value !== undefined && matches > 0) found.set(value, (found.get(value) ?? 0) + matches);
  }
  return found;
}

function countRows(
  snapshot: Snapshot,
  facet: "tags" | "author",
  { expression, selection }: Counted,
): Record<string, number> {
  const { from, values } = rowsOf(selection, expression);
  const rows = snapshot.connection.all<{ value: string; matches: number }>(
    `WITH found AS (SELECT d.number AS number, d.author AS author FROM ${from} LIMIT ${mostCounted})
     ${facet === "author" ? "SELECT author AS value" : "SELECT tag AS value"}, count(*) AS matches
     FROM found ${facet === "author" ? "" : "JOIN tag ON tag.number = found.number"}
     GROUP BY value ORDER BY matches DESC, value LIMIT ${mostFacetValues}`,
    ...values,
  );
  return Object.fromEntries(rows.map((row) => [row.value, row.matches]));
}

function mostFrequent(values: ReadonlyMap<string, number>): Record<string, number> {
  const sorted = [...values].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return Object.fromEntries(sorted.slice(0, mostFacetValues));
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
