import { days } from "~/platform/clock/clock";
import { asBoolean } from "~/platform/db/columns";
import type { SqlValue } from "~/platform/db/client.server";
import type { Board } from "./topic";
import type { Condition } from "./visibility";

/** A topic nobody opened stays marked as new this long. */
const newForMs = days(14);
/** Lists count new replies up to this many; one more says that there are more. */
export const mostNewCounted = 99;
/** "Unread" looks through so many topics, those that moved last: what is older nobody comes back to read. */
const mostLookedThrough = 2_000;

/** What is new in a topic to somebody who opened it before, or that they never did. */
export interface UnreadMark {
  newReplies: number;
}

export interface UnreadFilter {
  memberId: number;
  now: Date;
}

/** Reader, their horizon and their position on a topic `t`. Parameter: the reader. */
export const unreadJoins = `JOIN "Member" u ON u."id" = ?
  LEFT JOIN "ReadHorizon" z ON z."memberId" = u."id"
  LEFT JOIN "ReadPosition" v ON v."memberId" = u."id" AND v."topicId" = t."id"`;

/** Parameter: the time before which no topic is new any more. */
const isNeverOpened = `(v."topicId" IS NULL AND t."authorId" <> u."id" AND t."createdAt" > ?
  AND t."createdAt" > u."createdAt" AND (z."at" IS NULL OR t."createdAt" > z."at"))`;

const newReplies = `SELECT 1 FROM "Reply" n WHERE n."topicId" = t."id" AND n."id" > v."lastReplyId"
  AND n."deletedAt" IS NULL AND n."heldAt" IS NULL AND n."authorId" <> u."id"
  AND (z."at" IS NULL OR n."createdAt" > z."at")`;

export const unreadColumns = `${isNeverOpened} AS "isNeverOpened",
  (SELECT COUNT(*) FROM (${newReplies} LIMIT ${mostNewCounted + 1}) AS "fresh") AS "newReplies"`;

/** For `unreadColumns` and `unreadJoins`, in that order. */
export function unreadParams(memberId: number, now: Date): SqlValue[] {
  return [newSince(now), memberId];
}

export function unreadMarkOf(row: Record<string, unknown>): UnreadMark | null {
  const replies = Number(row.newReplies ?? 0);
  return replies > 0 || asBoolean(row.isNeverOpened) ? { newReplies: replies } : null;
}

/** Ids of topics of a board that hold something new to a member. The work is bounded, however many topics there are. */
export function unreadAmong(board: Board, { memberId, now }: UnreadFilter): Condition {
  return {
    sql: `SELECT t."id" FROM (
        SELECT "id", "authorId", "createdAt" FROM "Topic" WHERE "board" = ? AND "isListed" = TRUE
        ORDER BY "lastActivityAt" DESC, "id" DESC LIMIT ${mostLookedThrough}) t ${unreadJoins}
      WHERE ${isNeverOpened} OR EXISTS (${newReplies})`,
    params: [board, memberId, newSince(now)],
  };
}

function newSince(now: Date): Date {
  return new Date(now.getTime() - newForMs);
}
