import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { projectRoot } from "~/platform/config/project-root.server";
import { migrate, migrationNames, migrationStatus } from "~/platform/db/migrations.server";
import { missingFromHistory } from "../../../prisma/history";

const root = projectRoot();
const base = inject("baseDatabase");
const folder = mkdtempSync(join(tmpdir(), "hearback-migrations-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
async function emptyDatabase(): Promise<string> {
  made += 1;
  if (base.kind === "sqlite") return `file:${join(folder, `empty-${made}.sqlite`)}`;
  const connection = new pg.Client({ connectionString: `${base.server}/postgres` });
  await connection.connect();
  await connection.query(`CREATE DATABASE migrations_${made}`);
  await connection.end();
  return `${base.server}/migrations_${made}`;
}

test("the migration history makes exactly what the models say", async () => {
  expect(await missingFromHistory({ root, kind: base.kind, url: await emptyDatabase() })).toBeNull();
});

test("both databases have the same steps", () => {
  expect(migrationNames(root, "sqlite")).toEqual(migrationNames(root, "postgresql"));
});

test("migrating twice applies once", async () => {
  const url = await emptyDatabase();
  expect(await migrate({ url, root })).toEqual(migrationNames(root, base.kind));
  expect(await migrate({ url, root })).toEqual([]);
  expect(await migrationStatus({ url, root })).toMatchObject({ pending: [], failed: [] });
});

test("of processes that start at once one migrates and the others wait for it", async () => {
  const url = await emptyDatabase();
  const answers = await Promise.all(Array.from({ length: 4 }, () => migrateInProcess(url)));
  const applied = answers.filter((answer) => answer.applied.length > 0);
  expect(applied).toHaveLength(1);
  expect(answers.flatMap((answer) => answer.applied)).toEqual(migrationNames(root, base.kind));
});

test("a process killed at any moment of a migration leaves a database the next one can finish", async () => {
  for (const afterMs of [300, 380, 430, 480, 530, 600, 700]) {
    const url = await emptyDatabase();
    await migrateInProcess(url, { killAfterMs: afterMs }).catch(() => {});
    await migrate({ url, root });
    expect(await migrationStatus({ url, root })).toMatchObject({ pending: [], failed: [] });
  }
}, 60_000);

function migrateInProcess(
  url: string,
  { killAfterMs }: { killAfterMs?: number } = {},
): Promise<{ applied: string[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "bin", "hearback"), "migrate", "--json"], {
      env: { ...process.env, DATABASE_URL: url, DATA_DIR: folder, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const timer = killAfterMs ? setTimeout(() => child.kill("SIGKILL"), killAfterMs) : undefined;
    child.on("exit", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(JSON.parse(output) as { applied: string[] });
      else reject(new Error(`migrate ended with ${code}: ${output}`));
    });
  });
}
