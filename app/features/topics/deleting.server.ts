import { appendAudit } from "~/features/audit/appending.server";
import type { MemberContext } from "~/features/members/context";
import { isModerator } from "~/features/members/role";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { mayDeleteReply, mayDeleteTopic, mayRead, mayRestoreTopic, type TopicFacts } from "./policy";
import { putBackTopic, removeReply, removeTopic } from "./removing.server";
import { type TakenTopic, takeReply, takeTopic } from "./taking.server";

/**
 * Takes a topic away. Its author may as long as nobody else has answered: what others wrote under it is not theirs to
 * take. Moderators may always, and still see it. Deleting it again changes nothing.
 */
export async function deleteTopic(
  ctx: MemberContext,
  { number }: { number: number },
): Promise<Outcome<{ board: TakenTopic["board"] }, "others-replied">> {
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number });
    const { id, board, authorId } = topic;
    if (topic.deletedAt) return done({ board });
    if (!mayDeleteTopic(tx.actor, topic)) throw new Forbidden("topic.delete");
    if (!isModerator(tx.actor)) {
      const others = await tx.db.reply.count({
        // What is held counts nowhere: a refusal for its sake would say that it is there.
        where: { topicId: id, authorId: { not: authorId }, deletedAt: null, heldAt: null },
      });
      if (others > 0) return refused("others-replied");
    }
    await removeTopic(tx, topic);
    return done({ board });
  });
}

/** Puts a deleted topic back where it was. */
export async function restoreTopic(ctx: MemberContext, { number }: { number: number }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number });
    if (!isModerator(tx.actor)) throw new Forbidden("topic.restore");
    if (!mayRestoreTopic(tx.actor, topic)) return;
    await putBackTopic(tx, topic);
  });
}

/** Takes a reply away and leaves its place, with all that hangs below it. Deleting it again changes nothing. */
export async function deleteReply(
  ctx: MemberContext,
  { number, replyId }: { number: number; replyId: number },
): Promise<{ slug: string; isPlaceKept: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number });
    const reply = await takeReply(tx, topic, replyId);
    const { slug } = topic;
    const isPlaceKept = reply.descendantCount > 0 || reply.isOfficial;
    if (reply.deletedAt) {
      // Taken again by whoever could have: nothing happens. For others it is gone as if it never was.
      if (reply.authorId !== tx.actor.id && !isModerator(tx.actor)) throw new NotFound("reply");
      return { slug, isPlaceKept };
    }
    if (!mayDeleteReply(tx.actor, topic, reply)) throw new Forbidden("reply.delete");
    await removeReply(tx, topic, reply);
    if (reply.isOfficial) await appendAudit(tx, "official-deleted", { topic: number, reply: replyId });
    return { slug, isPlaceKept };
  });
}

/** Before anybody is asked whether they mean it. Throws NotFound for what they cannot see, Forbidden for what is not theirs. */
export async function requireDeletableReply(
  ctx: MemberContext,
  { topic, replyId }: { topic: TopicFacts & { id: number }; replyId: number },
): Promise<void> {
  const reply = await ctx.db.reply.findUnique({ where: { id: replyId } });
  if (reply?.topicId !== topic.id || reply.deletedAt || !mayRead(ctx.actor, reply))
    throw new NotFound("reply");
  if (!mayDeleteReply(ctx.actor, topic, reply)) throw new Forbidden("reply.delete");
}
