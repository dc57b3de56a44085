import { asDate } from "~/platform/db/columns";
import type { Platform } from "~/platform/platform";

export interface Health {
  status: "ok" | "down";
  database: "ok" | "down";
  search: "ok" | "down";
  storage: "ok" | "down";
  /** Seconds the oldest event has waited for a listener. */
  outboxLagSeconds: number | null;
}

/** What `/health` answers. Only the database is needed to serve; the rest degrades. */
export async function healthOf({ rows, search, files, clock }: Platform): Promise<Health> {
  const [lag, searching, storing] = await Promise.allSettled([
    outboxLag(rows, clock.now()),
    search.stats(),
    files.stat("health-check"),
  ]);
  return {
    status: lag.status === "fulfilled" ? "ok" : "down",
    database: lag.status === "fulfilled" ? "ok" : "down",
    search: searching.status === "fulfilled" ? "ok" : "down",
    storage: storing.status === "fulfilled" ? "ok" : "down",
    outboxLagSeconds: lag.status === "fulfilled" ? lag.value : null,
  };
}

async function outboxLag(rows: Platform["rows"], now: Date): Promise<number> {
  const [oldest] = await rows<{ runAt: unknown }>(
    `SELECT "runAt" FROM "Outbox" WHERE "finishedAt" IS NULL AND "failedAt" IS NULL AND "runAt" <= ? ORDER BY "runAt" LIMIT 1`,
    [now],
  );
  return oldest ? Math.round((now.getTime() - asDate(oldest.runAt).getTime()) / 1000) : 0;
}
