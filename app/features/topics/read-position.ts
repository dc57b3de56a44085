import { minutes } from "~/platform/clock/clock";

/** How long after the last new reply was read a look at the topic still belongs to the same visit. */
const visitMs = minutes(30);
/** No more new replies than this are told apart; beyond it there are "many". */
export const mostFresh = 100;

/** How far a member has read a topic, as it is stored. */
export interface ReadPosition {
  lastReplyId: number;
  lastAt: Date;
  /** Where the visit that goes on began. */
  sinceReplyId: number;
  sinceAt: Date;
}

export interface FreshReply {
  id: number;
  /** Rank among them in the order the topic is read. */
  rank: number;
}

/** What a reader has read of a topic, and what others wrote since, in the order it was written. */
export interface Reading {
  /** Null on the first visit: then nothing is new. */
  position: ReadPosition | null;
  /** Id of the latest reply that stands in the topic; 0 where there is none. */
  newestId: number;
  fresh: FreshReply[];
}

/** A visit that began before this is over. */
export function visitsEndedBefore(now: Date): Date {
  return new Date(now.getTime() - visitMs);
}

/** What others wrote since the visit before this one. */
export interface News {
  ids: Set<number>;
  /** The one that is met first when the topic is read from its beginning. */
  firstId: number;
  count: number;
  /** True when there is more than was counted. */
  hasMore: boolean;
  since: Date;
}

/** The reply not seen so far that is met first when the topic is read from its beginning; null where all was seen. */
export function firstUnread({ position, fresh }: Reading): number | null {
  return firstOf(fresh.filter(({ id }) => position && id > position.lastReplyId));
}

/** Null where nothing is new, as on a first visit. */
export function newsOf({ position, fresh }: Reading, now: Date): News | null {
  if (!position || fresh.length === 0) return null;
  return {
    ids: new Set(fresh.map(({ id }) => id)),
    firstId: firstOf(fresh)!,
    count: fresh.length,
    hasMore: fresh.length >= mostFresh,
    since: isGoingOn(position, now) ? position.sinceAt : position.lastAt,
  };
}

/**
 * The position after a page with these replies was shown, or null when it stays. What is new and stands on another
 * page stays new: the position goes no further than the first such reply.
 */
export function nextPosition(
  { position, fresh, newestId }: Reading,
  shown: ReadonlySet<number>,
  now: Date,
): ReadPosition | null {
  if (!position) return { lastReplyId: newestId, lastAt: now, sinceReplyId: newestId, sinceAt: now };
  const unseen = fresh.find(({ id }) => id > position.lastReplyId && !shown.has(id));
  const end = fresh.length < mostFresh ? newestId : fresh.at(-1)!.id;
  const lastReplyId = unseen ? unseen.id - 1 : end;
  if (lastReplyId <= position.lastReplyId) return null;
  return isGoingOn(position, now)
    ? { ...position, lastReplyId, lastAt: now }
    : { lastReplyId, lastAt: now, sinceReplyId: position.lastReplyId, sinceAt: position.lastAt };
}

function firstOf(replies: Reading["fresh"]): number | null {
  const [first] = replies.toSorted((one, other) => one.rank - other.rank);
  return first?.id ?? null;
}

function isGoingOn({ lastAt }: ReadPosition, now: Date): boolean {
  return lastAt > visitsEndedBefore(now);
}
