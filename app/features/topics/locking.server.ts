import type { MemberContext, Tx } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { topicLocked, topicUnlocked } from "./events";
import { mayLock } from "./policy";
import { type TakenTopic, takeTopic } from "./taking.server";
import { addTimelineEntry } from "./timeline.server";

/** Ends a conversation, with the reason everybody reads. Of two who lock it for other reasons the second is told. */
export async function lockTopic(
  ctx: MemberContext,
  { number, reason }: { number: number; reason: string },
): Promise<Outcome<{ slug: string }, "changed-meanwhile">> {
  return inTransaction(ctx, async (tx) => {
    const topic = await takeForLock(tx, number);
    const { id: topicId, slug } = topic;
    if (topic.lockedAt) {
      return (await reasonOfLock(tx, topicId)) === reason ? done({ slug }) : refused("changed-meanwhile");
    }
    await tx.db.topic.update({ where: { id: topicId }, data: { lockedAt: tx.clock.now() } });
    await addTimelineEntry(tx, { topicId, type: "locked", data: { text: reason }, actorId: tx.actor.id });
    await appendEvent(tx, topicLocked(topicId));
    return done({ slug });
  });
}

export async function unlockTopic(
  ctx: MemberContext,
  { number }: { number: number },
): Promise<{ slug: string }> {
  return inTransaction(ctx, async (tx) => {
    const { id: topicId, slug, lockedAt } = await takeForLock(tx, number);
    if (!lockedAt) return { slug };
    await tx.db.topic.update({ where: { id: topicId }, data: { lockedAt: null } });
    await addTimelineEntry(tx, { topicId, type: "unlocked", data: {}, actorId: tx.actor.id });
    await appendEvent(tx, topicUnlocked(topicId));
    return { slug };
  });
}

async function takeForLock(tx: Tx<MemberContext>, number: number): Promise<TakenTopic> {
  const topic = await takeTopic(tx, { number });
  if (!mayLock(tx.actor)) throw new Forbidden("topic.lock");
  return topic;
}

async function reasonOfLock(tx: Tx, topicId: number): Promise<unknown> {
  const latest = await tx.db.timelineEntry.findFirst({
    where: { topicId, type: "locked" },
    orderBy: { id: "desc" },
    select: { data: true },
  });
  return (latest?.data as { text?: unknown } | undefined)?.text;
}
