import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Client, Database, OpenOptions, SqlValue } from "./client.server";
import { PrismaClient } from "./generated/postgresql/client";

const timestampWithoutZone = 1114;
const maxConnections = 10;

export function openPostgresql(url: string, { onQuery }: OpenOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    // A command that is done must not wait for the timers of idle connections.
    allowExitOnIdle: true,
    // As installed, PostgreSQL waits for ever: a stuck statement would hold its locks and its place in the pool.
    statement_timeout: 10_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // An idle connection the server closed must not end the process; the pool opens another.
  pool.on("error", () => {});
  const client = new PrismaClient({
    adapter: new PrismaPg(pool),
    ...(onQuery ? { log: [{ emit: "event" as const, level: "query" as const }] } : {}),
    transactionOptions: { maxWait: 15_000, timeout: 60_000 },
  });
  if (onQuery) (client as PrismaClient<"query">).$on("query", (event) => onQuery(event.query));

  return {
    kind: "postgresql",
    client: client as unknown as Client,
    async rows<Row>(sql: string, params: readonly SqlValue[] = []) {
      onQuery?.(sql);
      const statement = numbered(sql);
      const result = await pool.query({ ...statement, values: params.map(toPostgresql), types });
      return result.rows as Row[];
    },
    async close() {
      await client.$disconnect();
      await pool.end();
    },
  };
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: unknown) =>
    id === timestampWithoutZone
      ? (text: string) => new Date(`${text.replace(" ", "T")}Z`)
      : (pg.types.getTypeParser(id, format as "text") as (value: string) => unknown),
};

const statements = new Map<string, { name: string; text: string }>();

// PostgreSQL numbers its parameters and keeps a prepared statement under a name.
function numbered(sql: string): { name: string; text: string } {
  let statement = statements.get(sql);
  if (!statement) {
    let index = 0;
    const text = sql.replace(/\?/g, () => `$${++index}`);
    statement = { name: createHash("sha1").update(sql).digest("hex"), text };
    statements.set(sql, statement);
  }
  return statement;
}

// Columns are `timestamp` in UTC; a `Date` handed to the driver would be written in the process's own zone.
function toPostgresql(value: SqlValue): unknown {
  return value instanceof Date ? value.toISOString().replace("Z", "") : value;
}
