import type { MultiSearchQuery } from "meilisearch";
import { isFiltered } from "../is-filtered";
import type { SearchFacet, SearchSort, Viewer } from "../port";
import type { ReadQuery } from "../read-query";
import { audienceFilter, filtersFor } from "./filters";
import { hitEnd, hitStart } from "./marked-text";

const snippetWords = 40;
const attributes: Record<SearchFacet, string> = {
  kind: "kind",
  status: "status",
  category: "category",
  official: "official",
  answered: "answered",
  tags: "tags",
  language: "language",
  author: "authorId",
};
const sorts: Record<SearchSort, string[] | undefined> = {
  relevance: undefined,
  newest: ["createdAt:desc"],
  active: ["activeAt:desc"],
  votes: ["votes:desc"],
};

export interface Asked {
  viewer: Viewer;
  request: ReadQuery;
  question: string;
  strategy: "all" | "frequency";
}

/** The hits of one index. Paging is added by who sends it. Undefined when no document can pass the filters. */
export function hitsQuery(index: string, asked: Asked): MultiSearchQuery | undefined {
  const base = baseQuery(index, asked);
  return (
    base && {
      ...base,
      sort: sorts[asked.request.sort],
      attributesToRetrieve: ["id", "kind", "threadId", "title", "body"],
      attributesToHighlight: ["title", "body"],
      attributesToCrop: [`body:${snippetWords}`],
      cropMarker: "…",
      highlightPreTag: hitStart,
      highlightPostTag: hitEnd,
    }
  );
}

/** Exact numbers without hits: `page` makes the server count all, and one hit a page is the least it takes. */
export function countQuery(
  index: string,
  asked: Asked,
  facets: readonly SearchFacet[],
): MultiSearchQuery | undefined {
  const base = baseQuery(index, asked);
  return (
    base && { ...base, facets: attributesOf(facets), page: 1, hitsPerPage: 1, attributesToRetrieve: ["id"] }
  );
}

/** The numbers of one facet as if its own filter were off. */
export function widenedQuery(index: string, asked: Asked, facet: SearchFacet): MultiSearchQuery | undefined {
  const base = baseQuery(index, asked, facet);
  return base && { ...base, facets: attributesOf([facet]), limit: 0 };
}

export function attributesOf(facets: readonly SearchFacet[]): string[] {
  return facets.map((facet) => attributes[facet]);
}

/** Facets asked for, apart: those that count what is found, and those that look beyond their own filter. */
export function splitFacets({ query }: ReadQuery): { plain: SearchFacet[]; widened: SearchFacet[] } {
  const asked = [...new Set(query.facets ?? [])];
  const widened = query.disjunctive ? asked.filter((facet) => isFiltered(query, facet)) : [];
  return { plain: asked.filter((facet) => !widened.includes(facet)), widened };
}

function baseQuery(index: string, asked: Asked, except?: SearchFacet): MultiSearchQuery | undefined {
  const { viewer, request, question, strategy } = asked;
  const filters = filtersFor(request.query, except);
  if (!filters) return undefined;
  return {
    indexUid: index,
    q: question,
    filter: [audienceFilter(viewer), ...filters],
    matchingStrategy: strategy,
    distinct: request.query.collapse === "thread" ? "threadId" : undefined,
  };
}
