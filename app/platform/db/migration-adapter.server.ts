import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { scriptLock } from "./migration-lock.server";
import { databaseKind } from "./open.server";
import { sqliteAdapterFactory } from "./sqlite.server";

export interface MigrationAdapter {
  factory: SqlMigrationAwareDriverAdapterFactory;
  /** Closes every connection the engine opened; it leaves them open itself. */
  close(): Promise<void>;
}

/**
 * Driver adapter for the schema engine. Each of the given migration scripts is one transaction on either database,
 * and the mark that it is finished is part of it: all of it or nothing.
 */
export function openMigrationAdapter(url: string, scripts: readonly string[] = []): MigrationAdapter {
  const isSqlite = databaseKind(url) === "sqlite";
  const factory = isSqlite
    ? sqliteAdapterFactory(url)
    : new PrismaPg({ connectionString: url, allowExitOnIdle: true });
  const adapt = isSqlite ? withWholeScripts : withCatalogColumns;
  const connect = factory.connect.bind(factory);
  const connectToShadowDb = factory.connectToShadowDb.bind(factory);
  const opened: SqlDriverAdapter[] = [];
  factory.connect = async () => {
    const adapter = withFinishMark(adapt(await connect()), new Set(scripts));
    opened.push(adapter);
    return adapter;
  };
  // Shadow databases are disposed of by the engine.
  factory.connectToShadowDb = async () => adapt(await connectToShadowDb());
  return {
    factory,
    async close() {
      for (const adapter of opened) await adapter.dispose();
    },
  };
}

// The engine marks a migration as finished in a second step: killed between the two, the process would leave a
// migration that is done and counts as failed.
function withFinishMark(adapter: SqlDriverAdapter, scripts: ReadonlySet<string>): SqlDriverAdapter {
  const executeRaw = adapter.executeRaw.bind(adapter);
  const executeScript = adapter.executeScript.bind(adapter);
  const begin = adapter.provider === "postgres" ? `SELECT pg_advisory_xact_lock(${scriptLock});` : "";
  const marked = (sql: string) => (scripts.has(sql) ? `${begin}${sql}\n;${finishMark}` : sql);
  adapter.executeScript = (script) => executeScript(marked(script));
  adapter.executeRaw = (query) => executeRaw({ ...query, sql: marked(query.sql) });
  return adapter;
}

// At most one migration is under way at a time.
const finishMark = `UPDATE "_prisma_migrations" SET finished_at = started_at WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

// The engine sends a migration as one piece, which better-sqlite3 refuses to prepare.
function withWholeScripts(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const executeRaw = adapter.executeRaw.bind(adapter);
  const executeScript = adapter.executeScript.bind(adapter);
  async function runScript(script: string): Promise<void> {
    // Checked foreign keys would delete rows in cascade when a migration drops a table to make it anew;
    // inside a transaction the pragma has no effect.
    await executeScript("PRAGMA foreign_keys = OFF");
    try {
      await executeScript(`BEGIN IMMEDIATE;\n${script}\n;COMMIT;`);
    } catch (error) {
      await Promise.resolve(executeScript("ROLLBACK")).catch(() => {});
      throw error;
    } finally {
      await executeScript("PRAGMA foreign_keys = ON");
    }
  }
  adapter.executeScript = runScript;
  adapter.executeRaw = async (query) => {
    if (query.args.length > 0) return executeRaw(query);
    await runScript(query.sql);
    return 0;
  };
  return adapter;
}

const internalChar = 18;
const text = 25;

type Query = (...args: unknown[]) => Promise<pg.QueryArrayResult>;

// The engine reads system catalogs, whose one-byte "char" columns the driver adapter does not know: it is told that
// they are text, and the answer then says what they are.
function withCatalogColumns(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const pool = (adapter as SqlDriverAdapter & { underlyingDriver(): { query: Query } }).underlyingDriver();
  const query: Query = pool.query.bind(pool);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let characterColumns: number[] = [];
  pool.query = async (...args) => {
    const result = await query(...args);
    const fields = result.fields ?? [];
    characterColumns = fields.flatMap((field, index) => (field.dataTypeID === internalChar ? [index] : []));
    for (const index of characterColumns) fields[index]!.dataTypeID = text;
    return result;
  };
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    for (const index of characterColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  // The adapter would cut a script at every semicolon; one simple query is one transaction.
  adapter.executeScript = async (script) => void (await query(script));
  return adapter;
}
