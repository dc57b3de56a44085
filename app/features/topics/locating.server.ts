import type { Context } from "~/features/members/context";
import { NotFound } from "~/platform/errors";
import { firstUnread } from "./read-position";
import { branchPath, replyAnchor, topicPath } from "./paths";
import { getTopic } from "./reading.server";
import { listReplies, repliesPerRoot } from "./reading-replies.server";
import { standingWhere } from "./reply";
import type { ReplySort } from "./reply-order";
import { rootPath } from "./reply-path";
import { topicViewPath } from "./topic-view";

/**
 * Where a reply is shown now, in the order the reader has chosen: the first page when it stands there, else the page its branch begins, else the page of a
 * branch too large for both. Throws NotFound when the reply is not in the topic or may not be read.
 */
export async function locateReply(
  ctx: Context,
  { number, replyId, sort = "oldest" }: { number: number; replyId: number; sort?: ReplySort },
): Promise<string> {
  const topic = await getTopic(ctx, number);
  const standing = standingWhere(ctx.actor);
  const [reply] = await ctx.rows<{ path: string; parentId: number | null }>(
    `SELECT r."path", r."parentId" FROM "Reply" r WHERE r."id" = ? AND r."topicId" = ? AND ${standing.sql}`,
    [replyId, topic.id, ...standing.params],
  );
  // What the timeline of a merged topic points to may have been said where it lives on.
  if (!reply && topic.mergedInto) return locateReply(ctx, { number: topic.mergedInto.number, replyId, sort });
  if (!reply) throw new NotFound("reply");

  const anchor = `#${replyAnchor(replyId)}`;
  const [place] = await ctx.rows<{ rootId: number; count: number | string }>(
    `SELECT (SELECT "id" FROM "Reply" WHERE "topicId" = ? AND "path" = ?) AS "rootId",
            (SELECT COUNT(*) FROM (SELECT 1 FROM "Reply" r WHERE r."topicId" = ? AND r."path" >= ? AND r."path" <= ?
             AND ${standing.sql} LIMIT ${repliesPerRoot + 1}) AS "above") AS "count"`,
    [topic.id, rootPath(reply.path), topic.id, rootPath(reply.path), reply.path, ...standing.params],
  );
  const rootId = place!.rootId;
  if (Number(place!.count) > repliesPerRoot) {
    return branchPath(number, rootId, reply.parentId === rootId ? replyId : reply.parentId!) + anchor;
  }
  const { trees } = await listReplies(ctx, topic, { sort });
  const isOnFirst = trees.some(({ reply: root }) => root.id === rootId);
  return topicViewPath(topic, { sort, from: isOnFirst ? undefined : rootId }) + anchor;
}

/** Where the first reply stands that the reader has not seen; the topic itself where there is none. */
export async function locateUnread(ctx: Context, { number }: { number: number }): Promise<string> {
  const topic = await getTopic(ctx, number);
  const replyId = topic.mine && firstUnread(topic.mine.reading);
  return replyId ? locateReply(ctx, { number, replyId }) : topicPath(topic);
}
