import type { Context } from "~/features/members/context";
import type { SqlValue } from "~/platform/db/client.server";

export interface FixedEvent {
  topicId: number;
  /** When those affected were told of an earlier fix, as "known-issue.fixed" says. */
  toldBefore: string | null;
}

/**
 * Ids of those to tell of a fix and to ask whether it worked, in their order, `limit` of them after an id: who reported
 * it and who has it. A later fix is told to those who had not heard of the one before, and to those it did not help.
 */
export async function listToTellOfFix(
  ctx: Pick<Context, "rows">,
  { topicId, toldBefore }: FixedEvent,
  { after = 0, limit = 500 }: { after?: number; limit?: number } = {},
): Promise<number[]> {
  const again = toldBefore === null ? null : new Date(toldBefore);
  const people = `SELECT a."memberId", a."createdAt" FROM "Affected" a WHERE a."topicId" = ?
    UNION ALL SELECT t."authorId", t."createdAt" FROM "Topic" t WHERE t."id" = ?`;
  const since: { sql: string; params: SqlValue[] } = again
    ? {
        sql: `AND (p."createdAt" > ? OR EXISTS (SELECT 1 FROM "FixAnswer" x WHERE x."topicId" = ?
              AND x."memberId" = p."memberId" AND x."isSolved" = FALSE AND x."answeredAt" >= ?))`,
        params: [again, topicId, again],
      }
    : { sql: "", params: [] };
  const rows = await ctx.rows<{ memberId: number }>(
    `SELECT DISTINCT p."memberId" FROM (${people}) AS p WHERE p."memberId" > ? ${since.sql}
     ORDER BY p."memberId" LIMIT ?`,
    [topicId, topicId, after, ...since.params, limit],
  );
  return rows.map(({ memberId }) => memberId);
}
