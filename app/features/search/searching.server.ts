import type { Context } from "~/features/members/context";
import { isStaff } from "~/features/members/role";
import { days } from "~/platform/clock/clock";
import { SearchBadQuery, SearchUnavailable } from "~/platform/search-engine/errors";
import type { SearchFacet, SearchPage, SearchQuery, Viewer } from "~/platform/search-engine/port";
import { publicAudience, staffAudience, viewerWith } from "~/platform/search-engine/viewer";
import { type FacetAuthor, findAuthors, listFacetAuthors } from "./authors.server";
import { type Age, engineKinds, type Question } from "./question";
import { readHits } from "./reading-hits.server";
import type { Result } from "./result";

const perPage = 20;
const facets: readonly SearchFacet[] = [
  "kind",
  "category",
  "status",
  "official",
  "answered",
  "language",
  "author",
];
const ageDays: Record<Age, number> = { week: 7, month: 31, year: 365 };

export interface SearchAnswer {
  state: "answered";
  results: Result[];
  /** As the index knows it; a result that vanished a moment ago is counted and not shown. */
  total: number;
  totalIsExact: boolean;
  page: number;
  pages: number;
  facets: SearchPage["facets"];
  authors: FacetAuthor[];
  /** Names in the question that belong to nobody. */
  unknownAuthors: string[];
  /** Nothing had all the words: these have most of them. */
  isRelaxed: boolean;
}

/** The engine is down, or the question is one no engine can answer. */
export interface NoAnswer {
  state: "unavailable" | "unanswerable";
}

/** Asks the engine, then reads every hit again from the database with the viewer's rights. Never throws for the engine. */
export async function search(
  ctx: Context,
  question: Question,
  signal?: AbortSignal,
): Promise<SearchAnswer | NoAnswer> {
  const asked = await findAuthors(ctx, question.authors);
  try {
    const page = await ctx.search.search(viewerOf(ctx), queryOf(ctx, question, asked.ids), { signal });
    const [results, authors] = await Promise.all([
      readHits(ctx, page.hits),
      listFacetAuthors(ctx, page.facets.author ?? {}, asked.ids),
    ]);
    const { total, totalIsExact, pages, relaxed } = page;
    return {
      state: "answered",
      results,
      total,
      totalIsExact,
      page: page.page,
      pages,
      facets: page.facets,
      authors,
      unknownAuthors: asked.unknown,
      isRelaxed: relaxed,
    };
  } catch (error) {
    if (error instanceof SearchBadQuery) return { state: "unanswerable" };
    if (!(error instanceof SearchUnavailable)) throw error;
    ctx.log.warn({ err: error }, "search is unavailable");
    return { state: "unavailable" };
  }
}

/** The words of the index this visitor holds. Whatever is listed here can be found and counted by them. */
export function viewerOf({ actor }: Pick<Context, "actor">): Viewer {
  return viewerWith(isStaff(actor) ? [publicAudience, staffAudience] : [publicAudience]);
}

function queryOf({ clock }: Context, question: Question, authorIds: readonly number[]): SearchQuery {
  const { age, after, before } = question;
  const starts = [
    age && new Date(clock.now().getTime() - days(ageDays[age])),
    after && new Date(`${after}T00:00:00Z`),
  ].filter((start) => start instanceof Date);
  return {
    text: question.words,
    kinds: question.kinds.flatMap(engineKinds),
    status: question.statuses,
    category: question.areas,
    tags: question.tags,
    // An author nobody is called: no id is theirs, and an empty filter would not narrow.
    authorId: question.authors.length > 0 && authorIds.length === 0 ? ["nobody"] : authorIds.map(String),
    language: question.languages,
    official: question.isOfficial || undefined,
    answered: question.answered ?? undefined,
    since: starts.sort((a, b) => b.getTime() - a.getTime())[0],
    // The engine's end is part of what is found, ours is not.
    until: before ? new Date(Date.parse(`${before}T00:00:00Z`) - 1) : undefined,
    sort: question.sort ?? undefined,
    page: question.page,
    perPage,
    facets,
    disjunctive: true,
  };
}
