import type { Context, Tx } from "~/features/members/context";
import { mayRead } from "~/features/topics/policy";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import { Prisma } from "~/platform/db/generated/sqlite/client";
import { TryAgain } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { isSuggestionStatus, type SuggestionStatus } from "./suggestion";

/** A suggestion as a transaction that changes it needs it. */
export interface LockedSuggestion {
  id: number;
  number: number;
  slug: string;
  status: SuggestionStatus;
  statusChangedAt: Date;
  declinedReason: string | null;
  mergedIntoId: number | null;
  voteCount: number;
  importedVotes: number;
  hotScore: number;
  createdAt: Date;
  authorId: number;
  deletedAt: Date | null;
  heldAt: Date | null;
}

/**
 * The one whose votes count, held until the transaction ends: the suggestion itself, or the one it was merged into.
 * Every change of a vote, of a merge or of a count holds this row, so it is the lock of the whole group. One statement
 * where nothing was merged. Throws NotFound for what is no suggestion, is deleted, or is held back from the actor.
 */
export async function lockSurvivor(
  tx: Tx<Context>,
  { number }: { number: number },
): Promise<LockedSuggestion> {
  const survivor = await take(
    tx,
    Prisma.sql`"id" = (SELECT COALESCE(m."mergedIntoId", m."id") FROM "Topic" m WHERE m."number" = ${number})`,
  );
  if (!survivor || !isReadable(tx, survivor)) throw new NotFound("suggestion");
  // Which of the two it is was read before its row was held: a merge or its undoing may have come between.
  if (survivor.mergedIntoId !== null) throw new TryAgain("merged meanwhile");
  if (survivor.number !== number) await expectMergedInto(tx, { number, survivorId: survivor.id });
  return survivor;
}

// The order in which rows are held, so that nobody waits in a circle: those that are merged into nothing by their ids,
// and a merged one only by who holds the one it was merged into.

/** Rows of suggestions by their ids, held in the order of their ids, whoever may read them. */
export async function lockByIds(tx: Tx<Context>, ids: readonly number[]): Promise<LockedSuggestion[]> {
  if (ids.length === 0) return [];
  return takeAll(tx, Prisma.sql`"id" IN (${Prisma.join([...ids])})`);
}

/** Two suggestions, so that a merge and the opposite one wait instead of crossing. */
export async function lockPair(
  tx: Tx<Context>,
  numbers: readonly [number, number],
): Promise<[LockedSuggestion, LockedSuggestion]> {
  const found = await tx.db.topic.findMany({
    where: { number: { in: [...numbers] } },
    select: { id: true, mergedIntoId: true },
  });
  const inOrder = found.sort(
    (one, other) =>
      Number(one.mergedIntoId !== null) - Number(other.mergedIntoId !== null) || one.id - other.id,
  );
  const rows: LockedSuggestion[] = [];
  for (const { id, mergedIntoId } of inOrder) {
    const row = await take(tx, Prisma.sql`"id" = ${id}`);
    // It changed its place in the order while it was waited for.
    if (row && row.mergedIntoId !== mergedIntoId) throw new TryAgain("merged or taken apart meanwhile");
    if (row) rows.push(row);
  }
  const [one, other] = numbers.map((number) => rows.find((row) => row.number === number));
  if (!one || !other || !isReadable(tx, one) || !isReadable(tx, other)) throw new NotFound("suggestion");
  return [one, other];
}

/** One that was merged, and the one it was merged into. */
export async function lockMerged(
  tx: Tx<Context>,
  { id, mergedIntoId }: { id: number; mergedIntoId: number },
): Promise<{ source: LockedSuggestion; survivor: LockedSuggestion }> {
  const survivor = await take(tx, Prisma.sql`"id" = ${mergedIntoId}`);
  // Who holds the survivor keeps what is merged into it where it is; until then somebody else may have moved it.
  const asked = await tx.db.topic.findUnique({ where: { id }, select: { mergedIntoId: true } });
  if (asked && asked.mergedIntoId !== mergedIntoId) throw new TryAgain("taken apart meanwhile");
  const source = await take(tx, Prisma.sql`"id" = ${id}`);
  if (!source || !survivor) throw new NotFound("suggestion");
  return { source, survivor };
}

async function expectMergedInto(
  tx: Tx<Context>,
  { number, survivorId }: { number: number; survivorId: number },
): Promise<void> {
  const asked = await tx.db.topic.findUnique({
    where: { number },
    select: { mergedIntoId: true, authorId: true, deletedAt: true, heldAt: true },
  });
  if (!asked || !isReadable(tx, asked)) throw new NotFound("suggestion");
  if (asked.mergedIntoId !== survivorId) throw new TryAgain("taken apart meanwhile");
}

type Hideable = Pick<LockedSuggestion, "authorId" | "deletedAt" | "heldAt">;

/** Moderators read what was deleted; nobody votes for it. */
function isReadable(tx: Tx<Context>, row: Hideable): boolean {
  return !row.deletedAt && mayRead(tx.actor, row);
}

async function take(tx: Tx<Context>, which: Prisma.Sql): Promise<LockedSuggestion | undefined> {
  return (await takeAll(tx, which))[0];
}

async function takeAll(tx: Tx<Context>, which: Prisma.Sql): Promise<LockedSuggestion[]> {
  // SQLite knows no FOR UPDATE and needs none: a transaction there holds the only write lock from its start.
  const held = tx.databaseKind === "postgresql" ? Prisma.sql`FOR UPDATE` : Prisma.empty;
  const rows = await tx.db.$queryRaw<LockedSuggestion[]>`
    SELECT "id", "number", "slug", "status", "statusChangedAt", "declinedReason", "mergedIntoId", "voteCount",
           "importedVotes", "hotScore", "createdAt", "authorId", "deletedAt", "heldAt"
    FROM "Topic" WHERE ${which} AND "board" = 'suggestion' ORDER BY "id" ${held}`;
  return rows
    .filter(({ status }) => isSuggestionStatus(status))
    .map((row) => ({
      ...row,
      createdAt: asDate(row.createdAt),
      statusChangedAt: asDate(row.statusChangedAt),
      deletedAt: asDateOrNull(row.deletedAt),
      heldAt: asDateOrNull(row.heldAt),
    }));
}
