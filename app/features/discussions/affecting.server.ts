import type { MemberContext, Tx } from "~/features/members/context";
import { endFollow, follow } from "~/features/topics/following.server";
import { type TakenTopic, takeTopic } from "~/features/topics/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { topicAffected, topicUnaffected } from "./events";
import { mayBeAffected } from "./policy";

export interface AffectedCount {
  count: number;
  isAffected: boolean;
  slug: string;
}

/** "I have this too": once per member however often and from wherever it is said. Who has it follows what becomes of it. */
export async function setAffected(
  ctx: MemberContext,
  { number }: { number: number },
): Promise<AffectedCount> {
  return inTransaction(ctx, async (tx) => {
    const topic = await takeProblem(tx, number);
    const { id: topicId, slug, affectedCount } = topic;
    const memberId = tx.actor.id;
    const now = tx.clock.now();
    const inserted = await tx.db.$executeRaw`
      INSERT INTO "Affected" ("topicId", "memberId", "createdAt") VALUES (${topicId}, ${memberId}, ${now})
      ON CONFLICT DO NOTHING`;
    if (inserted === 0) return { count: affectedCount, isAffected: true, slug };
    await tx.db.topic.update({ where: { id: topicId }, data: { affectedCount: { increment: 1 } } });
    await follow(tx, { topicId, memberId, reason: "affected" });
    await appendEvent(tx, topicAffected(topicId, memberId));
    return { count: affectedCount + 1, isAffected: true, slug };
  });
}

export async function unsetAffected(
  ctx: MemberContext,
  { number }: { number: number },
): Promise<AffectedCount> {
  return inTransaction(ctx, async (tx) => {
    const { id: topicId, slug, affectedCount } = await takeProblem(tx, number);
    const mine = { topicId, memberId: tx.actor.id };
    const { count } = await tx.db.affected.deleteMany({ where: mine });
    if (count === 0) return { count: affectedCount, isAffected: false, slug };
    await tx.db.topic.update({ where: { id: topicId }, data: { affectedCount: { decrement: 1 } } });
    await endFollow(tx, { ...mine, reason: "affected" });
    await appendEvent(tx, topicUnaffected(topicId, tx.actor.id));
    return { count: affectedCount - 1, isAffected: false, slug };
  });
}

async function takeProblem(tx: Tx<MemberContext>, number: number): Promise<TakenTopic> {
  const topic = await takeTopic(tx, { number });
  if (!mayBeAffected(tx.actor, topic)) throw new Forbidden("problem.affected");
  return topic;
}
