import type { Context, Tx } from "~/features/members/context";
import { asDate } from "~/platform/db/columns";
import { groupWithId } from "./group.server";
import { hotScore, withoutVote, withVote } from "./hot-score";
import type { LockedSuggestion } from "./locking.server";

export type CountedSuggestion = Pick<LockedSuggestion, "id" | "voteCount" | "hotScore" | "createdAt">;

/** Counts one vote in, on a locked suggestion. Answers with the new count. */
export async function countVoteIn(
  tx: Tx<Context>,
  suggestion: CountedSuggestion,
  castAt: Date,
): Promise<number> {
  const voteCount = suggestion.voteCount + 1;
  await keep(tx, suggestion.id, { voteCount, hotScore: withVote(suggestion.hotScore, castAt) });
  return voteCount;
}

/** Counts one vote out, whose row is gone already, on a locked suggestion. Answers with the new count. */
export async function countVoteOut(
  tx: Tx<Context>,
  suggestion: CountedSuggestion,
  castAt: Date,
): Promise<number> {
  const remaining = withoutVote(suggestion.hotScore, castAt);
  if (remaining === null) return recountVotes(tx, suggestion);
  const voteCount = suggestion.voteCount - 1;
  await keep(tx, suggestion.id, { voteCount, hotScore: remaining });
  return voteCount;
}

/**
 * Sums count and score anew from the votes themselves, on a locked suggestion: each person once over it and all that
 * was merged into it, from the first time they voted for any of them. For merges, imports and repairs.
 */
export async function recountVotes(
  tx: Tx<Context>,
  { id, createdAt }: Pick<CountedSuggestion, "id" | "createdAt">,
): Promise<number> {
  const group = groupWithId(id);
  const votes = await tx.db.$queryRaw<{ castAt: unknown }[]>`
    SELECT MIN(v."createdAt") AS "castAt" FROM "Vote" v
    WHERE v."isCounted" AND v."topicId" IN ${group} GROUP BY v."memberId" ORDER BY 1`;
  const [imported] = await tx.db.$queryRaw<{ votes: number | bigint }[]>`
    SELECT SUM("importedVotes") AS "votes" FROM "Topic" WHERE "id" IN ${group}`;
  const importedVotes = Number(imported?.votes ?? 0);
  const voteCount = votes.length + importedVotes;
  const castAt = votes.map((vote) => asDate(vote.castAt));
  await keep(tx, id, { voteCount, hotScore: hotScore(createdAt, castAt, importedVotes) });
  return voteCount;
}

async function keep(tx: Tx<Context>, id: number, counters: { voteCount: number; hotScore: number }) {
  await tx.db.topic.updateMany({ where: { id }, data: counters });
}
