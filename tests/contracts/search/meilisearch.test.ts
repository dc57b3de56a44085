import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Meilisearch } from "meilisearch";
import { afterAll, beforeAll, describe, test } from "vitest";
import { systemClock } from "~/platform/clock/clock";
import { MeilisearchEngine } from "~/platform/search-engine/meilisearch.server";
import { describeSearchContract } from "./search-contract";

const { MEILI_BIN, MEILI_URL, MEILI_API_KEY } = process.env;
const startTimeoutMs = 20_000;
const ownKey = "a-master-key-for-the-contract-suite";

let server: { url: string; apiKey: string | undefined; stop(): Promise<void> };
let opened = 0;

if (MEILI_BIN || MEILI_URL) {
  beforeAll(async () => {
    server = MEILI_BIN
      ? await startServer(MEILI_BIN)
      : { url: MEILI_URL!, apiKey: MEILI_API_KEY, async stop() {} };
  }, startTimeoutMs);
  afterAll(() => server.stop());

  describeSearchContract("Meilisearch", async () => {
    opened += 1;
    const prefix = `contract-${process.pid}-${opened}`;
    const { url, apiKey } = server;
    let engine = new MeilisearchEngine({ url, apiKey, clock: systemClock, prefix });
    return {
      get engine() {
        return engine;
      },
      async breakDown() {
        engine = new MeilisearchEngine({ url: "http://127.0.0.1:9", apiKey, clock: systemClock, prefix });
      },
      async close() {
        const admin = new Meilisearch({ host: url, apiKey });
        for (const name of [prefix, `${prefix}_staff`, `${prefix}_state`])
          await admin.deleteIndexIfExists(name);
      },
    };
  });
} else {
  describe("Meilisearch keeps the search contract", () => {
    const reason = "no server to ask: set MEILI_BIN (a binary to start) or MEILI_URL";
    process.stdout.write(`skipped: the search contract against Meilisearch (${reason})\n`);
    test.skip(reason, () => undefined);
  });
}

async function startServer(binary: string) {
  const directory = await mkdtemp(join(tmpdir(), "meili-"));
  const port = await freePort();
  const options = ["--http-addr", `127.0.0.1:${port}`, "--db-path", join(directory, "db"), "--no-analytics"];
  const child = spawn(binary, [...options, "--master-key", ownKey], { cwd: directory, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child);
  return {
    url,
    apiKey: ownKey,
    async stop() {
      child.kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  const client = new Meilisearch({ host: url, timeout: 1_000 });
  while (!(await client.isHealthy())) {
    if (child.exitCode !== null) throw new Error(`the Meilisearch binary ended with code ${child.exitCode}`);
    await sleep(100); // asked again, not waited for
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
