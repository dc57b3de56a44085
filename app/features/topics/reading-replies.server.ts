import type { Context } from "~/features/members/context";
import type { SqlValue } from "~/platform/db/client.server";
import {
  placedReplyOf,
  type Reply,
  replyColumns,
  replyJoins,
  replyOf,
  type ReplyRow,
  standingWhere,
} from "./reply";
import { orderOfRoots, type ReplyCursor, startOfRoots } from "./reply-order";
import { afterEverySegment } from "./reply-path";
import { type ReplyNode, replyTrees } from "./reply-tree";

/** Replies to the topic itself on one page, each with its branch. */
const rootsPerPage = 20;
/** A page begins no further branch once it holds this many replies: a deep topic costs little more than a flat one. */
const repliesPerPage = 20;
/** Of a larger branch the page shows the beginning; the rest is on a page of its own. */
export const repliesPerRoot = 16;

type OfTopic = { id: number; solution: { id: number } | null };

export interface ReplyPage {
  trees: ReplyNode[];
  /** The accepted reply, also when its place is on another page. */
  solution: Reply | null;
  /** Id of the root the next page begins with, or null. */
  next: number | null;
  /** Id of the root an earlier page ends before, or null when this is the first. */
  previous: number | null;
  /** Branches too large for the page: by id of the root, the first reply that is not here. */
  continuations: Map<number, number>;
}

/**
 * One page of a topic's replies in one query, whatever the size of the topic: the next twenty roots, each with the
 * beginning of its branch, and the solution.
 */
export async function listReplies(ctx: Context, topic: OfTopic, cursor: ReplyCursor): Promise<ReplyPage> {
  const { sql, params } = pageQuery(ctx, topic, cursor);
  const rows = await ctx.rows<PageRow>(sql, params);
  const solution = rows.find((row) => row.isWithin === null);
  // Several roots may be left over, in whatever order the database gives them.
  const [beyond] = rows.filter((row) => row.isWithin === 0).sort(comparePlaces);
  const isBack = cursor.before !== undefined;
  const onPage = rows
    .filter((row) => row.isWithin === 1)
    .sort((one, other) => comparePlaces(one, other) * (isBack ? -1 : 1) || (one.path < other.path ? -1 : 1));
  const first = onPage[0]?.id ?? null;
  return {
    trees: replyTrees(onPage.map((row) => placedReplyOf(row, ctx.actor))),
    solution: solution ? replyOf(solution, ctx.actor) : null,
    next: isBack ? cursor.before! : (beyond?.id ?? null),
    previous: (isBack ? beyond : cursor.from) ? first : null,
    continuations: new Map(onPage.flatMap(({ id, continuesAt }) => (continuesAt ? [[id, continuesAt]] : []))),
  };
}

type PageRow = ReplyRow & {
  /** Position of its root on the page, from 1. */
  place: number | string;
  /** 1 on the page, 0 for the first root of the next one, null for the solution. */
  isWithin: number | null;
  continuesAt: number | null;
};

function comparePlaces(one: PageRow, other: PageRow): number {
  return Number(one.place) - Number(other.place);
}

/**
 * The roots of a page are cut by number and by how much hangs below them; one more is read for the link to the next
 * page. The end of a large branch is looked for no further than the page shows, so its size does not matter.
 */
function pageQuery(ctx: Context, topic: OfTopic, cursor: ReplyCursor): { sql: string; params: SqlValue[] } {
  const standing = standingWhere(ctx.actor);
  const start = startOfRoots(cursor, standing);
  const order = orderOfRoots(cursor);
  const end = `|| '${afterEverySegment}'`;
  const sql = `WITH "candidate" AS MATERIALIZED (
      SELECT r."id", r."path", r."helpfulCount", CASE WHEN r."descendantCount" < ${repliesPerRoot}
               THEN r."descendantCount" + 1 ELSE ${repliesPerRoot} END AS "size"
      FROM "Reply" r WHERE r."topicId" = ? AND r."depth" = 1 AND ${standing.sql} ${start.sql}
      ORDER BY ${order} LIMIT ${rootsPerPage + 1}
    ), "placed" AS (
      SELECT r."path", r."size", ROW_NUMBER() OVER (ORDER BY ${order}) AS "place",
             SUM(r."size") OVER (ORDER BY ${order} ROWS UNBOUNDED PRECEDING) - r."size" AS "before"
      FROM "candidate" r
    ), "root" AS MATERIALIZED (
      SELECT r."path", r."place",
             CASE WHEN r."place" <= ${rootsPerPage} AND r."before" < ${repliesPerPage} THEN 1 ELSE 0 END AS "isWithin",
             CASE WHEN r."size" = ${repliesPerRoot} THEN (
               SELECT b."path" FROM "Reply" b WHERE b."topicId" = ? AND b."path" > r."path" AND b."path" < r."path" ${end}
               AND ${standing.sql.replaceAll('r."', 'b."')} ORDER BY b."path" LIMIT 1 OFFSET ${repliesPerRoot - 1}) END AS "bound"
      FROM "placed" r
    )
    SELECT ${replyColumns}, q."place", q."isWithin", CASE WHEN r."path" = q."path" THEN c."id" END AS "continuesAt"
    FROM "root" q
    JOIN "Reply" r ON r."topicId" = ? AND r."path" >= q."path"
      AND r."path" < CASE q."isWithin" WHEN 1 THEN COALESCE(q."bound", q."path" ${end}) ELSE q."path" || '0' END
    LEFT JOIN "Reply" c ON c."topicId" = ? AND c."path" = q."bound"
    ${replyJoins} WHERE ${standing.sql}
    UNION ALL
    SELECT ${replyColumns}, 0, NULL, NULL FROM "Reply" r ${replyJoins} WHERE r."id" = ? AND r."topicId" = ?`;
  return {
    sql,
    params: [
      ...[topic.id, ...standing.params, ...start.params],
      ...[topic.id, ...standing.params],
      ...[topic.id, topic.id, ...standing.params],
      ...[topic.solution?.id ?? 0, topic.id],
    ],
  };
}
