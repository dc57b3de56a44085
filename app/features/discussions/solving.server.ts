import type { MemberContext } from "~/features/members/context";
import { mayRead } from "~/features/topics/policy";
import { changeStatus } from "~/features/topics/status.server";
import { takeTopic } from "~/features/topics/taking.server";
import { addTimelineEntry } from "~/features/topics/timeline.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { undoSolution } from "~/features/topics/solution.server";
import { topicSolved } from "./events";
import { mayDecideSolution } from "./policy";

/**
 * Makes a reply the solution of its topic, at whatever depth it stands, in the place of an earlier one. Accepting what is
 * accepted changes nothing.
 */
export async function acceptSolution(
  ctx: MemberContext,
  { number, replyId }: { number: number; replyId: number },
): Promise<{ slug: string }> {
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number });
    const { id: topicId, slug } = topic;
    const actorId = tx.actor.id;
    if (!mayDecideSolution(tx.actor, topic, tx.clock.now())) throw new Forbidden("solution.accept");
    if (topic.solutionId === replyId) return { slug };
    const reply = await tx.db.reply.findUnique({ where: { id: replyId } });
    if (reply?.topicId !== topicId || reply.deletedAt || !mayRead(null, reply)) throw new NotFound("reply");

    // Of a known issue only staff say that it is fixed: until then an accepted reply is what helps meanwhile.
    const isKnown = topic.status === "known-issue";
    const hasChanged = !isKnown && (await changeStatus(tx, { topicId, to: "solved", actorId, replyId }));
    // The status says it in the timeline; where it was solved already, only the reply is another one.
    if (!hasChanged) await addTimelineEntry(tx, { topicId, type: "solved", data: { replyId }, actorId });
    await tx.db.topic.update({
      where: { id: topicId },
      data: { solutionId: replyId, solvedAt: tx.clock.now(), solvedById: actorId },
    });
    await appendEvent(tx, topicSolved(topicId, replyId));
    return { slug };
  });
}

/** Takes the solution back: the topic waits again. */
export async function withdrawSolution(
  ctx: MemberContext,
  { number }: { number: number },
): Promise<{ slug: string }> {
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number });
    const { slug, solutionId } = topic;
    if (!mayDecideSolution(tx.actor, topic, tx.clock.now())) throw new Forbidden("solution.withdraw");
    if (solutionId === null) return { slug };
    await undoSolution(tx, topic);
    return { slug };
  });
}
