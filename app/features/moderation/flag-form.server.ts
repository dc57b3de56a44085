import type { Context, MemberContext } from "~/features/members/context";
import { findAnswered } from "~/features/topics/answering.server";
import { getTopicAddress, type TopicAddress } from "~/features/topics/finding.server";
import { NotFound } from "~/platform/errors";
import type { FlagState } from "./flag";
import { findOwnFlag } from "./own-flags.server";
import { mayDecideOn } from "./policy";
import { type PostAddress, targetOf } from "./post";

/** What the page to report a post says of it and of the reader. */
export interface FlagView {
  topic: TopicAddress;
  reply: { id: number; name: string; excerpt: string; language: string } | null;
  isOwn: boolean;
  flag: { id: number; reason: string; note: string; state: FlagState } | null;
}

export async function readFlagView(ctx: Context, { number, replyId }: PostAddress): Promise<FlagView> {
  const topic = await getTopicAddress(ctx, number);
  const reply = replyId === undefined ? null : await findAnswered(ctx, { topicId: topic.id, replyId });
  if (replyId !== undefined && !reply) throw new NotFound("reply");
  const target = targetOf({ topicId: topic.id, replyId: reply?.id ?? null });
  const [authorId, flag] = await Promise.all([
    authorOf(ctx, topic.id, reply?.id),
    ctx.actor ? findOwnFlag(ctx as MemberContext, target) : null,
  ]);
  return {
    topic,
    reply: reply && { id: reply.id, name: reply.name, excerpt: reply.excerpt, language: reply.language },
    isOwn: ctx.actor?.id === authorId,
    flag: flag?.state === "withdrawn" ? null : flag,
  };
}

/**
 * Whether taking this post away needs a reason: a moderator does it, and somebody else wrote it. Official replies are the
 * team's own.
 */
export async function needsReason(ctx: MemberContext, { number, replyId }: PostAddress): Promise<boolean> {
  const { id } = await getTopicAddress(ctx, number);
  const select = { authorId: true };
  if (replyId === undefined)
    return mayDecideOn(ctx.actor, await ctx.db.topic.findUniqueOrThrow({ where: { id }, select }));
  const reply = await ctx.db.reply.findFirst({
    where: { id: replyId, topicId: id },
    select: { authorId: true, isOfficial: true },
  });
  return reply !== null && !reply.isOfficial && mayDecideOn(ctx.actor, reply);
}

async function authorOf({ db }: Context, topicId: number, replyId: number | undefined): Promise<number> {
  const select = { authorId: true };
  const post = replyId
    ? await db.reply.findUniqueOrThrow({ where: { id: replyId }, select })
    : await db.topic.findUniqueOrThrow({ where: { id: topicId }, select });
  return post.authorId;
}
