import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { projectRoot } from "~/platform/config/project-root.server";
import type { Platform } from "~/platform/platform";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  /** Its first line of output, as JSON. */
  ready: Promise<Record<string, unknown>>;
  ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the built command line as a person would, on the data of a test. `npm test` builds before. */
export function startHearback(
  { config }: Pick<Platform, "config">,
  args: readonly string[],
  { input = "", env = {} }: { input?: string; env?: Record<string, string> } = {},
): Running {
  const child = spawn(process.execPath, [join(projectRoot(), "bin", "hearback"), ...args], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATA_DIR: config.dataDir,
      DATABASE_URL: config.databaseUrl,
      LOG_LEVEL: "silent",
      ...env,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(input);
  let [stdout, stderr] = ["", ""];
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code) => resolve({ code, stdout, stderr })),
  );
  const ready = new Promise<Record<string, unknown>>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      const end = stdout.indexOf("\n");
      if (end >= 0) resolve(JSON.parse(stdout.slice(0, end)) as Record<string, unknown>);
    });
    void ended.then(() => reject(new Error(`ended before it was ready: ${stderr}`)));
  });
  // Whoever waits for the end need not wait for the first line.
  ready.catch(() => {});
  return { ready, ended, kill: (signal) => child.kill(signal) };
}

export function hearback(...asked: Parameters<typeof startHearback>): Promise<Ended> {
  return startHearback(...asked).ended;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
