import type { Context, Tx } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { asBoolean, asDate } from "~/platform/db/columns";
import { Prisma } from "~/platform/db/generated/sqlite/client";
import { inTransaction } from "~/platform/db/transaction.server";
import { appendEvent } from "~/platform/outbox/append.server";
import { groupWithId } from "./group.server";
import { countVoteIn, countVoteOut, recountVotes } from "./counting.server";
import { votesRecounted } from "./events";
import { type LockedSuggestion, lockByIds } from "./locking.server";
import { countsVotes, type VoteRules } from "./standing";

const votesPerBatch = 50;
const membersPerBatch = 200;

/**
 * Makes every vote of a member count, or not, as their account says now: suspended, deleted or unconfirmed accounts keep
 * their votes uncounted, and get them back as they were. Each batch is one transaction with the counts and an event per
 * suggestion. Called after any change of an account; calling it again changes nothing. Answers how many votes changed.
 */
export async function refreshVotesOf(ctx: Context, { memberId }: { memberId: number }): Promise<number> {
  const rules = await readSite(ctx);
  let changed = 0;
  for (;;) {
    const wrong = await survivorsOfWrongVotes(ctx, { memberId, rules });
    if (wrong.length === 0) return changed;
    const { inBatch, isStale } = await inTransaction(ctx, (tx) => refreshAt(tx, wrong, { memberId, rules }));
    // Others set them right meanwhile; what is left is theirs to finish.
    if (inBatch === 0 && !isStale) return changed;
    changed += inBatch;
  }
}

/** The same for everybody whose votes do not count as the rules of the site say: after a change of the rules. */
export async function refreshAllVotes(ctx: Context): Promise<number> {
  const rules = await readSite(ctx);
  let changed = 0;
  for (let after = 0; ;) {
    const members = await ctx.rows<{ id: number }>(
      `SELECT m."id" FROM "Member" m WHERE m."id" > ? AND EXISTS (
         SELECT 1 FROM "Vote" v WHERE v."memberId" = m."id" AND v."isCounted" <> ${countsVotes(rules)})
       ORDER BY m."id" LIMIT ${membersPerBatch}`,
      [after],
    );
    for (const { id } of members) changed += await refreshVotesOf(ctx, { memberId: id });
    if (members.length < membersPerBatch) return changed;
    after = members.at(-1)!.id;
  }
}

interface Account {
  memberId: number;
  rules: VoteRules;
}

/** Ids of the suggestions whose counts are wrong by this member's votes, in the order they are locked. */
async function survivorsOfWrongVotes(ctx: Context, { memberId, rules }: Account): Promise<number[]> {
  const rows = await ctx.rows<{ id: number }>(
    `SELECT DISTINCT COALESCE(t."mergedIntoId", t."id") AS "id"
     FROM "Vote" v JOIN "Member" m ON m."id" = v."memberId" JOIN "Topic" t ON t."id" = v."topicId"
     WHERE v."memberId" = ? AND v."isCounted" <> ${countsVotes(rules)} ORDER BY 1 LIMIT ${votesPerBatch}`,
    [memberId],
  );
  return rows.map(({ id }) => id);
}

/** Stale: one of them was merged since it was looked up, and its votes are to be set right where they count now. */
async function refreshAt(
  tx: Tx<Context>,
  survivorIds: readonly number[],
  account: Account,
): Promise<{ inBatch: number; isStale: boolean }> {
  const held = tx.databaseKind === "postgresql" ? Prisma.sql`FOR SHARE` : Prisma.empty;
  // Held, so that a suspension and its end, one right after the other, do not overtake each other here.
  const [member] = await tx.db.$queryRaw<{ counts: unknown }[]>`
    SELECT ${Prisma.raw(countsVotes(account.rules))} AS "counts" FROM "Member" m
    WHERE m."id" = ${account.memberId} ${held}`;
  // A number of SQLite, a boolean of PostgreSQL.
  const isCounted = Number(member?.counts ?? 0) === 1;
  let [inBatch, isStale] = [0, false];
  for (const suggestion of await lockByIds(tx, survivorIds)) {
    if (suggestion.mergedIntoId !== null) isStale = true;
    else inBatch += await refreshOne(tx, suggestion, { memberId: account.memberId, isCounted });
  }
  return { inBatch, isStale };
}

async function refreshOne(
  tx: Tx<Context>,
  suggestion: LockedSuggestion,
  { memberId, isCounted }: { memberId: number; isCounted: boolean },
): Promise<number> {
  const { id } = suggestion;
  const rows = await tx.db.$queryRaw<{ topicId: number; createdAt: unknown; isCounted: unknown }[]>`
    SELECT "topicId", "createdAt", "isCounted" FROM "Vote" WHERE "memberId" = ${memberId}
      AND "topicId" IN ${groupWithId(id)}`;
  const wrong = rows.filter((row) => asBoolean(row.isCounted) !== isCounted).map(({ topicId }) => topicId);
  if (wrong.length === 0) return 0;
  await tx.db.vote.updateMany({ where: { memberId, topicId: { in: wrong } }, data: { isCounted } });

  const castAt = (which: typeof rows) =>
    new Date(Math.min(...which.map(({ createdAt }) => asDate(createdAt).getTime())));
  const before = rows.filter((row) => asBoolean(row.isCounted));
  if (isCounted && before.length === 0) await countVoteIn(tx, suggestion, castAt(rows));
  else if (!isCounted) await countVoteOut(tx, suggestion, castAt(before));
  else await recountVotes(tx, suggestion);
  const merged = wrong.filter((topicId) => topicId !== id);
  for (const each of await lockByIds(tx, merged)) await recountVotes(tx, each);
  await appendEvent(tx, votesRecounted(id));
  return wrong.length;
}
