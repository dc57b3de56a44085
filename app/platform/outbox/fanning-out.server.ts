import type { Clock } from "~/platform/clock/clock";
import type { Client, DatabaseKind } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/transaction.server";
import type { Prisma } from "~/platform/db/generated/sqlite/client";

const eventsAtOnce = 500;

/**
 * Turns events into one delivery per listener and answers how many events it handed on. An event and its deliveries
 * change in one transaction, so that a killed process neither loses nor doubles one.
 */
export async function fanOutEvents(
  ctx: { db: Client; clock: Clock; databaseKind: DatabaseKind },
  listenersOf: (type: string) => readonly string[],
): Promise<number> {
  const waiting = await ctx.db.outbox.findFirst({
    where: { listener: null, finishedAt: null },
    select: { id: true },
  });
  if (!waiting) return 0;
  return inTransaction(ctx, async ({ db, clock, databaseKind }) => {
    const now = clock.now();
    // On SQLite the transaction holds the write lock from its start; on PostgreSQL rows are locked one by one.
    const events =
      databaseKind === "sqlite"
        ? await db.outbox.findMany({
            where: { listener: null, finishedAt: null },
            orderBy: { id: "asc" },
            take: eventsAtOnce,
          })
        : await db.$queryRaw<
            { id: number; type: string; payload: Prisma.JsonObject }[]
          >`SELECT id, type, payload FROM "Outbox" WHERE listener IS NULL AND "finishedAt" IS NULL ORDER BY id LIMIT ${eventsAtOnce} FOR UPDATE SKIP LOCKED`;
    await db.outbox.createMany({
      data: events.flatMap(({ type, payload }) =>
        listenersOf(type).map((listener) => ({
          listener,
          type,
          payload: payload as Prisma.InputJsonObject,
          createdAt: now,
          runAt: now,
        })),
      ),
    });
    await db.outbox.updateMany({
      where: { id: { in: events.map((event) => event.id) } },
      data: { finishedAt: now },
    });
    return events.length;
  });
}
