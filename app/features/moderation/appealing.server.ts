import type { MemberContext } from "~/features/members/context";
import { takeTopic } from "~/features/topics/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";

export type AppealRefusal = "appealed-already" | "appeal-none" | "post-back";

/**
 * The author asks another moderator to look again: once for each removal. Throws NotFound for everybody else's decisions.
 */
export async function appeal(
  ctx: MemberContext,
  { decisionId, text }: { decisionId: number; text: string },
): Promise<Outcome<Record<never, never>, AppealRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const decision = await tx.db.moderationDecision.findFirst({
      where: { id: decisionId, authorId: tx.actor.id },
    });
    if (!decision) throw new NotFound("decision");
    const { topicId, replyId, reason, authorId } = decision;
    if (!decision.isAppealable || topicId === null) return refused("appeal-none");
    // Their topic is hidden from its author too by now; its row must be held all the same.
    await takeTopic({ ...tx, actor: null }, { id: topicId });
    if (await tx.db.appeal.findUnique({ where: { decisionId } })) return refused("appealed-already");
    const post = replyId
      ? await tx.db.reply.findUnique({ where: { id: replyId }, select: { deletedAt: true } })
      : await tx.db.topic.findUnique({ where: { id: topicId }, select: { deletedAt: true } });
    if (!post?.deletedAt) return refused("post-back");
    const now = tx.clock.now();
    const { id: appealId } = await tx.db.appeal.create({
      data: { decisionId, memberId: tx.actor.id, text, createdAt: now },
      select: { id: true },
    });
    await tx.db.reviewItem.create({
      data: {
        ...{ kind: "appeal", topicId, replyId, authorId, reason, appealId },
        ...{ openKey: `appeal:${appealId}`, openedAt: now },
      },
    });
    return done({});
  });
}
