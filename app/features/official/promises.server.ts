import type { Context } from "~/features/members/context";
import { lastLateDay, type PromiseStanding, standingOf, type TeamPromise } from "~/features/topics/promise";
import { visibleReplyWhere, visibleWhere } from "~/features/topics/visibility";
import type { CalendarDay } from "~/platform/clock/calendar-day";
import type { SqlValue } from "~/platform/db/client.server";
import { asDate, asDateOrNull, asJson } from "~/platform/db/columns";
import { readPromiseCursor, writePromiseCursor } from "./promise-cursor";

const perPage = 20;
const most = 100;

export interface ListedPromise extends TeamPromise {
  standing: PromiseStanding;
  topic: { number: number; slug: string; title: string; language: string };
  /** Language of the reply that made it. */
  language: string;
  madeBy: string;
}

/** One standing, or "unkept" for all that is overdue, late or not. */
export type PromiseList = PromiseStanding | "unkept";

export interface PromisesAsked {
  of: PromiseList;
  /** The day it is where the site is. */
  today: CalendarDay;
  after?: string | null;
  limit?: number;
}

/** Promises on topics the reader may find: what is open by its day, the earliest first; what has ended, the latest first. */
export async function listPromises(
  ctx: Context,
  { of, today, after = null, limit = perPage }: PromisesAsked,
): Promise<{ promises: ListedPromise[]; next: string | null }> {
  const count = Math.max(1, Math.min(limit, most));
  const { where, key, isNewestFirst } = listOf(of, today);
  const cursor = readPromiseCursor(after, { isByTime: isNewestFirst });
  const page = cursor ? `AND (${key}, p."id") ${isNewestFirst ? "<" : ">"} (?, ?)` : "";
  const [topics, replies] = [visibleWhere(ctx.actor), visibleReplyWhere(null)];
  const order = isNewestFirst ? "DESC" : "ASC";
  const rows = await ctx.rows<Row>(
    `SELECT p."id", p."replyId", p."text", p."dueOn", p."state", p."createdAt", p."moves", p."endedAt",
            p."endedByReplyId", p."withdrawnReason", r."language" AS "replyLanguage", o."authorName",
            t."number", t."slug" AS "topicSlug", t."title" AS "topicTitle", t."language" AS "topicLanguage",
            a."slug", a."title", a."language", a."release"
     FROM "TeamPromise" p JOIN "Topic" t ON t."id" = p."topicId" JOIN "Reply" r ON r."id" = p."replyId"
     JOIN "OfficialReply" o ON o."replyId" = p."replyId"
     LEFT JOIN "Announcement" a ON a."id" = p."endedByAnnouncementId" AND a."status" = 'published'
     WHERE ${where.sql} AND ${topics.sql} AND ${of === "withdrawn" ? `r."heldAt" IS NULL` : replies.sql} ${page}
     ORDER BY ${key} ${order}, p."id" ${order} LIMIT ${count + 1}`,
    [
      ...where.params,
      ...topics.params,
      ...(of === "withdrawn" ? [] : replies.params),
      ...(cursor ? [isNewestFirst ? new Date(Number(cursor.key)) : cursor.key, cursor.id] : []),
    ],
  );
  const shown = rows.slice(0, count);
  const last = rows.length > count ? shown.at(-1) : undefined;
  const keyOf = (row: Row) =>
    isNewestFirst ? String(asDate(row.endedAt).getTime()) : String(row.dueOn ?? undated);
  return {
    promises: shown.map((row) => listedOf(row, today)),
    next: last ? writePromiseCursor({ key: keyOf(last), id: last.id }) : null,
  };
}

/** How many there are of each standing. One query. */
export async function countPromises(
  ctx: Context,
  { today }: { today: CalendarDay },
): Promise<Record<PromiseStanding, number>> {
  const [topics, replies] = [visibleWhere(ctx.actor), visibleReplyWhere(null)];
  const standing = `CASE WHEN p."state" <> 'open' OR p."dueOn" IS NULL OR p."dueOn" >= ? THEN p."state"
    WHEN p."dueOn" > ? THEN 'overdue' ELSE 'late' END`;
  const rows = await ctx.rows<{ standing: PromiseStanding; count: unknown }>(
    `SELECT s."standing", COUNT(*) AS "count" FROM (SELECT ${standing} AS "standing" FROM "TeamPromise" p
       JOIN "Topic" t ON t."id" = p."topicId" JOIN "Reply" r ON r."id" = p."replyId"
       WHERE ${topics.sql} AND (${replies.sql} OR (p."state" = 'withdrawn' AND r."heldAt" IS NULL))) s
     GROUP BY s."standing"`,
    [today, lastLateDay(today), ...topics.params, ...replies.params],
  );
  const counts = { open: 0, overdue: 0, late: 0, kept: 0, withdrawn: 0 };
  for (const row of rows) counts[row.standing] = Number(row.count);
  return counts;
}

// After every day there is: what names no day stands behind what does.
const undated = "9999-99-99";
const byDay = `COALESCE(p."dueOn", '${undated}')`;

interface Listing {
  where: { sql: string; params: SqlValue[] };
  key: string;
  isNewestFirst: boolean;
}

function listOf(of: PromiseList, today: CalendarDay): Listing {
  const late = lastLateDay(today);
  const open = `p."state" = 'open' AND`;
  const dated = { key: `p."dueOn"`, isNewestFirst: false };
  switch (of) {
    case "open":
      return {
        where: { sql: `${open} (p."dueOn" IS NULL OR p."dueOn" >= ?)`, params: [today] },
        ...{ key: byDay, isNewestFirst: false },
      };
    case "unkept":
      return { where: { sql: `${open} p."dueOn" < ?`, params: [today] }, ...dated };
    case "overdue":
      return { where: { sql: `${open} p."dueOn" < ? AND p."dueOn" > ?`, params: [today, late] }, ...dated };
    case "late":
      return { where: { sql: `${open} p."dueOn" <= ?`, params: [late] }, ...dated };
    case "kept":
    case "withdrawn":
      return { where: { sql: `p."state" = '${of}'`, params: [] }, key: `p."endedAt"`, isNewestFirst: true };
  }
}

type Row = Record<string, unknown> & Pick<TeamPromise, "id" | "replyId" | "text" | "dueOn" | "state">;

function listedOf(row: Row, today: CalendarDay): ListedPromise {
  const { id, replyId, text, dueOn, state } = row;
  return {
    ...{ id, replyId, text, dueOn, state },
    createdAt: asDate(row.createdAt),
    moves: asJson<TeamPromise["moves"] | null>(row.moves ?? null) ?? [],
    endedAt: asDateOrNull(row.endedAt),
    endedByReplyId: row.endedByReplyId as number | null,
    withdrawnReason: row.withdrawnReason as string,
    keptIn:
      row.slug === null
        ? null
        : {
            slug: row.slug as string,
            title: row.title as string,
            language: row.language as string,
            release: row.release as string,
          },
    standing: standingOf({ state, dueOn }, today),
    topic: {
      number: row.number as number,
      slug: row.topicSlug as string,
      title: row.topicTitle as string,
      language: row.topicLanguage as string,
    },
    language: row.replyLanguage as string,
    madeBy: row.authorName as string,
  };
}
