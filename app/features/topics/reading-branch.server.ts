import type { Context } from "~/features/members/context";
import { NotFound } from "~/platform/errors";
import { placedReplyOf, replyColumns, replyJoins, type ReplyRow, standingWhere } from "./reply";
import { placeOf } from "./reply-order";
import { afterEverySegment } from "./reply-path";
import { type ReplyNode, replyTrees } from "./reply-tree";

const repliesPerBranchPage = 60;

export interface BranchPage {
  /** The reply the branch grows from, with what hangs below it on this page. */
  trees: ReplyNode[];
  /** Id of the reply the next page begins with, or null. */
  next: number | null;
}

/**
 * A reply with everything below it, from the reply `from` on, in one query. Throws NotFound when there is no such reply
 * in the topic, or nothing of it can be read.
 */
export async function listBranch(
  ctx: Context,
  topic: { id: number },
  { replyId, from }: { replyId: number; from?: number },
): Promise<BranchPage> {
  const standing = standingWhere(ctx.actor);
  const end = `|| '${afterEverySegment}'`;
  const rows = await ctx.rows<ReplyRow>(
    `WITH "top" AS (SELECT "id", "path" FROM "Reply" WHERE "id" = ? AND "topicId" = ?)
     SELECT ${replyColumns} FROM "top" JOIN "Reply" r ON r."id" = "top"."id" ${replyJoins} WHERE ${standing.sql}
     UNION ALL SELECT * FROM (
       SELECT ${replyColumns} FROM "top" JOIN "Reply" r ON r."topicId" = ? AND r."path" > "top"."path"
         AND r."path" < "top"."path" ${end} ${replyJoins}
       WHERE ${standing.sql} ${from === undefined ? "" : `AND r."path" >= ${placeOf(standing)}`}
       ORDER BY r."path" LIMIT ${repliesPerBranchPage + 1}) "below"
     ORDER BY "path"`,
    [
      ...[replyId, topic.id, ...standing.params],
      ...[topic.id, ...standing.params, ...(from === undefined ? [] : [from, ...standing.params])],
    ],
  );
  if (rows[0]?.id !== replyId) throw new NotFound("reply");
  const shown = rows.slice(0, repliesPerBranchPage + 1).map((row) => placedReplyOf(row, ctx.actor));
  return { trees: replyTrees(shown), next: rows[repliesPerBranchPage + 1]?.id ?? null };
}
