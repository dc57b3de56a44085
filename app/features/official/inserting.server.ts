import { linkTopics } from "~/features/changelog/linking.server";
import type { Tx } from "~/features/members/context";
import { insertReply } from "~/features/topics/replying.server";
import { changeStatus } from "~/features/topics/status.server";
import type { PreparedText } from "~/features/topics/text.server";
import { addTimelineEntry } from "~/features/topics/timeline.server";
import type { Origin, TopicStatus } from "~/features/topics/topic";
import { appendEvent } from "~/platform/outbox/append.server";
import { officialPosted } from "./events";
import type { OfficialType } from "./official-reply";
import type { PromiseAct } from "./promise-act";
import { changePromise, makePromise } from "./promising.server";
import { sealReply } from "./sealing.server";

export interface NewOfficialReply {
  topicId: number;
  parentId?: number | null;
  text: PreparedText;
  type: OfficialType;
  author: { id: number; displayName: string; title: string };
  /** What the topic becomes; left out, its status stays. */
  status?: TopicStatus;
  /** Typed, when that declines it. */
  reason?: string;
  announcementIds?: readonly number[];
  /** What it promises, or does to what stands promised. */
  promise?: PromiseAct | null;
  createdAt?: Date;
  origin?: Origin;
  /** Nobody is told of it by itself: what it is part of is told. */
  isQuiet?: boolean;
}

/**
 * One official act in somebody's transaction: the reply, its seal, the status it sets, what it points to, the topic's
 * counters, one line of the timeline and one event that tells people. Asks nothing; imports use it as it is.
 */
export async function insertOfficialReply(
  tx: Tx,
  input: NewOfficialReply,
): Promise<{ id: number; reference: string }> {
  const { topicId, parentId, text, type, author, status, promise, origin = "posted" } = input;
  const at = input.createdAt ?? tx.clock.now();
  const announcementIds = [...new Set(input.announcementIds)].toSorted((a, b) => a - b);
  const isQuiet = input.isQuiet ?? origin !== "posted";

  const { id } = await insertReply(tx, {
    topicId,
    parentId,
    text,
    isOfficial: true,
    createdAt: at,
    author,
    origin,
  });
  const reference = await sealReply(tx, {
    ...{ replyId: id, topicId, type, author, body: text.body },
    statusSet: status ?? null,
    postedAt: at,
  });
  // What ends a promise in words comes before the status that would end it without; a new one stands after both.
  const isNewPromise = promise?.kind === "make";
  if (promise && !isNewPromise)
    await changePromise(tx, promise, { topicId, replyId: id, actorId: author.id, at });
  const hasChanged = status !== undefined && (await setStatus(tx, { ...input, status, isQuiet }, id, at));
  // A status that changed says in its own line which reply changed it.
  if (!hasChanged) {
    await addTimelineEntry(tx, {
      topicId,
      type: "official",
      data: { replyId: id, type },
      actorId: author.id,
      createdAt: at,
    });
  }
  await pointTo(tx, { replyId: id, topicId, announcementIds, at, isDelivery: type === "fixed-in" });
  if (isNewPromise) await makePromise(tx, promise, { topicId, replyId: id, actorId: author.id, at });
  await countOfficial(tx, { topicId, replyId: id, at });
  await appendEvent(
    tx,
    officialPosted({
      topicId,
      replyId: id,
      status: hasChanged ? status : null,
      announcementIds,
      promise: promise ?? null,
      quiet: isQuiet,
    }),
  );
  return { id, reference };
}

function setStatus(
  tx: Tx,
  { topicId, status, author, reason, text, isQuiet }: NewOfficialReply & { status: TopicStatus },
  replyId: number,
  createdAt: Date,
): Promise<boolean> {
  const words = status === "declined" ? { reason, text: text.excerpt } : {};
  return changeStatus(tx, {
    topicId,
    to: status,
    actorId: author.id,
    replyId,
    createdAt,
    isQuiet,
    ...words,
  });
}

/** Both ways: the letter shows the announcement, and the announcement answers the topic. */
async function pointTo(
  tx: Tx,
  {
    replyId,
    topicId,
    announcementIds,
    at,
    isDelivery,
  }: { replyId: number; topicId: number; announcementIds: number[]; at: Date; isDelivery: boolean },
): Promise<void> {
  if (announcementIds.length === 0) return;
  await tx.db.officialReplyAnnouncement.createMany({
    data: announcementIds.map((announcementId) => ({ replyId, announcementId })),
  });
  for (const announcementId of announcementIds) {
    await linkTopics(tx, { announcementId, topicIds: [topicId] }, { at, isQuiet: true, isDelivery });
  }
}

async function countOfficial(
  tx: Tx,
  { topicId, replyId, at }: { topicId: number; replyId: number; at: Date },
): Promise<void> {
  await tx.db.topic.update({
    where: { id: topicId },
    data: { officialCount: { increment: 1 }, lastOfficialId: replyId },
  });
  await tx.db.topic.updateMany({
    where: { id: topicId, OR: [{ firstOfficialAt: null }, { firstOfficialAt: { gt: at } }] },
    data: { firstOfficialAt: at },
  });
}
