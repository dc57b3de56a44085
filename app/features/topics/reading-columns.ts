import { asDate, asJson } from "~/platform/db/columns";
import type { DatabaseKind } from "~/platform/db/client.server";
import { jsonRows } from "./json-rows";
import { type FreshReply, mostFresh, type Reading } from "./read-position";

/**
 * Columns that tell what a reader has read of a topic `t`, with their position joined as `v`. Parameters: the time
 * before which visits are over, and the reader. Own replies are never new, nor is what others cannot see.
 */
export function readingColumns(kind: DatabaseKind): string {
  const fresh = jsonRows(kind, {
    fields: { id: `f."id"`, path: `f."path"` },
    from: `(SELECT r."id", r."path" FROM "Reply" r WHERE r."topicId" = t."id"
            AND r."id" > CASE WHEN v."lastAt" > ? THEN v."sinceReplyId" ELSE v."lastReplyId" END
            AND r."deletedAt" IS NULL AND r."heldAt" IS NULL AND r."authorId" <> ?
            ORDER BY r."id" LIMIT ${mostFresh}) f`,
    order: `f."id"`,
  });
  return `v."lastReplyId", v."lastAt", v."sinceReplyId", v."sinceAt", ${fresh} AS "fresh",
    (SELECT r."id" FROM "Reply" r WHERE r."topicId" = t."id" AND r."deletedAt" IS NULL AND r."heldAt" IS NULL
     ORDER BY r."id" DESC LIMIT 1) AS "newestId"`;
}

/** The reader's position on a topic `t`, as `v`. Parameter: the reader. */
export const readingJoin = `LEFT JOIN "ReadPosition" v ON v."topicId" = t."id" AND v."memberId" = ?`;

export function readingOf(row: Record<string, unknown>): Reading {
  const { lastReplyId, sinceReplyId, newestId } = row as {
    lastReplyId: number | null;
    sinceReplyId: number;
    newestId: number | null;
  };
  return {
    position:
      lastReplyId === null
        ? null
        : { lastReplyId, lastAt: asDate(row.lastAt), sinceReplyId, sinceAt: asDate(row.sinceAt) },
    newestId: newestId ?? 0,
    fresh: ranked(asJson<{ id: number; path: string }[]>(row.fresh)),
  };
}

/** Places are numbered, and pages get this: a gap between two would say that something is held there. */
function ranked(replies: readonly { id: number; path: string }[]): FreshReply[] {
  const inOrder = replies.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const ranks = new Map(inOrder.map(({ id }, rank) => [id, rank]));
  return replies.map(({ id }) => ({ id, rank: ranks.get(id)! }));
}
