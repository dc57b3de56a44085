import { SearchBadQuery } from "./errors";
import type { HanDictionary } from "./language/han-words";
import type { SearchPage, SearchQuery, SearchSort } from "./port";
import { parseQuery, type ParsedQuery } from "./query";

/** Nobody reads further; an engine that tried would sort everything it has. */
export const maxReachableHits = 1_000;
const defaultPerPage = 20;
const mostPerPage = 100;

/** A query with its defaults filled in and its text parsed. */
export interface ReadQuery {
  query: SearchQuery;
  parsed: ParsedQuery;
  sort: SearchSort;
  page: number;
  perPage: number;
}

export function readQuery(query: SearchQuery, dictionary: HanDictionary): ReadQuery {
  const page = query.page ?? 1;
  const perPage = query.perPage ?? defaultPerPage;
  if (!Number.isSafeInteger(page) || page < 1) throw new SearchBadQuery("page must be a whole number from 1");
  if (!Number.isSafeInteger(perPage) || perPage < 1 || perPage > mostPerPage) {
    throw new SearchBadQuery(`perPage must be from 1 to ${mostPerPage}`);
  }
  for (const date of [query.since, query.until]) {
    if (date && Number.isNaN(date.getTime())) throw new SearchBadQuery("since and until must be dates");
  }
  const parsed = parseQuery(query.text ?? "", dictionary);
  const asked = query.sort ?? "relevance";
  return { query, parsed, page, perPage, sort: asked === "relevance" && parsed.isBlank ? "newest" : asked };
}

/** Signs without a word are a question nothing answers. */
export function asksNothing({ parsed }: ReadQuery): boolean {
  return !parsed.isBlank && parsed.terms.length === 0;
}

/** Pages that can be turned to; the total may say more. */
export function pageCount(total: number, perPage: number): number {
  return Math.ceil(Math.min(total, maxReachableHits) / perPage);
}

export function emptyPage(
  { page, query }: ReadQuery,
  engine: SearchPage["engine"],
  tookMs: number,
): SearchPage {
  return {
    hits: [],
    total: 0,
    totalIsExact: true,
    page,
    pages: 0,
    facets: Object.fromEntries((query.facets ?? []).map((facet) => [facet, {}])),
    relaxed: false,
    tookMs,
    engine,
  };
}
