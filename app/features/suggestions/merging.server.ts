import type { MemberContext, Tx } from "~/features/members/context";
import { addTimelineEntry } from "~/features/topics/timeline.server";
import { inTransaction, TryAgain } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { appendEvent } from "~/platform/outbox/append.server";
import { recountVotes } from "./counting.server";
import { suggestionsMerged } from "./events";
import { type LockedSuggestion, lockPair } from "./locking.server";
import type { MergeRefusal } from "./merge";
import { mayMerge } from "./policy";
import { uniteFollowers } from "./uniting.server";

export interface MergeInput {
  /** The one that is merged. */
  number: number;
  /** The one that lives on. */
  into: number;
}

export interface Survivor {
  number: number;
  slug: string;
}

/**
 * Merges one suggestion into another: nothing moves, the merged one points at the survivor. The survivor counts each
 * person of the two once and is followed by the followers of both. Merging what is merged there already changes
 * nothing; of two opposite merges at once one is refused.
 */
export async function mergeSuggestion(
  ctx: MemberContext,
  { number, into }: MergeInput,
): Promise<Outcome<Survivor & { count: number }, MergeRefusal>> {
  if (!mayMerge(ctx.actor)) throw new Forbidden("suggestion.merge");
  if (number === into) return refused("merge-self");
  return inTransaction(ctx, async (tx) => {
    const [source, survivor] = await lockPair(tx, [number, into]);
    const { slug, voteCount } = survivor;
    if (source.mergedIntoId === survivor.id) return done({ number: into, slug, count: voteCount });
    const reason = await refuseMerge(tx, source, survivor);
    if (reason) return refused(reason);

    await link(tx, source, survivor);
    const count = await recountVotes(tx, survivor);
    await uniteFollowers(tx, { sourceId: source.id, survivorId: survivor.id });
    await tellTimelines(tx, source, survivor);
    await appendEvent(
      tx,
      suggestionsMerged({ topicId: source.id, intoId: survivor.id, memberId: tx.actor.id }),
    );
    return done({ number: into, slug, count });
  });
}

async function refuseMerge(
  tx: Tx<MemberContext>,
  source: LockedSuggestion,
  survivor: LockedSuggestion,
): Promise<MergeRefusal | null> {
  if (source.mergedIntoId !== null) return "merge-source-merged";
  if (survivor.mergedIntoId !== null) return "merge-target-merged";
  // What is held is seen by its author and moderators alone; its votes and replies must not come out through another.
  if (source.heldAt || survivor.heldAt) return "merge-held";
  const merged = await tx.db.topic.findFirst({ where: { mergedIntoId: source.id }, select: { id: true } });
  return merged ? "merge-source-has-merged" : null;
}

async function link(tx: Tx<MemberContext>, source: LockedSuggestion, survivor: LockedSuggestion) {
  const now = tx.clock.now();
  await tx.db.merge.create({
    data: {
      sourceId: source.id,
      survivorId: survivor.id,
      statusBefore: source.status,
      statusChangedAtBefore: source.statusChangedAt,
      declinedReasonBefore: source.declinedReason,
      mergedById: tx.actor.id,
      mergedAt: now,
    },
  });
  const { count } = await tx.db.topic.updateMany({
    where: { id: source.id, mergedIntoId: null },
    data: {
      mergedIntoId: survivor.id,
      status: "merged",
      statusChangedAt: now,
      declinedReason: null,
      isListed: false,
    },
  });
  if (count === 0) throw new TryAgain("merged meanwhile");
}

async function tellTimelines(tx: Tx<MemberContext>, source: LockedSuggestion, survivor: LockedSuggestion) {
  const actorId = tx.actor.id;
  await addTimelineEntry(tx, {
    topicId: source.id,
    type: "merged",
    data: { into: survivor.number },
    actorId,
  });
  await addTimelineEntry(tx, {
    topicId: survivor.id,
    type: "merged",
    data: { from: source.number },
    actorId,
  });
}
