import { hideAttachments, showAttachments } from "~/features/attachments/hiding.server";
import type { Tx } from "~/features/members/context";
import { appendEvent } from "~/platform/outbox/append.server";
import { countReply } from "./counting.server";
import { replyHeld, replyReleased, topicHeld, topicReleased } from "./events";
import type { TakenReply, TakenTopic } from "./taking.server";

// These join a transaction and ask nobody: whoever calls them has decided. `heldFor` is a word of theirs.

/** Keeps a topic from everybody but its author and moderators. One that is held or deleted stays as it is. */
export async function holdTopic(tx: Tx, topic: TakenTopic, heldFor: string): Promise<void> {
  if (topic.heldAt || topic.deletedAt) return;
  await tx.db.topic.update({
    where: { id: topic.id },
    data: { heldAt: tx.clock.now(), heldFor, isListed: false },
  });
  await tx.db.member.update({ where: { id: topic.authorId }, data: { topicCount: { decrement: 1 } } });
  await hideAttachments(tx, { topicId: topic.id });
  await appendEvent(tx, topicHeld(topic.id));
}

/** Lets everybody see a held topic. */
export async function releaseTopic(tx: Tx, topic: TakenTopic): Promise<void> {
  if (!topic.heldAt) return;
  const isThere = !topic.deletedAt;
  await tx.db.topic.update({
    where: { id: topic.id },
    data: { heldAt: null, heldFor: null, isListed: isThere && topic.status !== "merged" },
  });
  if (!isThere) return;
  await tx.db.member.update({ where: { id: topic.authorId }, data: { topicCount: { increment: 1 } } });
  await showAttachments(tx, { topicId: topic.id });
  await appendEvent(tx, topicReleased(topic.id));
}

/** The same for a reply: it counts nowhere while it is held. */
export async function holdReply(
  tx: Tx,
  topic: TakenTopic,
  reply: TakenReply,
  heldFor: string,
): Promise<void> {
  if (reply.heldAt || reply.deletedAt) return;
  await tx.db.reply.update({ where: { id: reply.id }, data: { heldAt: tx.clock.now(), heldFor } });
  await countReply(tx, topic, reply, -1);
  await hideAttachments(tx, { replyId: reply.id });
  await appendEvent(tx, replyHeld(topic.id, reply.id));
}

export async function releaseReply(tx: Tx, topic: TakenTopic, reply: TakenReply): Promise<void> {
  if (!reply.heldAt) return;
  await tx.db.reply.update({ where: { id: reply.id }, data: { heldAt: null, heldFor: null } });
  if (reply.deletedAt) return;
  await countReply(tx, topic, reply, 1);
  await showAttachments(tx, { replyId: reply.id });
  await appendEvent(tx, replyReleased(topic.id, reply.id));
}
