import Sqlite from "better-sqlite3";
import pg from "pg";
import { databaseKind } from "./open.server";
import { sqlitePath } from "./sqlite.server";

const waitMs = 120_000;
const retryMs = 100;
// Any constants will do, as long as every Hearback process uses the same.
const processLock = 4_927_361;
/** Held by the transaction of a migration script: the server may still run it when its client was killed. */
export const scriptLock = 4_927_362;

/** Runs `work` while no other process migrates the same database. The lock dies with the process that holds it. */
export async function withMigrationLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  return databaseKind(url) === "sqlite"
    ? withLockFile(`${sqlitePath(url)}.migrating`, work)
    : withAdvisoryLock(url, work);
}

// A lock on a database file of its own: the real one must stay free for the schema engine's connection.
async function withLockFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = new Sqlite(path, { timeout: 0 });
  try {
    await untilFree(() => lock.exec("BEGIN EXCLUSIVE"));
    return await work();
  } finally {
    lock.close();
  }
}

async function untilFree(take: () => void): Promise<void> {
  for (const giveUpAt = Date.now() + waitMs; ;) {
    try {
      return take();
    } catch (error) {
      if ((error as { code?: string }).code !== "SQLITE_BUSY" || Date.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

async function withAdvisoryLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  try {
    await connection.query("SELECT pg_advisory_lock($1)", [processLock]);
    await connection.query("SELECT pg_advisory_lock($1)", [scriptLock]);
    await connection.query("SELECT pg_advisory_unlock($1)", [scriptLock]);
    return await work();
  } finally {
    await connection.end();
  }
}
