import type { MemberContext, Tx } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { mayRead } from "./policy";
import { takeTopic } from "./taking.server";

export interface BookmarkAddress {
  number: number;
  /** A reply of the topic; left out for the topic itself. */
  replyId?: number;
}

/** Keeps a topic or a reply for oneself. Doing it again keeps the first one and its note. */
export async function setBookmark(ctx: MemberContext, address: BookmarkAddress): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { threadId, ...mine } = await markOf(tx, address);
    const there = await tx.db.bookmark.findFirst({ where: mine, select: { id: true } });
    if (!there) await tx.db.bookmark.create({ data: { ...mine, threadId, createdAt: tx.clock.now() } });
  });
}

/** Takes it away where it was made; what has been deleted meanwhile is taken away from the list. */
export async function unsetBookmark(ctx: MemberContext, address: BookmarkAddress): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db.bookmark.deleteMany({ where: await markOf(tx, address) });
  });
}

/** Writes the note of an own bookmark; nobody else ever reads it. */
export async function noteBookmark(
  ctx: MemberContext,
  { id, note }: { id: number; note: string },
): Promise<void> {
  const { count } = await ctx.db.bookmark.updateMany({
    where: { id, memberId: ctx.actor.id },
    data: { note },
  });
  if (count === 0) throw new NotFound("bookmark");
}

/** Takes an own bookmark away, whatever became of what it was on. Once it is gone, doing it again changes nothing. */
export async function removeBookmark(ctx: MemberContext, { id }: { id: number }): Promise<void> {
  await ctx.db.bookmark.deleteMany({ where: { id, memberId: ctx.actor.id } });
}

async function markOf(tx: Tx<MemberContext>, { number, replyId }: BookmarkAddress) {
  const memberId = tx.actor.id;
  const topic = await takeTopic(tx, { number });
  if (topic.deletedAt) throw new NotFound("topic");
  if (replyId === undefined) return { memberId, topicId: topic.id, threadId: topic.id };
  const reply = await tx.db.reply.findUnique({ where: { id: replyId } });
  if (reply?.topicId !== topic.id || reply.deletedAt || !mayRead(tx.actor, reply))
    throw new NotFound("reply");
  return { memberId, replyId, threadId: topic.id };
}
