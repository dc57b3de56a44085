import type { Context, MemberContext, Tx } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { follow } from "~/features/topics/following.server";
import { asBoolean, asDate } from "~/platform/db/columns";
import { Prisma } from "~/platform/db/generated/sqlite/client";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { appendEvent } from "~/platform/outbox/append.server";
import { groupWithId } from "./group.server";
import { type CountedSuggestion, countVoteIn, countVoteOut, recountVotes } from "./counting.server";
import { suggestionVoted, voteWithdrawn } from "./events";
import type { VoteInput } from "./input";
import { type LockedSuggestion, lockByIds, lockSurvivor } from "./locking.server";
import { mayVote } from "./policy";
import { countsVotes, type VoteRules } from "./standing";
import { acceptsVotes } from "./suggestion";
import { endVoteFollowing } from "./uniting.server";

/**
 * `number` and `slug` name the suggestion the vote is at: another one where the asked one was merged. A vote that does
 * not count is kept and begins to as soon as the account's does.
 */
export type VoteOutcome = Outcome<
  { number: number; slug: string; count: number; isVoted: boolean; isCounted: boolean },
  "voting-closed"
>;

/** What became of a vote that was to be set. */
export interface SetVote {
  count: number;
  isNew: boolean;
  isCounted: boolean;
}

/**
 * Sets the actor's vote: once however often it is asked for, whoever asks at the same time. The count, the score and
 * the row change together. Who votes follows what becomes of it.
 */
export async function castVote(ctx: MemberContext, input: VoteInput): Promise<VoteOutcome> {
  if (!mayVote(ctx.actor)) throw new Forbidden("suggestion.vote");
  const rules = await readSite(ctx);
  return inTransaction(ctx, async (tx) => {
    const suggestion = await lockSurvivor(tx, input);
    if (!acceptsVotes(suggestion.status)) return refused("voting-closed");
    const { number, slug } = suggestion;
    const { count, isCounted } = await setVote(tx, suggestion, { memberId: tx.actor.id, rules });
    return done({ number, slug, count, isVoted: true, isCounted });
  });
}

/** Takes the actor's vote back, also where it came with a merge; nothing happens when there is none. */
export async function withdrawVote(ctx: MemberContext, input: VoteInput): Promise<VoteOutcome> {
  if (!mayVote(ctx.actor)) throw new Forbidden("suggestion.vote");
  return inTransaction(ctx, async (tx) => {
    const suggestion = await lockSurvivor(tx, input);
    if (!acceptsVotes(suggestion.status)) return refused("voting-closed");
    const { number, slug } = suggestion;
    const count = await unsetVote(tx, suggestion, { memberId: tx.actor.id });
    return done({ number, slug, count, isVoted: false, isCounted: false });
  });
}

/**
 * A member's vote within a transaction that already holds the suggestion: also how its author votes by posting it.
 * Whoever votes for it through one that was merged into it has voted already.
 */
export async function setVote(
  tx: Tx<Context>,
  suggestion: CountedSuggestion,
  { memberId, addedById = null, rules }: { memberId: number; addedById?: number | null; rules: VoteRules },
): Promise<SetVote> {
  const castAt = tx.clock.now();
  const { id } = suggestion;
  const [inserted] = await tx.db.$queryRaw<{ isCounted: unknown }[]>`
    INSERT INTO "Vote" ("topicId", "memberId", "createdAt", "isCounted", "addedById")
    SELECT ${id}, m."id", ${castAt}, ${Prisma.raw(countsVotes(rules))}, ${addedById} FROM "Member" m
    WHERE m."id" = ${memberId} AND NOT EXISTS (
      SELECT 1 FROM "Vote" v JOIN "Topic" g ON g."id" = v."topicId"
      WHERE g."mergedIntoId" = ${id} AND v."memberId" = ${memberId})
    ON CONFLICT DO NOTHING RETURNING "isCounted"`;
  if (!inserted)
    return { count: suggestion.voteCount, isNew: false, isCounted: await isCountedNow(tx, id, memberId) };
  const isCounted = asBoolean(inserted.isCounted);
  const count = isCounted ? await countVoteIn(tx, suggestion, castAt) : suggestion.voteCount;
  await follow(tx, { topicId: id, memberId, reason: "voted" });
  await appendEvent(tx, suggestionVoted(id, memberId));
  return { count, isNew: true, isCounted };
}

/** Takes a member's vote back, on a locked suggestion: every row of theirs in the group. Answers with the new count. */
export async function unsetVote(
  tx: Tx<Context>,
  suggestion: LockedSuggestion,
  { memberId }: { memberId: number },
): Promise<number> {
  const { id } = suggestion;
  const rows = await tx.db.$queryRaw<{ topicId: number; createdAt: unknown; isCounted: unknown }[]>`
    DELETE FROM "Vote" WHERE "memberId" = ${memberId} AND "topicId" IN ${groupWithId(id)}
    RETURNING "topicId", "createdAt", "isCounted"`;
  if (rows.length === 0) return suggestion.voteCount;
  const counted = rows
    .filter((row) => asBoolean(row.isCounted))
    .map((row) => asDate(row.createdAt).getTime());
  const count =
    counted.length > 0
      ? await countVoteOut(tx, suggestion, new Date(Math.min(...counted)))
      : suggestion.voteCount;
  const merged = rows.flatMap(({ topicId }) => (topicId === id ? [] : [topicId]));
  for (const each of await lockByIds(tx, merged)) await recountVotes(tx, each);
  await endVoteFollowing(tx, { survivorId: id, memberId });
  await tx.db.addedVote.updateMany({
    where: { memberId, topicId: { in: rows.map(({ topicId }) => topicId) }, withdrawnAt: null },
    data: { withdrawnAt: tx.clock.now() },
  });
  await appendEvent(tx, voteWithdrawn(id, memberId));
  return count;
}

async function isCountedNow(tx: Tx<Context>, id: number, memberId: number): Promise<boolean> {
  const [row] = await tx.db.$queryRaw<{ one: number }[]>`
    SELECT 1 AS "one" FROM "Vote" WHERE "memberId" = ${memberId} AND "isCounted" AND "topicId" IN ${groupWithId(id)} LIMIT 1`;
  return row !== undefined;
}
