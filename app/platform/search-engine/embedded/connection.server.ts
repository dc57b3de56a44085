import Database from "better-sqlite3";

type Value = string | number | null;

const pageCacheKiB = 16_384;

export interface ConnectionOptions {
  /** How long a statement waits for another process; the event loop waits with it. */
  busyTimeoutMs: number;
  /** Off while a file is being built that nobody reads yet. */
  isDurable: boolean;
}

/** One SQLite connection that keeps the statements it has prepared. */
export class Connection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(
    readonly path: string,
    { busyTimeoutMs, isDurable }: ConnectionOptions,
  ) {
    this.#database = new Database(path, { timeout: busyTimeoutMs });
    this.#database.pragma("journal_mode = WAL");
    this.#database.pragma(`synchronous = ${isDurable ? "FULL" : "OFF"}`);
    this.#database.pragma(`cache_size = -${pageCacheKiB}`);
    // What was erased must not stay readable in free pages of the file.
    this.#database.pragma("secure_delete = ON");
  }

  run(sql: string, ...values: Value[]): Database.RunResult {
    return this.#statement(sql).run(...values);
  }

  get<Row>(sql: string, ...values: Value[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  execute(sql: string): void {
    this.#database.exec(sql);
  }

  /** Changes when another connection has written, in this process or in another. */
  dataVersion(): number {
    return this.#database.pragma("data_version", { simple: true }) as number;
  }

  /** Every statement inside sees one state of the file. */
  reading<T>(read: () => T): T {
    return this.#within("BEGIN", read);
  }

  /** Takes the write lock at once: one that begins as a reader may find its state outdated and fail. */
  writing<T>(write: () => T): T {
    return this.#within("BEGIN IMMEDIATE", write);
  }

  /** For work that spreads over turns of the event loop. Only for a connection that nobody else uses. */
  begin(): void {
    this.#statement("BEGIN IMMEDIATE").run();
  }

  commit(): void {
    this.#statement("COMMIT").run();
  }

  /** Puts everything written so far, also while this was off, safely into the file. */
  makeDurable(): void {
    this.#database.pragma("synchronous = FULL");
    this.truncateLog();
  }

  /** Moves the log into the file and empties it, so that nothing erased stays readable there. */
  truncateLog(): void {
    this.#database.pragma("wal_checkpoint(TRUNCATE)");
  }

  close(): void {
    this.#database.close();
  }

  #within<T>(begin: string, work: () => T): T {
    this.#statement(begin).run();
    try {
      const result = work();
      this.#statement("COMMIT").run();
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.#statement("ROLLBACK").run();
      throw error;
    }
  }

  #statement(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const prepared = this.#database.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }
}
