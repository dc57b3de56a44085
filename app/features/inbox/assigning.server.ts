import type { MemberContext } from "~/features/members/context";
import { takeTopic } from "~/features/topics/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { topicAssigned } from "./events";
import { mayClaim } from "./policy";

interface OwnerInput {
  number: number;
  /** Name of a member of the team; none leaves it to nobody. */
  name: string | null;
}

/** Says who sees to it that a topic is answered, until somebody says otherwise. */
export async function assignTopic(
  ctx: MemberContext,
  { number, name }: OwnerInput,
): Promise<Outcome<{ slug: string }, "owner-unknown">> {
  if (!mayClaim(ctx.actor)) throw new Forbidden("topic.assign");
  return inTransaction(ctx, async (tx) => {
    const { id: topicId, slug } = await takeTopic(tx, { number });
    const owner = name === null ? null : await tx.db.member.findFirst({ where: { name, ...ofTeam } });
    if (name !== null && !owner) return refused("owner-unknown");
    const memberId = owner?.id ?? null;
    if (memberId === null) await tx.db.topicOwner.deleteMany({ where: { topicId } });
    else {
      const data = { memberId, assignedById: tx.actor.id, assignedAt: tx.clock.now() };
      const before = await tx.db.topicOwner.findUnique({ where: { topicId } });
      await tx.db.topicOwner.upsert({ where: { topicId }, create: { topicId, ...data }, update: data });
      // Whoever takes it on themselves knows, and so does whoever has it already.
      if (memberId !== tx.actor.id && before?.memberId !== memberId)
        await appendEvent(tx, topicAssigned(topicId, data));
    }
    await tx.db.obligation.updateMany({ where: { topicId }, data: { ownerId: memberId } });
    return done({ slug });
  });
}

/** Those who can see to something: the team of today. */
export const ofTeam = { role: { in: ["staff", "admin"] }, deletedAt: null, suspendedAt: null };
