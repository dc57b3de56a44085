import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Connection, type ConnectionOptions } from "./connection.server";
import { createTables, layoutVersion, tokenizerVersion } from "./tables";

const prefix = `index-v${layoutVersion}-`;
const firstGeneration = `${prefix}1.sqlite`;
const pointerName = `index-v${layoutVersion}.current`;
const longestChain = 20;

/**
 * The index is a row of files, one per rebuild. A small pointer file names the one in use; the file itself names its
 * successor once it has been replaced, inside a transaction, so that no process can read or write an outdated file
 * even if the pointer was lost in a crash. Files are never renamed: a database and its log belong together by name.
 */
export class Generations {
  constructor(readonly directory: string) {
    mkdirSync(directory, { recursive: true });
  }

  /** Opens the file in use, following successors, and makes an empty one when there is none. */
  open(options: ConnectionOptions): Connection {
    let name = this.#pointer() ?? firstGeneration;
    for (let step = 0; step < longestChain; step += 1) {
      const connection = this.#openFile(name, options);
      const pointed = this.#pointer();
      // The pointer may have moved, and its old file gone, while this one was being opened.
      const next = successorOf(connection) ?? (pointed === undefined || step > 0 ? name : pointed);
      if (next === name) {
        if (pointed !== name) this.point(name);
        return connection;
      }
      connection.close();
      name = next;
    }
    throw new Error("the search index names its successors in a circle");
  }

  /** A new empty file beside the one in use. No name is used twice: whoever held one must not mistake a new file for it. */
  create(options: ConnectionOptions): { name: string; connection: Connection } {
    const numbers = this.#names().map((name) => Number.parseInt(name.slice(prefix.length), 10) || 0);
    const name = `${prefix}${Math.max(0, ...numbers) + 1}-${randomBytes(4).toString("hex")}.sqlite`;
    return { name, connection: this.#openFile(name, options) };
  }

  /** Replaces the file in use with an empty one, for when it can no longer be read. */
  startOver(): void {
    const { name, connection } = this.create({ busyTimeoutMs: 0, isDurable: true });
    connection.close();
    this.point(name);
    this.removeAllBut([name]);
  }

  point(name: string): void {
    const path = join(this.directory, pointerName);
    const fresh = `${path}.${process.pid}`;
    writeFileSync(fresh, name, { flush: true });
    renameSync(fresh, path);
  }

  /** Old files hold old texts, so they go as soon as nobody needs them. One still open elsewhere goes next time. */
  removeAllBut(kept: readonly string[]): void {
    const unwanted = this.#names().filter((name) => !kept.some((keep) => name.startsWith(keep)));
    for (const name of unwanted) {
      try {
        rmSync(join(this.directory, name), { force: true });
      } catch {
        // Windows keeps a file that another process has open.
      }
    }
  }

  remove(name: string): void {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(join(this.directory, name + suffix), { force: true });
  }

  #openFile(name: string, options: ConnectionOptions): Connection {
    const connection = new Connection(join(this.directory, name), options);
    try {
      if (!hasTables(connection)) connection.writing(() => makeTables(connection));
    } catch (error) {
      connection.close();
      throw error;
    }
    return connection;
  }

  #names(): string[] {
    return readdirSync(this.directory).filter((name) => name.startsWith(prefix));
  }

  #pointer(): string | undefined {
    try {
      const name = readFileSync(join(this.directory, pointerName), "utf8").trim();
      return /^index-v\d+-\d+(-[0-9a-f]{8})?\.sqlite$/.test(name) ? name : undefined;
    } catch {
      return undefined;
    }
  }
}

export function successorOf(connection: Connection): string | undefined {
  return connection.get<{ value: string }>("SELECT value FROM meta WHERE key = 'successor'")?.value;
}

function hasTables(connection: Connection): boolean {
  return connection.get("SELECT 1 FROM sqlite_schema WHERE name = 'meta'") !== undefined;
}

function makeTables(connection: Connection): void {
  // Another process may have been first while this one waited for the lock.
  if (hasTables(connection)) return;
  connection.execute(createTables);
  connection.run("INSERT INTO meta (key, value) VALUES ('tokenizer', ?)", tokenizerVersion);
}
