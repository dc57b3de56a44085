import { FilterError, passes, type Row } from "./filter";

export interface SearchRequest {
  indexUid: string;
  q?: string;
  filter?: unknown;
  facets?: string[];
  sort?: string[];
  page?: number;
  hitsPerPage?: number;
  limit?: number;
  offset?: number;
  distinct?: string;
  matchingStrategy?: "all" | "last" | "frequency";
  highlightPreTag?: string;
  highlightPostTag?: string;
  attributesToHighlight?: string[];
}

interface Settings {
  filterableAttributes?: { attributePatterns: string[] }[];
  sortableAttributes?: string[];
}

/** What one index holds. Finds by plain substrings: it stands in for the wire, not for the engine. */
export class StandInIndex {
  rows = new Map<string, Row>();
  settings: Settings = {};

  find(request: SearchRequest, rule: unknown): Row[] {
    const filterable = new Set(this.settings.filterableAttributes?.flatMap((one) => one.attributePatterns));
    let found = [...this.rows.values()].filter(
      (row) =>
        passes(row, rule, filterable) && passes(row, request.filter, filterable) && matches(row, request),
    );
    for (const order of request.sort ?? []) {
      const [attribute = "", direction] = order.split(":");
      if (!this.settings.sortableAttributes?.includes(attribute))
        throw new FilterError(`cannot sort by ${attribute}`);
      const sign = direction === "desc" ? -1 : 1;
      found = found.sort((a, b) => sign * (Number(a[attribute]) - Number(b[attribute])));
    }
    if (!request.distinct) return found;
    const seen = new Set<unknown>();
    return found.filter((row) => !seen.has(row[request.distinct!]) && seen.add(row[request.distinct!]));
  }

  answer(request: SearchRequest, rule: unknown): Record<string, unknown> {
    const found = this.find(request, rule);
    const isPaged = request.page !== undefined || request.hitsPerPage !== undefined;
    const size = request.hitsPerPage ?? 20;
    const from = isPaged ? ((request.page ?? 1) - 1) * size : (request.offset ?? 0);
    const hits = found.slice(0, 1_000).slice(from, from + (isPaged ? size : (request.limit ?? 20)));
    return {
      indexUid: request.indexUid,
      hits: hits.map((row) => ({ ...row, _formatted: formatted(row, request) })),
      query: request.q ?? "",
      processingTimeMs: 0,
      // Totals ignore the cap on hits, as on servers since 1.47.
      ...(isPaged ? { totalHits: found.length } : { estimatedTotalHits: found.length }),
      ...(request.facets ? { facetDistribution: distribution(found, request.facets) } : {}),
    };
  }
}

function matches(row: Row, { q = "", matchingStrategy = "all" }: SearchRequest): boolean {
  const text = [row.title, row.titlePairs, row.body, row.bodyPairs].join("\n").toLowerCase();
  const has = (word: string) => text.includes(word.toLowerCase());
  const { words, minus } = wordsOf(q);
  if (minus.some(has)) return false;
  return matchingStrategy === "all" || words.length === 0 ? words.every(has) : words.some(has);
}

function wordsOf(q: string): { words: string[]; minus: string[] } {
  const words: string[] = [];
  const minus: string[] = [];
  for (const [, sign, quoted, plain] of q.matchAll(/(-?)"([^"]*)"|(\S+)/g)) {
    if (sign) minus.push(quoted!);
    else words.push(quoted ?? plain!);
  }
  return { words, minus };
}

function formatted(
  row: Row,
  { q = "", highlightPreTag = "<em>", highlightPostTag = "</em>", ...request }: SearchRequest,
) {
  const marked: Record<string, string> = {};
  for (const attribute of request.attributesToHighlight ?? []) {
    marked[attribute] = wordsOf(q).words.reduce(
      (text, word) => text.replaceAll(word, `${highlightPreTag}${word}${highlightPostTag}`),
      String(row[attribute]),
    );
  }
  return marked;
}

function distribution(rows: readonly Row[], facets: readonly string[]) {
  const counts: Record<string, Record<string, number>> = {};
  for (const facet of facets) {
    const own: Record<string, number> = (counts[facet] = {});
    for (const value of rows.flatMap((row) => row[facet] as string | boolean | null)) {
      if (value !== null && value !== undefined) own[String(value)] = (own[String(value)] ?? 0) + 1;
    }
  }
  return counts;
}
