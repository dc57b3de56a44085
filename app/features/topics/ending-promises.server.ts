import type { Tx } from "~/features/members/context";
import { addTimelineEntry } from "./timeline.server";
import type { TopicStatus } from "./topic";

export interface Delivery {
  topicId: number;
  at: Date;
  /** Who delivered; null when nobody in particular did. */
  actorId: number | null;
  /** What delivered it. */
  replyId?: number;
  announcementId?: number;
  /** Of an announcement that was public before: it cannot have delivered what was promised after it. */
  publishedAt?: Date;
}

const settled: readonly TopicStatus[] = ["solved", "shipped"];

/** Whether a status says that what was promised is done. */
export function isSettled(status: TopicStatus): boolean {
  return settled.includes(status);
}

/**
 * Keeps what stands promised on a topic, or on what was merged into it, in the transaction that delivers it. A promise is
 * kept once: of two that deliver at once, the later changes nothing.
 */
export async function keepPromises(tx: Tx, delivery: Delivery): Promise<void> {
  const { topicId, at, actorId, replyId, announcementId, publishedAt } = delivery;
  const standing = await tx.db.teamPromise.findMany({
    where: {
      state: "open",
      topic: { OR: [{ id: topicId }, { mergedIntoId: topicId }] },
      ...(publishedAt && { createdAt: { lte: publishedAt } }),
    },
    orderBy: { id: "asc" },
    select: { id: true, topicId: true, text: true, dueOn: true },
  });
  for (const { id, topicId: madeOn, text, dueOn } of standing) {
    const { count } = await tx.db.teamPromise.updateMany({
      where: { id, state: "open" },
      data: {
        state: "kept",
        endedAt: at,
        endedByReplyId: replyId ?? null,
        endedByAnnouncementId: announcementId ?? null,
      },
    });
    if (count === 0) continue;
    const cause = { ...(replyId && { replyId }), ...(announcementId && { announcementId }) };
    await addTimelineEntry(tx, {
      ...{ topicId: madeOn, type: "promise-kept", actorId, createdAt: at },
      data: { promiseId: id, text, dueOn, ...cause },
    });
  }
}

/**
 * What a status says of a promise: settled keeps it; and when that very change is taken back, what only it had kept stands
 * open again. `changedAt` is when the topic got the status it leaves.
 */
export async function followWithPromises(
  tx: Tx,
  change: Omit<Delivery, "publishedAt"> & { from: TopicStatus; to: TopicStatus; changedAt: Date },
): Promise<void> {
  const { from, to, changedAt, ...delivery } = change;
  if (isSettled(to)) return keepPromises(tx, delivery);
  if (!isSettled(from)) return;
  await tx.db.teamPromise.updateMany({
    where: { topicId: delivery.topicId, state: "kept", endedByAnnouncementId: null, endedAt: changedAt },
    data: { state: "open", endedAt: null, endedByReplyId: null },
  });
}

/** With the reply that made it goes what it promised, and the timeline says so. */
export async function withdrawPromiseOfReply(
  tx: Tx,
  { replyId, actorId }: { replyId: number; actorId: number },
): Promise<void> {
  const promise = await tx.db.teamPromise.findUnique({ where: { replyId } });
  if (promise?.state !== "open") return;
  const endedAt = tx.clock.now();
  await tx.db.teamPromise.update({ where: { replyId }, data: { state: "withdrawn", endedAt } });
  await addTimelineEntry(tx, {
    ...{ topicId: promise.topicId, type: "promise-withdrawn", actorId, createdAt: endedAt },
    data: { promiseId: promise.id, promised: promise.text },
  });
}
