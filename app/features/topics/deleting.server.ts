import { appendAudit } from "~/features/audit/appending.server";
import { hideAttachments, showAttachments } from "~/features/attachments/hiding.server";
import type { MemberContext, Tx } from "~/features/members/context";
import { isModerator } from "~/features/members/role";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { withdrawPromiseOfReply } from "./ending-promises.server";
import { replyDeleted, topicDeleted, topicRestored } from "./events";
import { mayDeleteReply, mayDeleteTopic, mayRead, mayRestoreTopic } from "./policy";
import { countInBranches } from "./replying.server";
import { undoSolution } from "./solution.server";
import { type TakenTopic, takeTopic } from "./taking.server";

/**
 * Takes a topic away. Its author may as long as nobody else has answered: what others wrote under it is not theirs to
 * take. Moderators may always, and still see it. Deleting it again changes nothing.
 */
export async function deleteTopic(
  ctx: MemberContext,
  { number }: { number: number },
): Promise<Outcome<{ board: TakenTopic["board"] }, "others-replied">> {
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number });
    const { id, board, authorId } = topic;
    if (topic.deletedAt) return done({ board });
    if (!mayDeleteTopic(tx.actor, topic)) throw new Forbidden("topic.delete");
    if (!isModerator(tx.actor)) {
      const others = await tx.db.reply.count({
        where: { topicId: id, authorId: { not: authorId }, deletedAt: null },
      });
      if (others > 0) return refused("others-replied");
    }
    await tx.db.topic.update({
      where: { id },
      data: { deletedAt: tx.clock.now(), deletedById: tx.actor.id, isListed: false },
    });
    await tx.db.member.update({
      where: { id: authorId },
      data: { topicCount: { decrement: 1 }, ...removalBy(tx, authorId) },
    });
    await hideAttachments(tx, { topicId: id });
    await appendEvent(tx, topicDeleted(id));
    return done({ board });
  });
}

/** Puts a deleted topic back where it was. */
export async function restoreTopic(ctx: MemberContext, { number }: { number: number }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number });
    if (!topic.deletedAt) return;
    if (!mayRestoreTopic(tx.actor, topic)) throw new Forbidden("topic.restore");
    await tx.db.topic.update({
      where: { id: topic.id },
      data: { deletedAt: null, deletedById: null, isListed: !topic.heldAt && topic.status !== "merged" },
    });
    await tx.db.member.update({
      where: { id: topic.authorId },
      data: { topicCount: { increment: 1 }, lastRemovedAt: await lastRemovalOf(tx, topic.authorId) },
    });
    if (!topic.heldAt) await showAttachments(tx, { topicId: topic.id });
    await appendEvent(tx, topicRestored(topic.id));
  });
}

/** Takes a reply away and leaves its place, with all that hangs below it. Deleting it again changes nothing. */
export async function deleteReply(
  ctx: MemberContext,
  { number, replyId }: { number: number; replyId: number },
): Promise<{ slug: string; isPlaceKept: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const topic = await takeTopic(tx, { number });
    const reply = await tx.db.reply.findUnique({ where: { id: replyId } });
    if (reply?.topicId !== topic.id) throw new NotFound("reply");
    // A held reply is not there for strangers: "not allowed" would say that it is.
    if (!reply.deletedAt && !mayRead(tx.actor, reply)) throw new NotFound("reply");
    const { slug } = topic;
    const isPlaceKept = reply.descendantCount > 0 || reply.isOfficial;
    if (reply.deletedAt) return { slug, isPlaceKept };
    if (!mayDeleteReply(tx.actor, topic, reply)) throw new Forbidden("reply.delete");

    await tx.db.reply.update({
      where: { id: replyId },
      data: { deletedAt: tx.clock.now(), deletedById: tx.actor.id },
    });
    await countInBranches(tx, { topicId: topic.id, path: reply.path, by: -1 });
    await tx.db.member.update({
      where: { id: reply.authorId },
      data: { replyCount: { decrement: 1 }, ...removalBy(tx, reply.authorId) },
    });
    await hideAttachments(tx, { replyId });
    await countOut(tx, topic, reply);
    if (reply.isOfficial) await withdrawPromiseOfReply(tx, { replyId, actorId: tx.actor.id });
    if (topic.solutionId === replyId) await undoSolution(tx, topic);
    await appendEvent(tx, replyDeleted(topic.id, replyId));
    if (reply.isOfficial) await appendAudit(tx, "official-deleted", { topic: number, reply: replyId });
    return { slug, isPlaceKept };
  });
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

/** What the topic says of its replies, without the one just deleted. */
async function countOut(tx: Tx, topic: TakenTopic, reply: { isOfficial: boolean }): Promise<void> {
  const standing = { topicId: topic.id, deletedAt: null };
  const latest = await tx.db.reply.findFirst({
    where: { ...standing, heldAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { createdAt: true },
  });
  await tx.db.topic.update({
    where: { id: topic.id },
    data: { replyCount: { decrement: 1 }, lastActivityAt: latest?.createdAt ?? topic.createdAt },
  });
  if (!reply.isOfficial) return;
  const official = await tx.db.reply.findFirst({
    where: { ...standing, isOfficial: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  await tx.db.topic.update({
    where: { id: topic.id },
    data: { officialCount: { decrement: 1 }, lastOfficialId: official?.id ?? null },
  });
}
