import { appendAudit } from "~/features/audit/appending.server";
import type { MemberContext, Tx } from "~/features/members/context";
import { appendEvent } from "~/platform/outbox/append.server";
import type { DecisionAct, DecisionKind } from "./decision";
import { postDecided } from "./events";
import { targetOf } from "./post";
import type { TakenPost } from "./taking-post.server";

export interface NewDecision {
  kind: DecisionKind;
  act: DecisionAct;
  reason?: string;
  note?: string;
}

/**
 * Writes one decision of a post with all that follows from it: open flags are upheld or refused, what waited of the post
 * waits no more, its author and those who reported it are to be told, the audit log has its line. Answers with its id.
 */
export async function recordDecision(
  tx: Tx<MemberContext>,
  post: TakenPost,
  { kind, act, reason = "", note = "" }: NewDecision,
): Promise<number> {
  const { topicId, replyId, authorId, topic } = post;
  const now = tx.clock.now();
  const { id } = await tx.db.moderationDecision.create({
    data: {
      ...{ kind, act, topicId, replyId, authorId, reason, note },
      ...{ areaId: topic.areaId, decidedById: tx.actor.id, decidedAt: now },
      isAppealable: act === "removed" && !post.isOfficial,
    },
    select: { id: true },
  });
  if (act !== "confirmed") {
    await tx.db.flag.updateMany({
      where: { target: targetOf(post), state: "open" },
      data: { state: act === "removed" ? "upheld" : "refused", decidedAt: now, decisionId: id },
    });
  }
  await tx.db.reviewItem.updateMany({
    where: { topicId, replyId, state: "open", kind: { not: "appeal" } },
    data: { state: "decided", openKey: null, decidedAt: now, decisionId: id },
  });
  await appendEvent(tx, postDecided(id, { wasHeld: post.heldAt !== null }));
  await appendAudit(tx, "post-moderated", {
    ...{ act, waited: kind, topic: topic.number, reply: post.replyId },
    ...(reason && { reason }),
    decision: id,
  });
  return id;
}
