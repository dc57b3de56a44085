import type { MemberContext, Tx } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { reactionGiven, reactionWithdrawn } from "./events";
import { mayRead } from "./policy";
import {
  mayReact,
  type ReactionCounts,
  type ReactionKind,
  type ReactionsShown,
  type ReactionTarget,
} from "./reaction";
import { takeTopic } from "./taking.server";

export interface ReactionChange {
  kind: ReactionKind;
  isSet: boolean;
}

/** Sets or withdraws one reaction to a topic, or to a reply in it when one is given. Doing it again changes nothing. */
export async function reactInTopic(
  ctx: MemberContext,
  { number, replyId, ...change }: ReactionChange & { number: number; replyId?: number },
): Promise<ReactionsShown> {
  return inTransaction(ctx, async (tx) => {
    // Holding the topic holds all that is in it: nobody deletes the text meanwhile, and counts are summed one by one.
    const topic = await takeTopic(tx, { number });
    if (topic.deletedAt) throw new NotFound("topic");
    if (replyId === undefined) {
      const { counts, mine } = await changeReaction(
        tx,
        { topicId: topic.id },
        { ...topic, threadId: topic.id },
        change,
      );
      await tx.db.topic.update({ where: { id: topic.id }, data: { reactions: counts } });
      return { counts, mine };
    }
    const reply = await tx.db.reply.findUnique({ where: { id: replyId } });
    if (reply?.topicId !== topic.id || reply.deletedAt || !mayRead(tx.actor, reply))
      throw new NotFound("reply");
    const { counts, mine } = await changeReaction(tx, { replyId }, { ...reply, threadId: topic.id }, change);
    const helpfulCount = reply.importedHelpful + (counts.helpful ?? 0);
    await tx.db.reply.update({ where: { id: replyId }, data: { reactions: counts, helpfulCount } });
    return { counts: { ...counts, helpful: helpfulCount }, mine };
  });
}

/**
 * The change within a transaction that holds the text's row, and the counts it leads to, for the caller to keep there.
 * They are summed anew from the reactions themselves, so that they cannot drift.
 */
export async function changeReaction(
  tx: Tx<MemberContext>,
  target: ReactionTarget,
  text: { authorId: number; threadId?: number },
  { kind, isSet }: ReactionChange,
): Promise<ReactionsShown> {
  if (isSet && !mayReact(tx.actor, text, kind)) throw new Forbidden("reaction.own");
  const mine = { ...target, memberId: tx.actor.id };
  const before = await tx.db.reaction.findMany({ where: mine, select: { kind: true } });
  const isThere = before.some((each) => each.kind === kind);
  if (isSet && !isThere) {
    await tx.db.reaction.create({
      data: { ...mine, kind, threadId: text.threadId, createdAt: tx.clock.now() },
    });
    await appendEvent(tx, reactionGiven(target, tx.actor.id, kind));
  } else if (!isSet && isThere) {
    await tx.db.reaction.deleteMany({ where: { ...mine, kind } });
    await appendEvent(tx, reactionWithdrawn(target, tx.actor.id, kind));
  }
  const kinds = before.map((each) => each.kind as ReactionKind).filter((each) => each !== kind);
  return { counts: await sumReactions(tx, target), mine: isSet ? [...kinds, kind] : kinds };
}

/** How many of each kind a text has now, by the reactions themselves. */
export async function sumReactions(tx: Tx, target: ReactionTarget): Promise<ReactionCounts> {
  const sums = await tx.db.reaction.groupBy({
    by: ["kind"],
    where: target,
    _count: true,
    orderBy: { kind: "asc" },
  });
  return Object.fromEntries(sums.map(({ kind, _count }) => [kind, _count]));
}
