import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { projectRoot } from "~/platform/config/project-root.server";

// A site of its own, whatever this shell is set up for.
const elsewhere = new Set(["DATABASE_URL", "MEILI_URL", "S3_ENDPOINT", "S3_BUCKET", "ORIGIN"]);

export interface SiteProcess {
  address: string;
  pid: number;
  stop(): Promise<void>;
}

/** The built site as it runs in production, without background work, which would be measured with the pages. */
export async function startSite(dataDir: string, env: Record<string, string> = {}): Promise<SiteProcess> {
  const port = String(await freePort());
  const child = command(dataDir, ["start", "--json"], { PORT: port, WORKER: "off", ...env });
  const { address } = JSON.parse(await firstLine(child)) as { address: string };
  return {
    address,
    pid: child.pid!,
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** One command to its end; its output is the last line of JSON. */
export async function runHearback(dataDir: string, args: readonly string[], input = ""): Promise<unknown> {
  const child = command(dataDir, [...args, "--json"], {});
  child.stdin!.end(input);
  return JSON.parse(await firstLine(child));
}

function command(dataDir: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const given = Object.entries(process.env).filter(([name]) => !elsewhere.has(name));
  const own = { NODE_ENV: "production" as const, DATA_DIR: dataDir, LOG_LEVEL: "warn" };
  return spawn(process.execPath, [join(projectRoot(), "bin", "hearback"), ...args], {
    env: { ...Object.fromEntries(given), ...own, ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout!.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const end = output.indexOf("\n");
      if (end >= 0) resolve(output.slice(0, end));
    });
    child.once("exit", (code) => reject(new Error(`hearback ended with ${code}: ${output}`)));
  });
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
