import type { Context, Tx } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { asDate } from "~/platform/db/columns";
import { Prisma } from "~/platform/db/generated/sqlite/client";
import { inTransaction } from "~/platform/db/transaction.server";
import { zonedInstant } from "./zoned-instant";
import type { ObligationKind } from "./obligation";
import { sources } from "./sources";
import { askedColumns } from "./sources/source";

const topicsAtOnce = 50;
const minutesOfDay = 24 * 60;

export interface Obligation {
  topicId: number;
  kind: ObligationKind;
  since: Date;
  areaId: number;
  askedById: number;
  ownerId: number | null;
}

type Reader = { db: Pick<Tx["db"], "$queryRaw" | "obligation"> };

/**
 * Makes the inbox say of these topics what they say themselves, and answers how many rows were otherwise. Their rows are
 * held meanwhile: of two who do this at once the later one reads what the earlier left.
 */
export async function refreshObligations(ctx: Context, topicIds: Iterable<number>): Promise<number> {
  const ids = [...new Set(topicIds)].toSorted((a, b) => a - b);
  const { timeZone } = await readSite(ctx);
  let changed = 0;
  for (let from = 0; from < ids.length; from += topicsAtOnce) {
    const part = ids.slice(from, from + topicsAtOnce);
    changed += await inTransaction(ctx, async (tx) => {
      await holdTopics(tx, part);
      return write(tx, await differencesOf(tx, part, timeZone));
    });
  }
  return changed;
}

/** How many rows the inbox has wrong about these topics. Changes nothing. */
export async function countStaleObligations(
  ctx: Pick<Context, "db" | "rows" | "config" | "clock">,
  topicIds: number[],
): Promise<number> {
  if (topicIds.length === 0) return 0;
  const { timeZone } = await readSite(ctx);
  const { gone, fresh, other } = await differencesOf(ctx, topicIds, timeZone);
  return gone.length + fresh.length + other.length;
}

const owedSql = Prisma.raw(
  sources
    .map(
      ({ kind, sql, isFromEndOfDay = false }) =>
        `SELECT '${kind}' AS "kind", x."topicId", ${isFromEndOfDay ? `NULL` : `x."since"`} AS "since",
           ${isFromEndOfDay ? `x."since"` : `NULL`} AS "day", x."askedById", a."areaId", w."memberId" AS "ownerId"
         FROM (${sql}) AS x JOIN "Asked" a ON a."id" = x."topicId" LEFT JOIN "TopicOwner" w ON w."topicId" = x."topicId"`,
    )
    .join(" UNION ALL "),
);
const askedSql = Prisma.raw(askedColumns.map((name) => `"${name}"`).join(", "));

/** What is owed for these topics, whatever the inbox says. */
async function owedFor({ db }: Reader, ids: readonly number[], timeZone: string): Promise<Obligation[]> {
  const rows = await db.$queryRaw<(Omit<Obligation, "since"> & { since: unknown; day: string | null })[]>`
    WITH "Asked" AS (SELECT ${askedSql} FROM "Topic" WHERE "id" IN (${Prisma.join([...ids])}) AND "isListed" = TRUE)
    ${owedSql}`;
  return rows.map(({ since, day, ...row }) => ({
    ...row,
    since: day === null ? asDate(since) : new Date(zonedInstant(day, minutesOfDay, timeZone)),
  }));
}

async function holdTopics({ db, databaseKind }: Tx, ids: readonly number[]): Promise<void> {
  if (databaseKind === "sqlite") return;
  await db.$queryRaw`SELECT "id" FROM "Topic" WHERE "id" IN (${Prisma.join([...ids])}) ORDER BY "id" FOR UPDATE`;
}

interface Differences {
  /** Ids of rows nothing stands behind any more. */
  gone: number[];
  fresh: Obligation[];
  other: { id: number; to: Obligation }[];
}

async function differencesOf(reader: Reader, ids: readonly number[], timeZone: string): Promise<Differences> {
  const owed = await owedFor(reader, ids, timeZone);
  const kept = await reader.db.obligation.findMany({ where: { topicId: { in: [...ids] } } });
  const known = new Map(kept.map((row) => [keyOf(row), row]));
  const owedKeys = new Set(owed.map(keyOf));
  return {
    gone: kept.filter((row) => !owedKeys.has(keyOf(row))).map(({ id }) => id),
    fresh: owed.filter((one) => !known.has(keyOf(one))),
    other: owed.flatMap((to) => {
      const row = known.get(keyOf(to));
      return row && isOther(row, to) ? [{ id: row.id, to }] : [];
    }),
  };
}

async function write({ db }: Tx, { gone, fresh, other }: Differences): Promise<number> {
  if (gone.length > 0) await db.obligation.deleteMany({ where: { id: { in: gone } } });
  if (fresh.length > 0) await db.obligation.createMany({ data: fresh });
  for (const { id, to } of other) await db.obligation.update({ where: { id }, data: to });
  return gone.length + fresh.length + other.length;
}

function keyOf({ topicId, kind }: { topicId: number; kind: string }): string {
  return `${topicId} ${kind}`;
}

function isOther(row: Omit<Obligation, "kind">, one: Obligation): boolean {
  const { since, areaId, askedById, ownerId } = one;
  return (
    row.since.getTime() !== since.getTime() ||
    row.areaId !== areaId ||
    row.askedById !== askedById ||
    row.ownerId !== ownerId
  );
}
