import type { SearchDocument, SearchFacet, SearchQuery, Viewer } from "../port";

/** One distinct set of filter values, shared by many documents. */
export interface Combination {
  number: number;
  documents: number;
  kind: string;
  status: string | undefined;
  category: string | undefined;
  language: string;
  official: boolean;
  answered: boolean | undefined;
  audience: readonly string[];
}

type CombinationFacet = Exclude<SearchFacet, "tags" | "author">;

/** The stored form: equal for two documents exactly when a filter cannot tell them apart. */
export function combinationContent(document: SearchDocument): string {
  const { kind, status, category, language, official, answered } = document;
  const audience = [...new Set(document.audience)].sort();
  return JSON.stringify({ kind, status, category, language, official, answered, audience });
}

export function readCombination(row: { number: number; content: string; documents: number }): Combination {
  const values = JSON.parse(row.content) as Omit<Combination, "number" | "documents">;
  return { ...values, number: row.number, documents: row.documents };
}

/** A document without a word in common with the reader's is never found, also when a filter was forgotten. */
export function mayFind(viewer: Viewer, combination: Combination): boolean {
  return combination.audience.some((word) => viewer.audience.includes(word));
}

/** Whether the filters of a query let it through; `except` leaves one of them out, for disjunctive counts. */
export function passesFilters(query: SearchQuery, combination: Combination, except?: SearchFacet): boolean {
  return (
    (except === "kind" || isAmong(query.kinds, combination.kind)) &&
    (except === "status" || isAmong(query.status, combination.status)) &&
    (except === "category" || isAmong(query.category, combination.category)) &&
    (except === "language" || isAmong(query.language, combination.language)) &&
    (except === "official" || isEqual(query.official, combination.official)) &&
    (except === "answered" || isEqual(query.answered, combination.answered))
  );
}

export function facetValue(facet: CombinationFacet, combination: Combination): string | undefined {
  const value = combination[facet];
  return value === undefined ? undefined : String(value);
}

// Meilisearch compares without regard to case; so does this.
function isAmong(wanted: readonly string[] | undefined, value: string | undefined): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return value !== undefined && wanted.some((word) => word.toLowerCase() === value.toLowerCase());
}

function isEqual(wanted: boolean | undefined, value: boolean | undefined): boolean {
  return wanted === undefined || wanted === value;
}
