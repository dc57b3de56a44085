import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import Sqlite from "better-sqlite3";
import type { Database, OpenOptions, SqlValue } from "./client.server";
import { PrismaClient } from "./generated/sqlite/client";
import { refuseCorruptingVersion } from "./sqlite-version";

const busyTimeoutMs = 10_000;
const lockPauseMs = 4;
const statementsKept = 300;

/** Path of the file a `file:` address names. */
export function sqlitePath(url: string): string {
  return url.replace(/^file:/, "");
}

export function openSqlite(url: string, { onQuery }: OpenOptions = {}): Database {
  const path = sqlitePath(url);
  mkdirSync(dirname(path), { recursive: true });
  const reader = openReader(path);
  const client = new PrismaClient({
    adapter: sqliteAdapterFactory(url),
    ...(onQuery ? { log: [{ emit: "event" as const, level: "query" as const }] } : {}),
    transactionOptions: { maxWait: 15_000, timeout: 60_000 },
  });
  if (onQuery) (client as PrismaClient<"query">).$on("query", (event) => onQuery(event.query));

  const statements = new Map<string, Sqlite.Statement>();
  function prepared(sql: string): Sqlite.Statement {
    let statement = statements.get(sql);
    if (!statement) {
      if (statements.size >= statementsKept) statements.clear();
      statement = reader.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  }

  return {
    kind: "sqlite",
    client,
    rows<Row>(sql: string, params: readonly SqlValue[] = []) {
      onQuery?.(sql);
      return Promise.resolve(prepared(sql).all(...params.map(toSqlite)) as Row[]);
    },
    async close() {
      await client.$disconnect();
      reader.close();
    },
  };
}

/** Driver adapter whose every connection carries our pragmas and whose transactions take the write lock at once. */
export function sqliteAdapterFactory(url: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({ url, timeout: busyTimeoutMs });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const { client } = adapter as SqlDriverAdapter & { client: Sqlite.Database };
    setPragmas(client);
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const transaction = await startTransaction(isolationLevel);
      try {
        client.exec("COMMIT");
        await takeWriteLock(client);
      } catch (error) {
        await transaction.rollback();
        throw error;
      }
      return transaction;
    };
    return adapter;
  };
  return factory;
}

// A deferred transaction that reads first and writes later fails at once when another process wrote meanwhile,
// whatever the busy timeout. And SQLite's own waiting would stop the whole process, not just this transaction.
async function takeWriteLock(client: Sqlite.Database): Promise<void> {
  for (const giveUpAt = Date.now() + busyTimeoutMs; ;) {
    client.pragma("busy_timeout = 0");
    try {
      client.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "SQLITE_BUSY" || Date.now() > giveUpAt) throw error;
    } finally {
      client.pragma(`busy_timeout = ${busyTimeoutMs}`);
    }
    await new Promise((resolve) => setTimeout(resolve, lockPauseMs * (0.5 + Math.random())));
  }
}

function openReader(path: string): Sqlite.Database {
  const reader = new Sqlite(path, { timeout: busyTimeoutMs });
  refuseCorruptingVersion(reader.prepare("SELECT sqlite_version()").pluck().get() as string);
  setPragmas(reader);
  reader.pragma("query_only = ON");
  return reader;
}

// `synchronous` and `foreign_keys` are per connection and start at weaker values, also on a file that is WAL already.
function setPragmas(connection: Sqlite.Database) {
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
  connection.pragma("cache_size = -16000");
  // What somebody deletes is not left readable in the pages it stood on.
  connection.pragma("secure_delete = ON");
}

// The same text the Prisma adapter writes, so that comparing as text compares as time.
function toSqlite(value: SqlValue): string | number | null {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  if (typeof value === "boolean") return value ? 1 : 0;
  return value;
}
