import type { MemberContext } from "~/features/members/context";
import { takeTopic } from "~/features/topics/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { fixAnswered, fixDoubted } from "./events";
import { mayAnswerFix } from "./policy";

/** So many who say that it did not help are no accident: staff are asked to look again. */
export const doubtedBy = 3;

/**
 * "Did this solve it?", asked of those affected when it is fixed. One answer each, which may be changed; the counts say
 * what the answers say. A third "no" asks staff, once for each fix, to open it again.
 */
export async function answerFix(
  ctx: MemberContext,
  { number, isSolved }: { number: number; isSolved: boolean },
): Promise<{ slug: string }> {
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number });
    const { id: topicId, slug } = topic;
    const key = { topicId, memberId: tx.actor.id };
    const [issue, affected, before] = await Promise.all([
      tx.db.knownIssue.findUnique({ where: { topicId } }),
      tx.db.affected.findUnique({ where: { topicId_memberId: key } }),
      tx.db.fixAnswer.findUnique({ where: { topicId_memberId: key } }),
    ]);
    const fixedAt = topic.status === "solved" ? (issue?.fixedAt ?? null) : null;
    const asked = { isAffected: affected !== null, isFixed: fixedAt !== null };
    if (!issue || !fixedAt || !mayAnswerFix(tx.actor, topic, asked))
      throw new Forbidden("known-issue.answer");
    // An answer to an earlier fix says nothing of this one.
    const standing = before && before.answeredAt >= fixedAt ? before.isSolved : null;
    if (standing === isSolved) return { slug };

    const answer = { isSolved, answeredAt: tx.clock.now() };
    await tx.db.fixAnswer.upsert({
      where: { topicId_memberId: key },
      create: { ...key, ...answer },
      update: answer,
    });
    const by = (side: boolean) => (side === isSolved ? 1 : side === standing ? -1 : 0);
    const { deniedCount } = await tx.db.knownIssue.update({
      where: { topicId },
      data: { confirmedCount: { increment: by(true) }, deniedCount: { increment: by(false) } },
    });
    await appendEvent(tx, fixAnswered(topicId, tx.actor.id, isSolved));
    if (deniedCount >= doubtedBy && !issue.doubtedAt) {
      await tx.db.knownIssue.update({ where: { topicId }, data: { doubtedAt: tx.clock.now() } });
      await appendEvent(tx, fixDoubted(topicId));
    }
    return { slug };
  });
}
