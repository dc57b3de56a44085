import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { Clock } from "../clock/clock";

const busyTimeoutMs = 3_000;

export interface BacklogEntry {
  number: number;
  id: string;
}

type Task = "deliver" | "refill";

/**
 * What one engine has and the other still lacks: ids of documents, and whether it has to be filled anew. Only ids,
 * because what to send is what the first engine has by then. A file, because all processes share it.
 */
export class Backlog {
  readonly #database: Database.Database;

  constructor(
    path: string,
    readonly clock: Clock,
  ) {
    mkdirSync(dirname(path), { recursive: true });
    this.#database = new Database(path, { timeout: busyTimeoutMs });
    this.#database.pragma("journal_mode = WAL");
    this.#database.pragma("synchronous = FULL");
    this.#database.exec(`
      CREATE TABLE IF NOT EXISTS waiting (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE);
      CREATE TABLE IF NOT EXISTS refill (wanted INTEGER PRIMARY KEY CHECK (wanted = 1));
      CREATE TABLE IF NOT EXISTS lease (task TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL);
    `);
  }

  /** An id that waits already gets a new number, so that a delivery under way does not tick it off. */
  add(ids: readonly string[]): void {
    const insert = this.#database.prepare("INSERT OR REPLACE INTO waiting (id) VALUES (?)");
    this.#database.transaction(() => ids.forEach((id) => insert.run(id))).immediate();
  }

  first(limit: number): BacklogEntry[] {
    return this.#database
      .prepare<[number], BacklogEntry>("SELECT number, id FROM waiting ORDER BY number LIMIT ?")
      .all(limit);
  }

  done(entries: readonly BacklogEntry[]): void {
    const remove = this.#database.prepare("DELETE FROM waiting WHERE number = ?");
    this.#database.transaction(() => entries.forEach(({ number }) => remove.run(number))).immediate();
  }

  get size(): number {
    return this.#database.prepare<[], { size: number }>("SELECT count(*) AS size FROM waiting").get()!.size;
  }

  get isClear(): boolean {
    const open = "SELECT 1 FROM waiting UNION ALL SELECT 1 FROM refill LIMIT 1";
    return this.#database.prepare(open).get() === undefined;
  }

  get isRefillWanted(): boolean {
    return this.#database.prepare("SELECT 1 FROM refill").get() !== undefined;
  }

  /** From now on writes wait, until the other engine has been filled and they can be delivered on top. */
  wantRefill(): void {
    this.#database.prepare("INSERT OR IGNORE INTO refill (wanted) VALUES (1)").run();
  }

  refilled(): void {
    this.#database.prepare("DELETE FROM refill").run();
  }

  /** One process at a time does a task; who dies loses the right when its time is over. */
  claim(task: Task, holder: string, forMs: number): boolean {
    const now = this.clock.now().getTime();
    const { changes } = this.#database
      .prepare(
        `INSERT INTO lease (task, holder, until) VALUES (?, ?, ?) ON CONFLICT (task)
         DO UPDATE SET holder = excluded.holder, until = excluded.until
         WHERE lease.until <= ? OR lease.holder = excluded.holder`,
      )
      .run(task, holder, now + forMs, now);
    return changes > 0;
  }

  release(task: Task, holder: string): void {
    this.#database.prepare("DELETE FROM lease WHERE task = ? AND holder = ?").run(task, holder);
  }

  close(): void {
    this.#database.close();
  }
}
