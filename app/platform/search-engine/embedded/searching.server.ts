import { markSnippet, markText, noMarks, type Marks } from "../language/marking";
import type { SearchHit, SearchPage, SearchQuery, Viewer } from "../port";
import {
  asksNothing,
  emptyPage,
  maxReachableHits,
  pageCount,
  readQuery,
  type ReadQuery,
} from "../read-query";
import { countFacets, countMatches } from "./counting.server";
import { relaxedExpressions, strictExpressions, type Expressions } from "./expressions";
import { lexiconOf } from "./lexicon.server";
import { rankByColumn, rankByRelevance, type Ranked } from "./ranking.server";
import { selectionFor, type Selection } from "./selection";
import type { Snapshot } from "./snapshot.server";
import { storedDocument } from "./stored-documents.server";

interface Search {
  snapshot: Snapshot;
  viewer: Viewer;
  request: ReadQuery;
  selection: Selection;
  /** Throws when the time is over. Asked between the steps: a statement of SQLite cannot be interrupted. */
  checkTime: () => void;
}

/** Answers from one state of the index. Ids are ranked first; texts are read and marked for the page shown only. */
export function searchSnapshot(
  snapshot: Snapshot,
  viewer: Viewer,
  query: SearchQuery,
  checkTime: () => void,
): Omit<SearchPage, "tookMs"> {
  const request = readQuery(query, snapshot.dictionary);
  if (asksNothing(request)) return emptyPage(request, "embedded", 0);
  const selection = selectionFor(viewer, query, snapshot.combinations.values());
  const search: Search = { snapshot, viewer, request, selection, checkTime };
  if (request.parsed.isBlank) return answer(search, undefined);
  const strict = answer(search, strictExpressions(request.parsed, lexiconOf(snapshot, viewer)));
  if (strict.total > 0 || query.relaxed === "never") return strict;
  return relaxedAnswer(search) ?? strict;
}

function answer(search: Search, expressions: Expressions | undefined): Omit<SearchPage, "tookMs"> {
  const { snapshot, viewer, request, selection } = search;
  const expression = expressions?.full;
  search.checkTime();
  const counts = countMatches(snapshot, { expression, selection }, isCollapsed(request));
  search.checkTime();
  const facets = countFacets(snapshot, viewer, request.query, { expression, selection, counts });
  search.checkTime();
  const ranked = counts.total > 0 ? rank(search, expressions, counts.matches) : [];
  return {
    hits: hitsOf(search, ranked, expressions?.marks ?? noMarks()),
    total: counts.total,
    totalIsExact: counts.isExact,
    page: request.page,
    pages: pageCount(counts.total, request.perPage),
    facets,
    relaxed: false,
    engine: "embedded",
  };
}

/** By relevance whatever was asked: the newest of the loosest hits would come first. Facets of guesses mislead. */
function relaxedAnswer(search: Search): Omit<SearchPage, "tookMs"> | undefined {
  const loose: Search = {
    ...search,
    request: { ...search.request, sort: "relevance", query: { ...search.request.query, facets: [] } },
  };
  for (const expressions of relaxedExpressions(
    search.request.parsed,
    lexiconOf(search.snapshot, search.viewer),
  )) {
    const page = answer(loose, expressions);
    const { facets } = emptyPage(search.request, "embedded", 0);
    if (page.total > 0) return { ...page, facets, relaxed: true };
  }
  return undefined;
}

function rank(search: Search, expressions: Expressions | undefined, matches: number): Ranked[] {
  const { snapshot, request, selection } = search;
  const need = Math.min(request.page * request.perPage, maxReachableHits);
  const wanted = { selection, matches, need, isCollapsed: isCollapsed(request) };
  if (request.sort !== "relevance") return rankByColumn(snapshot, request.sort, expressions?.full, wanted);
  return expressions ? rankByRelevance(snapshot, expressions, wanted) : [];
}

function hitsOf({ snapshot, request }: Search, ranked: readonly Ranked[], marks: Marks): SearchHit[] {
  const first = (request.page - 1) * request.perPage;
  return ranked.slice(first, first + request.perPage).flatMap(({ number }) => {
    const document = storedDocument(snapshot.connection, number);
    if (!document) return [];
    const { id, kind, threadId, title, body } = document;
    return [{ id, kind, threadId, title: markText(title, marks), snippet: markSnippet(body, marks) }];
  });
}

function isCollapsed(request: ReadQuery): boolean {
  return request.query.collapse === "thread";
}
