import type { Context, Tx } from "~/features/members/context";

interface MergedPair {
  sourceId: number;
  survivorId: number;
}

/**
 * Whoever follows what was merged follows what it was merged into. Whoever has a word of their own about the survivor,
 * a mute above all, keeps it; whoever muted the merged one is not brought along.
 */
export async function uniteFollowers(tx: Tx<Context>, { sourceId, survivorId }: MergedPair): Promise<void> {
  const now = tx.clock.now();
  await tx.db.$executeRaw`
    INSERT INTO "Follow" ("topicId", "memberId", "reason", "level", "createdAt")
    SELECT ${survivorId}, f."memberId", 'merged', f."level", ${now} FROM "Follow" f
    WHERE f."topicId" = ${sourceId} AND f."level" <> 'muted' ON CONFLICT DO NOTHING`;
}

/** Takes back what only this merge began. Whoever came with another merge too, or has since said so, goes on following. */
export async function partFollowers(tx: Tx<Context>, { sourceId, survivorId }: MergedPair): Promise<void> {
  await tx.db.$executeRaw`
    DELETE FROM "Follow" WHERE "topicId" = ${survivorId} AND "reason" = 'merged' AND "level" <> 'muted'
    AND "memberId" IN (SELECT f."memberId" FROM "Follow" f WHERE f."topicId" = ${sourceId})
    AND "memberId" NOT IN (
      SELECT f."memberId" FROM "Follow" f JOIN "Topic" g ON g."id" = f."topicId"
      WHERE g."mergedIntoId" = ${survivorId} AND g."id" <> ${sourceId} AND f."level" <> 'muted')`;
}

/**
 * Only what voting began ends with the vote: whoever also replied, or asked to follow, goes on following. Whoever
 * follows one that was merged here for another reason is still brought along by it.
 */
export async function endVoteFollowing(
  tx: Tx<Context>,
  { survivorId, memberId }: { survivorId: number; memberId: number },
): Promise<void> {
  const ended = await tx.db.$executeRaw`
    DELETE FROM "Follow" WHERE "memberId" = ${memberId} AND "reason" IN ('voted', 'merged') AND "level" <> 'muted'
    AND ("topicId" = ${survivorId} OR ("reason" = 'voted' AND "topicId" IN (
      SELECT g."id" FROM "Topic" g WHERE g."mergedIntoId" = ${survivorId})))`;
  if (ended === 0) return;
  const now = tx.clock.now();
  await tx.db.$executeRaw`
    INSERT INTO "Follow" ("topicId", "memberId", "reason", "level", "createdAt")
    SELECT ${survivorId}, f."memberId", 'merged', f."level", ${now}
    FROM "Follow" f JOIN "Topic" g ON g."id" = f."topicId"
    WHERE g."mergedIntoId" = ${survivorId} AND f."memberId" = ${memberId} AND f."level" <> 'muted'
    ON CONFLICT DO NOTHING`;
}
