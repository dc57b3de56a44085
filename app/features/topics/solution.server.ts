import type { MemberContext, Tx } from "~/features/members/context";
import { appendEvent } from "~/platform/outbox/append.server";
import { topicUnsolved } from "./events";
import { changeStatus } from "./status.server";
import type { TakenTopic } from "./taking.server";
import { addTimelineEntry } from "./timeline.server";

/**
 * A topic without its solution, whether that was taken back or deleted. It waits again, answered when the team has
 * answered it; a known issue stays what the team says it is, and one that was closed stays closed.
 */
export async function undoSolution(
  tx: Tx<MemberContext>,
  { id: topicId, status, solutionId }: TakenTopic,
): Promise<void> {
  if (solutionId === null) return;
  const actorId = tx.actor.id;
  const isOpenAgain = status === "solved" && !(await isFixedIssue(tx, topicId));
  if (isOpenAgain) {
    // Counted anew: the reply that goes may have been the official one.
    const { officialCount } = await tx.db.topic.findUniqueOrThrow({
      where: { id: topicId },
      select: { officialCount: true },
    });
    await changeStatus(tx, { topicId, to: officialCount > 0 ? "answered" : "open", actorId });
  } else {
    const isSolved = status === "solved";
    await tx.db.topic.update({
      where: { id: topicId },
      data: { solutionId: null, ...(!isSolved && { solvedAt: null, solvedById: null }) },
    });
    await addTimelineEntry(tx, { topicId, type: "unsolved", data: { replyId: solutionId }, actorId });
  }
  await appendEvent(tx, topicUnsolved(topicId, solutionId));
}

async function isFixedIssue(tx: Tx, topicId: number): Promise<boolean> {
  return (await tx.db.knownIssue.count({ where: { topicId, fixedAt: { not: null } } })) === 1;
}
