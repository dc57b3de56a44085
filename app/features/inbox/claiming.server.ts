import type { MemberContext, Tx } from "~/features/members/context";
import { takeTopic } from "~/features/topics/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { claimLasts } from "./claim-columns";
import { mayClaim } from "./policy";

const touchEvery = 60_000;

interface ClaimInput {
  number: number;
  /** Id of whose claim is taken over: seen by whoever does so, and still theirs. */
  from?: number;
}

/**
 * "I answer this". Of any number who say so at once one has it; the others are told that somebody was faster. A claim that
 * ended by itself is free; one that stands is taken over only from the person it was seen with.
 */
export async function claimTopic(
  ctx: MemberContext,
  { number, from }: ClaimInput,
): Promise<Outcome<{ slug: string }, "claimed-already">> {
  if (!mayClaim(ctx.actor)) throw new Forbidden("topic.claim");
  return inTransaction(ctx, async (tx) => {
    const { id: topicId, slug } = await takeTopic(tx, { number });
    return (await writeClaim(tx, topicId, from)) ? done({ slug }) : refused("claimed-already");
  });
}

/** Gives it back; nothing happens to somebody else's claim. */
export async function releaseTopic(
  ctx: MemberContext,
  { number }: { number: number },
): Promise<{ slug: string }> {
  if (!mayClaim(ctx.actor)) throw new Forbidden("topic.claim");
  return inTransaction(ctx, async (tx) => {
    const { id: topicId, slug } = await takeTopic(tx, { number });
    await tx.db.topicClaim.deleteMany({ where: { topicId, memberId: tx.actor.id } });
    return { slug };
  });
}

/** Whoever goes on reading or writing there goes on answering it: their claim lasts on. Writes once a minute at most. */
export async function keepClaim(
  ctx: MemberContext,
  topic: { topicId: number } | { topic: { number: number } },
): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.topicClaim.updateMany({
    where: {
      ...{ ...topic, memberId: ctx.actor.id },
      activeAt: { gt: new Date(now.getTime() - claimLasts), lt: new Date(now.getTime() - touchEvery) },
    },
    data: { activeAt: now },
  });
}

/** One statement decides: both databases hold the row while they look at its condition. */
async function writeClaim(tx: Tx<MemberContext>, topicId: number, from = 0): Promise<boolean> {
  const now = tx.clock.now();
  const ended = new Date(now.getTime() - claimLasts);
  const me = tx.actor.id;
  const written = await tx.db.$executeRaw`
    INSERT INTO "TopicClaim" ("topicId", "memberId", "claimedAt", "activeAt") VALUES (${topicId}, ${me}, ${now}, ${now})
    ON CONFLICT ("topicId") DO UPDATE SET
      "claimedAt" = CASE WHEN "TopicClaim"."memberId" = ${me} AND "TopicClaim"."activeAt" > ${ended}
        THEN "TopicClaim"."claimedAt" ELSE ${now} END,
      "takenFromId" = CASE WHEN "TopicClaim"."activeAt" <= ${ended} THEN NULL
        WHEN "TopicClaim"."memberId" = ${me} THEN "TopicClaim"."takenFromId" ELSE "TopicClaim"."memberId" END,
      "memberId" = ${me}, "activeAt" = ${now}
    WHERE "TopicClaim"."memberId" IN (${me}, ${from}) OR "TopicClaim"."activeAt" <= ${ended}`;
  return written === 1;
}
