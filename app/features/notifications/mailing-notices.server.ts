import type { Tx } from "~/features/members/context";
import { minutes } from "~/platform/clock/clock";
import { Prisma } from "~/platform/db/generated/sqlite/client";
import { insertRows } from "~/platform/db/insert-rows.server";
import type { Fact } from "./fact";

export const noticeMailKind = "notices";

const gatherMs = minutes(10);

/**
 * One waiting mail for each of these members that is to tell the fact. What follows one another quickly (the replies of a
 * topic) joins the mail that waits already and goes ten minutes after the first; everything else goes at once.
 */
export async function mailFor(
  tx: Tx,
  fact: Fact,
  memberIds: readonly number[],
): Promise<Map<number, number>> {
  const isGathered = fact.type === "reply";
  const mails = isGathered ? await takeWaiting(tx, fact.topicId!, memberIds) : new Map<number, number>();
  const without = memberIds.filter((id) => !mails.has(id));
  if (without.length === 0) return mails;
  const now = tx.clock.now();
  const dueAt = isGathered ? new Date(now.getTime() + gatherMs) : now;
  const rows = without.map((memberId) => ({
    kind: noticeMailKind,
    memberId,
    data: "{}",
    topicId: isGathered ? (fact.topicId ?? null) : null,
    createdAt: now,
    dueAt,
  }));
  const made = await insertRows<{ id: number; memberId: number }>(tx, "Mail", rows, ["id", "memberId"]);
  for (const { id, memberId } of made) mails.set(memberId, id);
  return mails;
}

/** Held until the transaction ends: a sender takes such a mail with the new notice in it, or not yet. */
async function takeWaiting(
  tx: Tx,
  topicId: number,
  memberIds: readonly number[],
): Promise<Map<number, number>> {
  if (memberIds.length === 0) return new Map();
  const rows = await tx.db.$queryRaw<{ id: number; memberId: number }[]>`
    UPDATE "Mail" SET "topicId" = ${topicId}
    WHERE "memberId" IN (${Prisma.join([...memberIds])}) AND "topicId" = ${topicId} AND "state" = 'waiting'
      AND "kind" = ${noticeMailKind} AND "leaseToken" IS NULL
    RETURNING "id", "memberId"`;
  return new Map(rows.map(({ id, memberId }) => [memberId, id]));
}
