import type { Prisma } from "~/platform/db/generated/sqlite/client";
import type { Clock } from "~/platform/clock/clock";
import type { TransactionClient } from "~/platform/db/client.server";

/** Something that happened: a dotted past-tense type and ids and values, never sentences. */
export interface DomainEvent {
  type: string;
  payload: Prisma.InputJsonObject;
}

interface Appender {
  db: TransactionClient;
  clock: Clock;
}

/**
 * Writes an event in the transaction that makes it true: listeners hear of it if and only if that transaction
 * commits, at least once.
 */
export async function appendEvent(tx: Appender, event: DomainEvent): Promise<void> {
  await appendEvents(tx, [event]);
}

export async function appendEvents(tx: Appender, events: readonly DomainEvent[]): Promise<void> {
  const now = tx.clock.now();
  await tx.db.outbox.createMany({
    data: events.map(({ type, payload }) => ({ type, payload, createdAt: now, runAt: now })),
  });
}

/** Asks for a job at a time. With a `uniqueKey` the second request for the same job is ignored, whoever makes it. */
export async function scheduleJob(
  { db, clock }: Appender,
  job: { listener: string; payload: Prisma.InputJsonObject; runAt: Date; uniqueKey: string },
): Promise<void> {
  const known = await db.outbox.findUnique({ where: { uniqueKey: job.uniqueKey }, select: { id: true } });
  if (known) return;
  await db.outbox.create({ data: { ...job, type: "job", createdAt: clock.now() } });
}
