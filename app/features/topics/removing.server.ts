import { hideAttachments, showAttachments } from "~/features/attachments/hiding.server";
import type { MemberContext, Tx } from "~/features/members/context";
import { appendEvent } from "~/platform/outbox/append.server";
import { countOfficial, countReply } from "./counting.server";
import { withdrawPromiseOfReply } from "./ending-promises.server";
import { replyDeleted, replyRestored, topicDeleted, topicRestored } from "./events";
import { undoSolution } from "./solution.server";
import type { TakenReply, TakenTopic } from "./taking.server";

// These join a transaction and ask nobody: whoever calls them has decided.

/** Takes a topic from everybody but moderators. What was held was counted nowhere. */
export async function removeTopic(tx: Tx<MemberContext>, topic: TakenTopic): Promise<void> {
  const { id, authorId } = topic;
  await tx.db.topic.update({
    where: { id },
    data: { deletedAt: tx.clock.now(), deletedById: tx.actor.id, isListed: false },
  });
  await tx.db.member.update({
    where: { id: authorId },
    data: { topicCount: { decrement: topic.heldAt ? 0 : 1 }, ...removalBy(tx, authorId) },
  });
  await hideAttachments(tx, { topicId: id });
  await appendEvent(tx, topicDeleted(id));
}

/** Puts a deleted topic back where it was; one that is held besides stays held. */
export async function putBackTopic(tx: Tx, topic: TakenTopic): Promise<void> {
  const { id, authorId, heldAt, status } = topic;
  await tx.db.topic.update({
    where: { id },
    data: { deletedAt: null, deletedById: null, isListed: !heldAt && status !== "merged" },
  });
  await tx.db.member.update({
    where: { id: authorId },
    data: {
      topicCount: { increment: heldAt ? 0 : 1 },
      lastRemovedAt: await lastRemovalOf(tx, authorId),
    },
  });
  if (!heldAt) await showAttachments(tx, { topicId: id });
  await appendEvent(tx, topicRestored(id));
}

/** Takes a reply away and leaves its place, with all that hangs below it. */
export async function removeReply(
  tx: Tx<MemberContext>,
  topic: TakenTopic,
  reply: TakenReply,
): Promise<void> {
  await tx.db.reply.update({
    where: { id: reply.id },
    data: { deletedAt: tx.clock.now(), deletedById: tx.actor.id },
  });
  if (!reply.heldAt) await countReply(tx, topic, reply, -1);
  await tx.db.member.update({ where: { id: reply.authorId }, data: removalBy(tx, reply.authorId) });
  await hideAttachments(tx, { replyId: reply.id });
  if (reply.isOfficial) {
    await countOfficial(tx, topic.id);
    await withdrawPromiseOfReply(tx, { replyId: reply.id, actorId: tx.actor.id });
  }
  if (topic.solutionId === reply.id) await undoSolution(tx, topic);
  await appendEvent(tx, replyDeleted(topic.id, reply.id));
}

/** Puts a deleted reply back into its place. It is no solution by that, and a promise it took with it stays withdrawn. */
export async function putBackReply(tx: Tx, topic: TakenTopic, reply: TakenReply): Promise<void> {
  await tx.db.reply.update({ where: { id: reply.id }, data: { deletedAt: null, deletedById: null } });
  if (!reply.heldAt) {
    await countReply(tx, topic, reply, 1);
    await showAttachments(tx, { replyId: reply.id });
  }
  await tx.db.member.update({
    where: { id: reply.authorId },
    data: { lastRemovedAt: await lastRemovalOf(tx, reply.authorId) },
  });
  if (reply.isOfficial) await countOfficial(tx, topic.id);
  await appendEvent(tx, replyRestored(topic.id, reply.id));
}

/** What somebody else takes away counts against the standing of who wrote it; what they take back themselves does not. */
function removalBy({ actor, clock }: Tx<MemberContext>, authorId: number) {
  return actor.id === authorId ? {} : { lastRemovedAt: clock.now() };
}

/** When somebody else last took a post of this member away that is still away. */
async function lastRemovalOf(tx: Tx, authorId: number): Promise<Date | null> {
  const taken = { authorId, deletedAt: { not: null }, deletedById: { not: authorId } };
  const topics = await tx.db.topic.aggregate({ where: taken, _max: { deletedAt: true } });
  const replies = await tx.db.reply.aggregate({ where: taken, _max: { deletedAt: true } });
  const [one, other] = [topics._max.deletedAt, replies._max.deletedAt];
  return one && other ? (one > other ? one : other) : (one ?? other);
}
