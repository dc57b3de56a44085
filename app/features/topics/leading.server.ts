import type { Context } from "~/features/members/context";
import type { SqlValue } from "~/platform/db/client.server";
import { rowsOn, type TopicRow } from "./listing.server";
import type { Board, TopicKind } from "./topic";

const mostPinned = 5;
const mostKnownIssues = 3;

interface LeadingQuery {
  board: Board;
  kind?: TopicKind;
  areaId?: number;
}

/** What stands above a list: its pinned topics in their order, then the known issues that hit most people. One query. */
export async function listLeading(ctx: Context, query: LeadingQuery): Promise<TopicRow[]> {
  const { areaId } = query;
  const listed = listedWhere(query);
  const now = ctx.clock.now();
  const pinned = `SELECT t."id", 0 AS "rank", p."position" AS "place" FROM "Pin" p JOIN "Topic" t ON t."id" = p."topicId"
    WHERE ${listed.sql} AND (p."endsAt" IS NULL OR p."endsAt" > ?) ${areaId === undefined ? `AND p."scope" = 'site'` : ""}
    ORDER BY p."position", p."createdAt" DESC LIMIT ${mostPinned}`;
  const known = `SELECT t."id", 1 AS "rank", 0 AS "place" FROM "Topic" t
    WHERE ${listed.sql} AND t."status" = 'known-issue'
      AND t."id" NOT IN (SELECT "topicId" FROM "Pin" WHERE "endsAt" IS NULL OR "endsAt" > ?)
    ORDER BY t."affectedCount" DESC, t."id" DESC LIMIT ${mostKnownIssues}`;
  const { topics } = await rowsOn(
    ctx,
    {
      sql: `SELECT * FROM (${pinned}) AS "pinned" UNION ALL SELECT * FROM (${known}) AS "known"`,
      params: [...listed.params, now, ...listed.params, now],
    },
    `"page"."rank", "page"."place", t."affectedCount" DESC, t."id" DESC`,
  );
  return topics;
}

function listedWhere({ board, kind, areaId }: LeadingQuery): { sql: string; params: SqlValue[] } {
  const conditions = [`t."board" = ? AND t."isListed" = TRUE`];
  const params: SqlValue[] = [board];
  if (kind) {
    conditions.push(`t."kind" = ?`);
    params.push(kind);
  }
  if (areaId !== undefined) {
    conditions.push(`t."areaId" = ?`);
    params.push(areaId);
  }
  return { sql: conditions.join(" AND "), params };
}
