import type { Context, MemberContext, Tx } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { topicPinned, topicUnpinned } from "./events";
import { type Pin, type PinScope, pinMark } from "./pin";
import { mayPin } from "./policy";
import { takeTopic } from "./taking.server";
import { addTimelineEntry } from "./timeline.server";

interface PinInput extends Pin {
  number: number;
  /** The `pinMark` the form began from; left out, nobody looked before. */
  seen?: string;
}

/** Puts a topic before the others, or says anew where and until when. The same again changes nothing. */
export async function pinTopic(
  ctx: MemberContext,
  { number, seen, ...pin }: PinInput,
): Promise<Outcome<{ slug: string }, "changed-meanwhile">> {
  if (!mayPin(ctx.actor)) throw new Forbidden("topic.pin");
  return inTransaction(ctx, async (tx) => {
    const { id: topicId, slug } = await takeTopic(tx, { number });
    const before = await pinOf(tx, topicId);
    if (pinMark(before) === pinMark(pin)) return done({ slug });
    if (seen !== undefined && seen !== pinMark(before)) return refused("changed-meanwhile");
    const values = { ...pin, pinnedById: tx.actor.id };
    await tx.db.pin.upsert({
      where: { topicId },
      create: { topicId, ...values, createdAt: tx.clock.now() },
      update: values,
    });
    const data = { scope: pin.scope, ...(pin.endsAt && { until: pin.endsAt.toISOString() }) };
    await addTimelineEntry(tx, { topicId, type: "pinned", data, actorId: tx.actor.id });
    await appendEvent(tx, topicPinned(topicId, pin.scope));
    return done({ slug });
  });
}

export async function unpinTopic(
  ctx: MemberContext,
  { number }: { number: number },
): Promise<{ slug: string }> {
  if (!mayPin(ctx.actor)) throw new Forbidden("topic.pin");
  return inTransaction(ctx, async (tx) => {
    const { id: topicId, slug } = await takeTopic(tx, { number });
    const { count } = await tx.db.pin.deleteMany({ where: { topicId } });
    if (count === 0) return { slug };
    await addTimelineEntry(tx, { topicId, type: "unpinned", data: {}, actorId: tx.actor.id });
    await appendEvent(tx, topicUnpinned(topicId));
    return { slug };
  });
}

/** How a topic is pinned, also when that is over; null when it is not. */
export async function findPin(ctx: Context, topicId: number): Promise<Pin | null> {
  return pinOf(ctx, topicId);
}

async function pinOf({ db }: Pick<Tx, "db">, topicId: number): Promise<Pin | null> {
  const found = await db.pin.findUnique({ where: { topicId } });
  return found && { scope: found.scope as PinScope, position: found.position, endsAt: found.endsAt };
}
