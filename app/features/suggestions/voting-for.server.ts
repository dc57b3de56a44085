import type { MemberContext, Tx } from "~/features/members/context";
import { foldName } from "~/features/members/naming";
import { readSite } from "~/features/site/settings.server";
import { addTimelineEntry } from "~/features/topics/timeline.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { appendEvent } from "~/platform/outbox/append.server";
import { voteAdded } from "./events";
import { lockSurvivor } from "./locking.server";
import { mayVoteFor } from "./policy";
import { acceptsVotes } from "./suggestion";
import { setVote, unsetVote } from "./voting.server";

/** Why staff cannot vote for somebody. Each is a key of the messages in locales/errors. */
export type VoteForRefusal =
  "voting-closed" | "voter-unknown" | "voter-suspended" | "voter-voted" | "voter-withdrew";

export interface VoteForInput {
  number: number;
  /** Name of the member. */
  member: string;
}

/**
 * Staff vote for a member who asked for it elsewhere. It is an ordinary vote with `addedById`; the member hears of it
 * once and may take it back, after which nobody casts it for them again.
 */
export async function castVoteFor(
  ctx: MemberContext,
  { number, member: name }: VoteForInput,
): Promise<Outcome<{ count: number }, VoteForRefusal>> {
  if (!mayVoteFor(ctx.actor)) throw new Forbidden("suggestion.vote-for");
  const rules = await readSite(ctx);
  return inTransaction(ctx, async (tx) => {
    const suggestion = await lockSurvivor(tx, { number });
    if (!acceptsVotes(suggestion.status)) return refused("voting-closed");
    const member = await findVoter(tx, name);
    if (!member) return refused("voter-unknown");
    if (member.suspendedAt) return refused("voter-suspended");
    const topicId_memberId = { topicId: suggestion.id, memberId: member.id };
    const earlier = await tx.db.addedVote.findUnique({ where: { topicId_memberId } });
    if (earlier?.withdrawnAt) return refused("voter-withdrew");

    const addedById = tx.actor.id;
    const { count, isNew } = await setVote(tx, suggestion, { memberId: member.id, addedById, rules });
    if (!isNew) return refused("voter-voted");
    await tx.db.addedVote.create({ data: { ...topicId_memberId, addedById, createdAt: tx.clock.now() } });
    await addTimelineEntry(tx, {
      topicId: suggestion.id,
      type: "vote-added",
      data: { member: member.name },
      actorId: addedById,
    });
    await appendEvent(tx, voteAdded(suggestion.id, member.id, addedById));
    return done({ count });
  });
}

/** Takes back a vote that staff cast for somebody. A vote people cast themselves is theirs alone to take back. */
export async function withdrawVoteFor(
  ctx: MemberContext,
  { number, member: name }: VoteForInput,
): Promise<Outcome<{ count: number }, "voting-closed" | "voter-unknown" | "vote-not-added">> {
  if (!mayVoteFor(ctx.actor)) throw new Forbidden("suggestion.vote-for");
  return inTransaction(ctx, async (tx) => {
    const suggestion = await lockSurvivor(tx, { number });
    if (!acceptsVotes(suggestion.status)) return refused("voting-closed");
    const member = await findVoter(tx, name);
    if (!member) return refused("voter-unknown");
    const topicId_memberId = { topicId: suggestion.id, memberId: member.id };
    const vote = await tx.db.vote.findUnique({ where: { topicId_memberId } });
    if (!vote?.addedById) return refused("vote-not-added");
    const count = await unsetVote(tx, suggestion, { memberId: member.id });
    await addTimelineEntry(tx, {
      topicId: suggestion.id,
      type: "vote-removed",
      data: { member: member.name },
      actorId: tx.actor.id,
    });
    return done({ count });
  });
}

/** Somebody with an account here, who can hear of it and take it back; names that came with an import cannot. */
async function findVoter(tx: Tx<MemberContext>, name: string) {
  return tx.db.member.findFirst({
    where: { nameFolded: foldName(name.trim().replace(/^@/, "")), origin: "account", deletedAt: null },
    select: { id: true, name: true, suspendedAt: true },
  });
}
