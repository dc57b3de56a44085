import { randomUUID } from "node:crypto";
import type { Clock } from "~/platform/clock/clock";
import type { Client, DatabaseKind } from "~/platform/db/client.server";
import type { Delivery } from "./listener";

export const leaseMs = 60_000;
const maxAttempts = 20;
const firstBackoffMs = 2_000;
const longestBackoffMs = 30 * 60_000;

interface Holder {
  db: Client;
  clock: Clock;
  databaseKind: DatabaseKind;
}

export interface Lease {
  token: string;
  deliveries: Delivery[];
}

/** Takes up to `limit` due deliveries of one listener for itself. A lease that runs out may be taken by others. */
export async function leaseDeliveries(ctx: Holder, listener: string, limit: number): Promise<Lease> {
  const now = ctx.clock.now();
  const token = randomUUID();
  const due = {
    listener,
    finishedAt: null,
    failedAt: null,
    runAt: { lte: now },
    OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }],
  };
  const waiting = await ctx.db.outbox.findMany({
    where: due,
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true, attempts: true },
  });
  const candidates = inCompany(waiting, limit);
  if (candidates.length === 0) return { token, deliveries: [] };
  // The condition is asked again while writing: of two workers that saw the same rows, each row goes to one.
  await ctx.db.outbox.updateMany({
    where: { ...due, id: { in: candidates.map((row) => row.id) } },
    data: { leaseToken: token, leasedUntil: new Date(now.getTime() + leaseMs) },
  });
  const rows = await ctx.db.outbox.findMany({ where: { leaseToken: token }, orderBy: { id: "asc" } });
  return {
    token,
    deliveries: rows.map(({ id, type, payload, attempts }) => ({
      id,
      type,
      attempts,
      payload: payload as Record<string, unknown>,
    })),
  };
}

/** Holds on to what takes longer than a lease lasts. */
export async function renewLease({ db, clock }: Holder, { token }: Lease): Promise<void> {
  const leasedUntil = new Date(clock.now().getTime() + leaseMs);
  await db.outbox.updateMany({ where: { leaseToken: token }, data: { leasedUntil } });
}

export async function finishLease({ db, clock }: Holder, { token }: Lease): Promise<void> {
  await db.outbox.updateMany({
    where: { leaseToken: token },
    data: { finishedAt: clock.now(), leaseToken: null, leasedUntil: null },
  });
}

/** Sends the deliveries back for a later attempt; after the last one they stay as failed, for `doctor` to show. */
export async function returnLease({ db, clock }: Holder, lease: Lease, error: unknown): Promise<void> {
  const now = clock.now();
  const lastError = String((error as Error)?.message ?? error).slice(0, 500);
  for (const { id, attempts } of lease.deliveries) {
    const isLast = attempts + 1 >= maxAttempts;
    await db.outbox.updateMany({
      where: { id, leaseToken: lease.token },
      data: {
        attempts: attempts + 1,
        lastError,
        leaseToken: null,
        leasedUntil: null,
        runAt: new Date(now.getTime() + backoffMs(attempts)),
        failedAt: isLast ? now : null,
      },
    });
  }
}

/**
 * Half as many after each failed attempt, and only such as failed as often: in the end a delivery that never succeeds is
 * alone and takes no other with it.
 */
function inCompany<Waiting extends { attempts: number }>(waiting: Waiting[], limit: number): Waiting[] {
  const attempts = waiting[0]?.attempts ?? 0;
  return waiting.filter((row) => row.attempts === attempts).slice(0, Math.max(1, limit >> attempts));
}

function backoffMs(attempts: number): number {
  return Math.min(longestBackoffMs, firstBackoffMs * 2 ** attempts) * (0.75 + Math.random() / 2);
}
