import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { readConfig } from "~/platform/config/config.server";
import type { Platform } from "~/platform/platform";
import { openPlatform } from "~/wiring/platform.server";
import { cloneDatabase } from "./database";
import { TestClock } from "./clock";

export interface TestPlatform extends Platform {
  clock: TestClock;
  /** Every statement sent to the database since the last `queries.length = 0`. */
  queries: string[];
}

/** A whole platform on real parts for one test file: own database, own folder. Closed and removed after the file. */
export async function testPlatform(environment: Record<string, string> = {}): Promise<TestPlatform> {
  const folder = mkdtempSync(join(tmpdir(), "hearback-"));
  const config = readConfig({
    DATA_DIR: folder,
    DATABASE_URL: await cloneDatabase(folder),
    ORIGIN: "http://hearback.test",
    LOG_LEVEL: "silent",
    SESSION_SECRET: "a secret of tests that is long enough",
    ...environment,
  });
  const queries: string[] = [];
  const platform = await openPlatform(config, { onQuery: (sql) => queries.push(sql) });
  afterAll(async () => {
    await platform.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...platform, queries, clock: new TestClock() };
}
