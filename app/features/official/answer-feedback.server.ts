import type { MemberContext } from "~/features/members/context";
import { takeTopic } from "~/features/topics/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { type Feedback, type FeedbackAnswer, mayGiveFeedback } from "./answer-feedback";
import { officialAnswered } from "./events";

/**
 * Says whether an official reply answered it, or takes that back with null. One word per member: another one takes the
 * place of the first, and the counts move with it.
 */
export async function giveFeedback(
  ctx: MemberContext,
  { number, replyId, answer }: { number: number; replyId: number; answer: FeedbackAnswer | null },
): Promise<Feedback> {
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number });
    const reply = await tx.db.reply.findUnique({ where: { id: replyId }, include: { official: true } });
    const isThere = reply?.topicId === topic.id && reply.official && !reply.deletedAt && !reply.heldAt;
    if (!isThere || topic.deletedAt) throw new NotFound("reply");
    if (!mayGiveFeedback(tx.actor, reply)) throw new Forbidden("feedback.own");

    const memberId = tx.actor.id;
    const before = await tx.db.answerFeedback.findUnique({
      where: { replyId_memberId: { replyId, memberId } },
    });
    if ((before?.answer ?? null) !== answer) {
      await tx.db.answerFeedback.deleteMany({ where: { replyId, memberId } });
      if (answer)
        await tx.db.answerFeedback.create({ data: { replyId, memberId, answer, createdAt: tx.clock.now() } });
      await appendEvent(tx, officialAnswered(topic.id, replyId, memberId, answer));
    }
    const sums = await tx.db.answerFeedback.groupBy({ by: ["answer"], where: { replyId }, _count: true });
    const count = (of: FeedbackAnswer) => sums.find((sum) => sum.answer === of)?._count ?? 0;
    const counts = { yes: count("yes"), no: count("no") };
    await tx.db.officialReply.update({
      where: { replyId },
      data: { yesCount: counts.yes, noCount: counts.no },
    });
    return { counts, mine: answer };
  });
}
