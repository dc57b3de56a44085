import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rows } from "./client.server";
import { openMigrationAdapter } from "./migration-adapter.server";
import { withMigrationLock } from "./migration-lock.server";
import { databaseKind, openDatabase } from "./open.server";
import { startSchemaEngine } from "./schema-engine.server";

export interface MigrationStatus {
  applied: string[];
  pending: string[];
  /** Begun and never finished: the process was killed or the database refused. */
  failed: string[];
}

const everything = { externalTables: [], externalEnums: [] };

interface Options {
  url: string;
  /** The project's folder, in which `prisma/<provider>/migrations` stands. */
  root: string;
}

/**
 * Brings the database up to the newest migration and answers with what it applied now. Safe when several processes
 * start at once: one applies, the others wait for it and find nothing left. Throws when a migration fails; the
 * migrations table then names it.
 */
export async function migrate({ url, root }: Options): Promise<string[]> {
  if ((await migrationStatus({ url, root })).pending.length === 0) return [];
  return withMigrationLock(url, async () => {
    const { pending, failed } = await migrationStatus({ url, root });
    if (pending.length === 0) return [];
    const kind = databaseKind(url);
    const migrationsList = migrationList(root, kind);
    const scripts = migrationsList.migrationDirectories.map(
      ({ migrationFile }) => migrationFile.content.value,
    );
    const adapter = openMigrationAdapter(url, scripts);
    try {
      const engine = await startSchemaEngine(adapter.factory, readSchema(root, kind));
      // A migration is one transaction: what a killed process left unfinished left nothing else behind.
      for (const migrationName of failed) await engine.markMigrationRolledBack({ migrationName });
      return (await engine.applyMigrations({ migrationsList, filters: everything })).appliedMigrationNames;
    } finally {
      await adapter.close();
    }
  });
}

export async function migrationStatus({ url, root }: Options): Promise<MigrationStatus> {
  const known = migrationNames(root, databaseKind(url));
  const database = openDatabase(url);
  try {
    const begun = await begunMigrations(database.rows);
    const applied = begun.filter((row) => row.finishedAt !== null).map((row) => row.name);
    return {
      applied,
      pending: known.filter((name) => !applied.includes(name)),
      failed: begun.filter((row) => row.finishedAt === null).map((row) => row.name),
    };
  } finally {
    await database.close();
  }
}

/** Models with the provider's header, as the schema engine reads them. */
export function readSchema(root: string, kind: string): string {
  const header = readFileSync(join(root, "prisma", kind, "provider.prisma"), "utf8");
  return `${header}\n${readFileSync(join(root, "prisma", "models.prisma"), "utf8")}`;
}

export function migrationNames(root: string, kind: string): string[] {
  const folder = join(root, "prisma", kind, "migrations");
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort();
}

export function migrationList(root: string, kind: string) {
  const folder = join(root, "prisma", kind, "migrations");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: `provider = "${kind}"\n` },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames(root, kind).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

async function begunMigrations(rows: Rows): Promise<{ name: string; finishedAt: unknown }[]> {
  try {
    return await rows(
      `SELECT migration_name AS name, finished_at AS "finishedAt" FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    );
  } catch (error) {
    if (/no such table|does not exist/.test(String(error))) return [];
    throw error;
  }
}
