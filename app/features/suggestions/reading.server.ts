import type { Context } from "~/features/members/context";
import { asBoolean } from "~/platform/db/columns";
import { groupOf } from "~/features/topics/merge-group";
import {
  type OfficialLine,
  officialLineColumns,
  officialLineOf,
  type OfficialLineRow,
} from "./official-line";
import { mostCounted, statusesOf, suggestionTabs, type TabCounts } from "./view";

/** How many suggestions stand under each tab, up to `mostCounted`. One query, bounded by reading the index only so far. */
export async function countByTab(ctx: Pick<Context, "rows">): Promise<TabCounts> {
  const [row] = await ctx.rows<Record<string, number | string>>(countByTabSql);
  return Object.fromEntries(suggestionTabs.map((tab) => [tab, Number(row?.[tab] ?? 0)])) as TabCounts;
}

/** Which of these suggestions, by their numbers, the reader votes for, also through one merged into it. One query; none for a guest or an empty page. */
export async function votedAmong(ctx: Context, numbers: readonly number[]): Promise<ReadonlySet<number>> {
  if (!ctx.actor || numbers.length === 0) return new Set();
  const rows = await ctx.rows<{ number: number }>(
    `SELECT t."number" FROM "Topic" t WHERE t."number" IN (${numbers.map(() => "?").join(", ")})
     AND EXISTS (SELECT 1 FROM "Vote" v WHERE v."memberId" = ? AND v."topicId" IN ${groupOf(`t."id"`)})`,
    [...numbers, ctx.actor.id],
  );
  return new Set(rows.map(({ number }) => number));
}

/** What a list shows beside each of these suggestions: the reader's own vote and what the team said last. */
export interface Beside {
  isVoted: boolean;
  officialLine: OfficialLine | null;
}

/** By their ids; guests have no votes. One query, or none where nobody can have voted and nothing was answered. */
export async function besideSuggestions(
  ctx: Context,
  topics: readonly { id: number; official: unknown }[],
): Promise<ReadonlyMap<number, Beside>> {
  const asked = ctx.actor ? topics : topics.filter(({ official }) => official);
  if (asked.length === 0) return new Map();
  const isVoted = ctx.actor
    ? `EXISTS (SELECT 1 FROM "Vote" v WHERE v."memberId" = ? AND v."topicId" IN ${groupOf(`t."id"`)})`
    : "FALSE";
  const rows = await ctx.rows<OfficialLineRow & { topicId: number; isVoted: unknown }>(
    `SELECT t."id" AS "topicId", ${isVoted} AS "isVoted", ${officialLineColumns} FROM "Topic" t
     LEFT JOIN "Reply" r ON r."id" = t."lastOfficialId" AND r."deletedAt" IS NULL
     LEFT JOIN "OfficialReply" o ON o."replyId" = r."id" WHERE t."id" IN (${asked.map(() => "?").join(", ")})`,
    [...(ctx.actor ? [ctx.actor.id] : []), ...asked.map(({ id }) => id)],
  );
  return new Map(
    rows.map((row) => [row.topicId, { isVoted: asBoolean(row.isVoted), officialLine: officialLineOf(row) }]),
  );
}

/** Count and own part of one suggestion, for answering where a vote was refused. Null when there is none. */
export async function readVote(
  ctx: Context,
  number: number,
): Promise<{ count: number; isVoted: boolean } | null> {
  const [row] = await ctx.rows<{ voteCount: number }>(
    `SELECT "voteCount" FROM "Topic" WHERE "number" = ? AND "board" = 'suggestion' AND "deletedAt" IS NULL`,
    [number],
  );
  return row ? { count: row.voteCount, isVoted: (await votedAmong(ctx, [number])).has(number) } : null;
}

const countByTabSql = `SELECT ${suggestionTabs
  .map((tab) => {
    const statuses = (statusesOf(tab) ?? []).map((status) => `'${status}'`).join(", ");
    return `(SELECT COUNT(*) FROM (SELECT 1 FROM "Topic" WHERE "board" = 'suggestion' AND "isListed" = TRUE
      AND "status" IN (${statuses}) LIMIT ${mostCounted}) AS "${tab}") AS "${tab}"`;
  })
  .join(", ")}`;
