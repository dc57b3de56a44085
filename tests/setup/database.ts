import { randomUUID } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";

/** A database of its own for one test file, cloned from the migrated base. Answers with its address. */
export async function cloneDatabase(folder: string): Promise<string> {
  const base = inject("baseDatabase");
  if (base.kind === "sqlite") {
    const file = join(folder, "test.sqlite");
    copyFileSync(base.file, file);
    return `file:${file}`;
  }
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const connection = new pg.Client({ connectionString: `${base.server}/postgres` });
  await connection.connect();
  try {
    // One clone at a time: PostgreSQL refuses a template that another clone is reading.
    await connection.query("SELECT pg_advisory_lock(1)");
    await connection.query(`CREATE DATABASE ${name} TEMPLATE ${base.template}`);
  } finally {
    await connection.end();
  }
  return `${base.server}/${name}`;
}
