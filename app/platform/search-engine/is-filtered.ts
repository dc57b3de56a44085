import type { SearchFacet, SearchQuery } from "./port";

/** Whether a query narrows by the values of a facet. */
export function isFiltered(query: SearchQuery, facet: SearchFacet): boolean {
  switch (facet) {
    case "kind":
      return Boolean(query.kinds?.length);
    case "author":
      return Boolean(query.authorId?.length);
    case "official":
    case "answered":
      return query[facet] !== undefined;
    case "status":
    case "category":
    case "tags":
    case "language":
      return Boolean(query[facet]?.length);
  }
}
