import type { SearchFacet, SearchQuery, Viewer } from "../port";

/** Longer values are refused by the server with an error; no document holds one. */
const maxValueCharacters = 117;

/** Nobody finds a document that does not name one of their words. Always its own part of the filter. */
export function audienceFilter(viewer: Viewer): string {
  return among("audience", viewer.audience);
}

/**
 * The filters of a query, each parsed alone by the server, so that text in one cannot reach another. `except` leaves
 * one out, for counting a facet as if it were off. Undefined when no document can pass.
 */
export function filtersFor(query: SearchQuery, except?: SearchFacet): string[] | undefined {
  const lists: [SearchFacet, string, readonly string[] | undefined][] = [
    ["kind", "kind", query.kinds],
    ["status", "status", query.status],
    ["category", "category", query.category],
    ["tags", "tags", query.tags],
    ["author", "authorId", query.authorId],
    ["language", "language", query.language],
  ];
  const filters: string[] = [];
  for (const [facet, attribute, values] of lists) {
    if (!values?.length || facet === except) continue;
    const possible = values.filter((value) => value.length <= maxValueCharacters);
    if (possible.length === 0) return undefined;
    filters.push(among(attribute, possible));
  }
  for (const flag of ["official", "answered"] as const) {
    if (query[flag] !== undefined && flag !== except) filters.push(`${flag} = ${query[flag]}`);
  }
  if (query.since) filters.push(`createdAt >= ${query.since.getTime()}`);
  if (query.until) filters.push(`createdAt <= ${query.until.getTime()}`);
  return filters;
}

// The attribute comes from this file, the values from anyone: quoted as JSON they are letters whatever they hold.
function among(attribute: string, values: readonly string[]): string {
  return `${attribute} IN [${values.map((value) => JSON.stringify(value)).join(", ")}]`;
}
