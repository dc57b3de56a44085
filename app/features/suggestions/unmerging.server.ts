import type { MemberContext, Tx } from "~/features/members/context";
import { addTimelineEntry } from "~/features/topics/timeline.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, type Outcome } from "~/platform/outcome";
import { appendEvent } from "~/platform/outbox/append.server";
import { recountVotes } from "./counting.server";
import { suggestionsUnmerged } from "./events";
import { type LockedSuggestion, lockMerged } from "./locking.server";
import { mayMerge } from "./policy";
import { partFollowers } from "./uniting.server";

/**
 * Takes a merged suggestion apart from its survivor: it stands as it stood, with the votes it had, less those taken
 * back since. Votes cast after the merge stay with the survivor. What is not merged stays as it is.
 */
export async function unmergeSuggestion(
  ctx: MemberContext,
  { number }: { number: number },
): Promise<Outcome<{ number: number; slug: string }, never>> {
  if (!mayMerge(ctx.actor)) throw new Forbidden("suggestion.merge");
  return inTransaction(ctx, async (tx) => {
    const asked = await tx.db.topic.findUnique({
      where: { number },
      select: { id: true, slug: true, board: true, mergedIntoId: true },
    });
    if (asked?.board !== "suggestion") throw new NotFound("suggestion");
    const { id, slug, mergedIntoId } = asked;
    if (mergedIntoId === null) return done({ number, slug });
    const { source, survivor } = await lockMerged(tx, { id, mergedIntoId });

    await restore(tx, source);
    await recountVotes(tx, survivor);
    await recountVotes(tx, source);
    await partFollowers(tx, { sourceId: source.id, survivorId: survivor.id });
    const actorId = tx.actor.id;
    const told = { type: "unmerged", actorId } as const;
    await addTimelineEntry(tx, { ...told, topicId: source.id, data: { into: survivor.number } });
    await addTimelineEntry(tx, { ...told, topicId: survivor.id, data: { from: source.number } });
    await appendEvent(
      tx,
      suggestionsUnmerged({ topicId: source.id, intoId: survivor.id, memberId: actorId }),
    );
    return done({ number, slug });
  });
}

async function restore(tx: Tx<MemberContext>, { id, deletedAt, heldAt, createdAt }: LockedSuggestion) {
  const merge = await tx.db.merge.findFirst({
    where: { sourceId: id, unmergedAt: null },
    orderBy: { id: "desc" },
  });
  await tx.db.topic.update({
    where: { id },
    data: {
      mergedIntoId: null,
      status: merge?.statusBefore ?? "open",
      statusChangedAt: merge?.statusChangedAtBefore ?? createdAt,
      declinedReason: merge?.declinedReasonBefore ?? null,
      isListed: !deletedAt && !heldAt,
    },
  });
  await tx.db.merge.updateMany({
    where: { sourceId: id, unmergedAt: null },
    data: { unmergedAt: tx.clock.now(), unmergedById: tx.actor.id },
  });
}
