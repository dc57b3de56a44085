import type { Meilisearch, MultiSearchQuery, RecordAny } from "meilisearch";
import type { SearchFacet, SearchPage, Viewer } from "../port";
import { asksNothing, emptyPage, maxReachableHits, pageCount, type ReadQuery } from "../read-query";
import { staffAudience } from "../viewer";
import type { IndexNames } from "./index-names";
import { marksOf, readHit, type FoundHit } from "./found-hits";
import { looseQuestionFor, questionFor } from "./question";
import type { Deadline, Reader, RequestExtras } from "./reader.server";
import { attributesOf, countQuery, hitsQuery, splitFacets, widenedQuery, type Asked } from "./requests";

interface Found {
  hits: FoundHit[];
  total: number;
  facets: SearchPage["facets"];
}

type Answer = Omit<SearchPage, "tookMs">;

export async function searchMeilisearch(
  reader: Reader,
  names: IndexNames,
  viewer: Viewer,
  request: ReadQuery,
  deadline: Deadline,
): Promise<Answer> {
  const empty = emptyPage(request, "meilisearch", 0);
  if (asksNothing(request) || viewer.audience.length === 0) return empty;
  const strict: Asked = { viewer, request, question: questionFor(request.parsed), strategy: "all" };
  const found = await find(reader, names, strict, deadline);
  if (!found) return empty;
  const loose =
    found.total === 0 && request.query.relaxed !== "never" ? looseQuestionFor(request.parsed) : undefined;
  if (loose === undefined) return answer(request, found, false);
  // By relevance whatever was asked: the newest of the loosest hits would come first. Facets of guesses mislead.
  const relaxedRequest: ReadQuery = {
    ...request,
    sort: "relevance",
    query: { ...request.query, facets: [] },
  };
  const asked: Asked = { viewer, request: relaxedRequest, question: loose, strategy: "frequency" };
  const relaxed = await find(reader, names, asked, deadline);
  if (!relaxed || relaxed.total === 0) return answer(request, found, false);
  return answer(request, { ...relaxed, facets: empty.facets }, true);
}

async function find(
  reader: Reader,
  names: IndexNames,
  asked: Asked,
  deadline: Deadline,
): Promise<Found | undefined> {
  const isStaff = asked.viewer.audience.includes(staffAudience);
  return reader.ask(asked.viewer, deadline, (client, extras) =>
    isStaff ? findInBoth(client, names, asked, extras) : findInOne(client, names.main, asked, extras),
  );
}

async function findInOne(
  client: Meilisearch,
  index: string,
  asked: Asked,
  extras: RequestExtras,
): Promise<Found | undefined> {
  const hits = hitsQuery(index, asked);
  if (!hits) return undefined;
  const { page, perPage } = asked.request;
  const { plain, widened } = splitFacets(asked.request);
  const queries = [
    { ...hits, page, hitsPerPage: perPage, facets: attributesOf(plain) },
    ...widened.map((facet) => widenedQuery(index, asked, facet)!),
  ];
  const [first, ...others] = await multiSearch(client, queries, extras);
  return {
    hits: first!.hits as FoundHit[],
    total: first!.totalHits ?? 0,
    facets: { ...facetsFrom([first!], plain), ...widenedFacets(others, widened, 1) },
  };
}

/**
 * Staff search the notes' index as well. One request merges the hits by rank, another counts in each index, because
 * a merged answer only estimates its total.
 */
async function findInBoth(
  client: Meilisearch,
  names: IndexNames,
  asked: Asked,
  extras: RequestExtras,
): Promise<Found | undefined> {
  const indexes = [names.main, names.staff];
  const { page, perPage } = asked.request;
  const { plain, widened } = splitFacets(asked.request);
  const queries = indexes.flatMap((index) => hitsQuery(index, asked) ?? []);
  if (queries.length === 0) return undefined;
  const federation = { limit: perPage, offset: Math.min((page - 1) * perPage, maxReachableHits) };
  const [merged, counted] = await Promise.all([
    client.multiSearch({ federation, queries }, extras),
    multiSearch(
      client,
      [
        ...indexes.map((index) => countQuery(index, asked, plain)!),
        ...widened.flatMap((facet) => indexes.map((index) => widenedQuery(index, asked, facet)!)),
      ],
      extras,
    ),
  ]);
  const totals = counted.slice(0, indexes.length);
  const others = counted.slice(indexes.length);
  return {
    hits: merged.hits as FoundHit[],
    total: totals.reduce((sum, one) => sum + (one.totalHits ?? 0), 0),
    facets: { ...facetsFrom(totals, plain), ...widenedFacets(others, widened, indexes.length) },
  };
}

interface Counted {
  hits: RecordAny[];
  totalHits?: number;
  facetDistribution?: Record<string, Record<string, number>>;
}

async function multiSearch(
  client: Meilisearch,
  queries: MultiSearchQuery[],
  extras: RequestExtras,
): Promise<Counted[]> {
  const { results } = await client.multiSearch({ queries }, extras);
  return results;
}

function widenedFacets(answers: readonly Counted[], facets: readonly SearchFacet[], perFacet: number) {
  const found: SearchPage["facets"] = {};
  for (const [index, facet] of facets.entries()) {
    const own = answers.slice(index * perFacet, (index + 1) * perFacet);
    Object.assign(found, facetsFrom(own, [facet]));
  }
  return found;
}

function facetsFrom(answers: readonly Counted[], facets: readonly SearchFacet[]): SearchPage["facets"] {
  const found: SearchPage["facets"] = {};
  for (const facet of facets) {
    const counts = new Map<string, number>();
    for (const one of answers) {
      const values = one.facetDistribution?.[attributesOf([facet])[0]!] ?? {};
      for (const [value, count] of Object.entries(values))
        counts.set(value, (counts.get(value) ?? 0) + count);
    }
    found[facet] = Object.fromEntries(counts);
  }
  return found;
}

function answer(request: ReadQuery, found: Found, relaxed: boolean): Answer {
  const marks = marksOf(request);
  const isBeyond = (request.page - 1) * request.perPage >= maxReachableHits;
  return {
    hits: isBeyond ? [] : found.hits.map((hit) => readHit(hit, marks)),
    total: found.total,
    totalIsExact: true,
    page: request.page,
    pages: pageCount(found.total, request.perPage),
    facets: found.facets,
    relaxed,
    engine: "meilisearch",
  };
}
