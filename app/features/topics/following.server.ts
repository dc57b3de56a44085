import type { MemberContext, Tx } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { topicFollowed } from "./events";
import { firstLevel, type FollowLevel, type FollowReason } from "./follow-level";
import { mayFollow } from "./policy";
import { takeTopic } from "./taking.server";

interface Beginning {
  topicId: number;
  memberId: number;
  reason: FollowReason;
}

/**
 * Makes a member follow a topic, as much of it as the reason brings. A mute and every other word of their own outlive
 * it; a lasting reason takes the place of one that can be taken back.
 */
export async function follow(tx: Tx, { topicId, memberId, reason }: Beginning): Promise<void> {
  const now = tx.clock.now();
  await tx.db.$executeRaw`
    INSERT INTO "Follow" ("topicId", "memberId", "reason", "level", "createdAt")
    VALUES (${topicId}, ${memberId}, ${reason}, ${firstLevel(reason)}, ${now})
    ON CONFLICT ("topicId", "memberId") DO UPDATE SET "reason" = excluded."reason",
      "level" = CASE WHEN "Follow"."reason" = 'merged' AND "Follow"."level" = 'following' THEN 'following' ELSE excluded."level" END
    WHERE "Follow"."level" <> 'muted' AND ("Follow"."reason" = 'merged'
      OR ("Follow"."reason" IN ('voted', 'affected') AND excluded."reason" NOT IN ('voted', 'affected')))`;
}

/** Ends what this reason began, and nothing else: whoever also replied, or had a word of their own, goes on. */
export async function endFollow(tx: Tx, { topicId, memberId, reason }: Beginning): Promise<void> {
  await tx.db.follow.deleteMany({ where: { topicId, memberId, reason, level: { not: "muted" } } });
}

/** The member's own word on how much of a topic reaches them. Setting it twice changes nothing. */
export async function setFollow(
  ctx: MemberContext,
  { number, level }: { number: number; level: FollowLevel },
): Promise<{ slug: string }> {
  return inTransaction(ctx, (tx) => setLevel(tx, number, level));
}

/** The same for several at once, all or none. Topics that are not there for them any more are left alone. */
export async function setFollows(
  ctx: MemberContext,
  { numbers, level }: { numbers: readonly number[]; level: FollowLevel },
): Promise<{ count: number }> {
  // In the order of their numbers, so that two of these never wait for each other.
  const inOrder = [...new Set(numbers)].sort((one, other) => one - other);
  return inTransaction(ctx, async (tx) => {
    let count = 0;
    for (const number of inOrder) {
      try {
        await setLevel(tx, number, level);
        count++;
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
      }
    }
    return { count };
  });
}

async function setLevel(
  tx: Tx<MemberContext>,
  number: number,
  level: FollowLevel,
): Promise<{ slug: string }> {
  const topic = await takeTopic(tx, { number });
  // What is deleted is not there to be followed, for those who still see it too.
  if (topic.deletedAt) throw new NotFound("topic");
  if (!mayFollow(tx.actor, topic)) throw new Forbidden("topic.follow");
  const topicId_memberId = { topicId: topic.id, memberId: tx.actor.id };
  const before = await tx.db.follow.findUnique({ where: { topicId_memberId } });
  if (before?.level === level && before.reason === "asked") return topic;
  await tx.db.follow.upsert({
    where: { topicId_memberId },
    create: { ...topicId_memberId, reason: "asked", level, createdAt: tx.clock.now() },
    update: { level, reason: "asked" },
  });
  await appendEvent(tx, topicFollowed(topic.id, tx.actor.id, level));
  return topic;
}
