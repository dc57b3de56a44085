import type { Context } from "~/features/members/context";
import { foldName } from "~/features/members/naming";
import { type Area, listAreas } from "~/features/site/areas.server";
import { listTopics, type TopicRow } from "~/features/topics/listing.server";
import type { OfficialLine } from "./official-line";
import { besideSuggestions, countByTab, votedAmong } from "./reading.server";
import { acceptsVotes, decidableStatuses, suggestionStatuses } from "./suggestion";
import { statusesOf, type SuggestionSort, type SuggestionView, type TabCounts } from "./view";

/** A suggestion in a list, with whether the reader votes for it. */
export interface OwnSuggestion extends TopicRow {
  isVoted: boolean;
}

export interface ListedSuggestion extends OwnSuggestion {
  officialLine: OfficialLine | null;
}

export interface SuggestionPage {
  suggestions: ListedSuggestion[];
  /** Cursor of the next page, or null. */
  next: string | null;
  /** Null where a filter makes them a different number than the list would show. */
  counts: TabCounts | null;
  areas: Area[];
}

export const suggestionsPerPage = 20;

const topicSorts = {
  trending: "trending",
  top: "top",
  new: "newest",
  unanswered: "newest",
  changed: "changed",
} as const satisfies Record<SuggestionSort, string>;

/** One page of suggestions with the reader's own votes. At most four queries, whatever is on it. */
export async function listSuggestions(ctx: Context, view: SuggestionView): Promise<SuggestionPage> {
  const areas = await listAreas(ctx);
  const area = areas.find(({ slug }) => slug === view.area);
  const isMine = view.isMine && ctx.actor !== null;
  const isVoted = view.isVoted && ctx.actor !== null;
  const isUnread = view.isUnread && ctx.actor !== null;
  const filters = {
    // Every status by name: when what changed last is asked for, each has its own stretch of the index.
    statuses: statusesOf(view.tab) ?? (view.sort === "changed" ? decidableStatuses : undefined),
    isUnanswered: view.sort === "unanswered" || undefined,
    tag: view.tag ?? undefined,
    votedBy: isVoted && ctx.actor ? ctx.actor.id : undefined,
    areaIds: area ? [area.id] : undefined,
    author: isMine && ctx.actor ? foldName(ctx.actor.name) : undefined,
    unread: isUnread && ctx.actor ? { memberId: ctx.actor.id, now: ctx.clock.now() } : undefined,
  };
  const [{ topics, next }, counts] = await Promise.all([
    listTopics(ctx, {
      board: "suggestion",
      sort: topicSorts[view.sort],
      filters,
      after: view.after,
      limit: suggestionsPerPage,
    }),
    area || view.tag || view.sort === "unanswered" || isMine || isVoted || isUnread ? null : countByTab(ctx),
  ]);
  const beside = await besideSuggestions(ctx, topics);
  const suggestions = topics.map((topic) => ({
    ...topic,
    isVoted: beside.get(topic.id)?.isVoted ?? false,
    officialLine: (topic.official && beside.get(topic.id)?.officialLine) || null,
  }));
  return { suggestions, next, counts, areas };
}

/** The most trending suggestions that can still be voted for. Two queries, one for a guest. */
export async function listTrending(ctx: Context, { limit }: { limit: number }): Promise<OwnSuggestion[]> {
  const statuses = suggestionStatuses.filter(acceptsVotes);
  const { topics } = await listTopics(ctx, {
    board: "suggestion",
    sort: "trending",
    filters: { statuses },
    limit,
  });
  return withOwnVotes(ctx, topics);
}

async function withOwnVotes<Row extends TopicRow>(
  ctx: Context,
  topics: readonly Row[],
): Promise<(Row & { isVoted: boolean })[]> {
  const voted = await votedAmong(
    ctx,
    topics.map(({ number }) => number),
  );
  return topics.map((topic) => ({ ...topic, isVoted: voted.has(topic.number) }));
}
