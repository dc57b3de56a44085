import type { Tx } from "~/features/members/context";
import { appendEvent } from "~/platform/outbox/append.server";
import { BadRequest } from "~/platform/errors";
import { followWithPromises } from "./ending-promises.server";
import { statusChanged } from "./events";
import { followWithKnownIssue } from "./known-issue-following.server";
import { takeTopic } from "./taking.server";
import { addTimelineEntry } from "./timeline.server";
import { statusesOf, type TopicStatus } from "./topic";

export interface StatusChange {
  topicId: number;
  to: TopicStatus;
  /** Who decided; null when nobody in particular did. */
  actorId: number | null;
  /** The official reply that says so. */
  replyId?: number;
  /** The announcement that settled it. */
  announcementId?: number;
  /** Typed: why it was declined or closed. */
  reason?: string;
  /** Of a closed topic: the one that tells of the same. */
  duplicateOfId?: number;
  /** The reason in somebody's own words. */
  text?: string;
  createdAt?: Date;
  /** Nobody is to be told: the change was made elsewhere, long ago. */
  isQuiet?: boolean;
}

/**
 * Gives a topic another status, in somebody's transaction: with its place in the timeline and its event. Answers false
 * and changes nothing when it has that status already. Who may decide so is asked by the caller.
 */
export async function changeStatus(tx: Tx, change: StatusChange): Promise<boolean> {
  const { topicId, to, actorId, replyId, announcementId, reason, duplicateOfId, text } = change;
  const { isQuiet = false } = change;
  const topic = await takeTopic(tx, { id: topicId });
  if (!statusesOf(topic.board).includes(to)) throw new BadRequest("status-unknown");
  const from = topic.status;
  if (from === to) return false;
  // Merging moves votes, so it is never a mere change of the word; and what is merged has no status of its own.
  if (to === "merged") throw new BadRequest("status-unknown");
  if (from === "merged") return false;

  const at = change.createdAt ?? tx.clock.now();
  const changedAt = topic.statusChangedAt;
  await tx.db.topic.update({
    where: { id: topicId },
    data: {
      status: to,
      statusChangedAt: at,
      closedReason: to === "closed" ? (reason ?? null) : null,
      duplicateOfId: to === "closed" ? (duplicateOfId ?? null) : null,
      declinedReason: to === "declined" ? (reason ?? null) : null,
      ...solvedColumns(from, to, { at, actorId }),
    },
  });
  const given = Object.fromEntries(
    Object.entries({ replyId, announcementId, reason, duplicateOfId, text }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const data = { from, to, ...given };
  await addTimelineEntry(tx, { topicId, type: "status", data, actorId, createdAt: at });
  await appendEvent(tx, statusChanged(topicId, { from, to, isQuiet }));
  await followWithPromises(tx, { topicId, from, to, changedAt, at, actorId, replyId, announcementId });
  await followWithKnownIssue(tx, { topicId, from, to, at, replyId, announcementId, isQuiet });
  return true;
}

/** Solved knows who and when. Closing keeps a solution; any other status says there is none yet. */
function solvedColumns(
  from: TopicStatus,
  to: TopicStatus,
  { at, actorId }: { at: Date; actorId: number | null },
) {
  if (to === "solved") return { solvedAt: at, solvedById: actorId };
  if (to === "closed") return {};
  return from === "solved" || from === "closed" ? { solvedAt: null, solvedById: null, solutionId: null } : {};
}
