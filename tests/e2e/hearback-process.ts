import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const hearback = join(root, "bin", "hearback");

export interface HearbackProcess {
  address: string;
  /** One-time link for the first admin; null once there is one. */
  firstAdminLink: string | null;
  /** Where it keeps what it is told, and the mails it sends. */
  dataFolder: string;
  /** Runs another command on the same data, as an administrator would beside the running site. */
  command(args: readonly string[], input?: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the built site as a person would, on an empty data folder of its own, reached under `hostname` and with more in
 * its environment where a journey needs it.
 */
export async function startHearback(
  hostname = "127.0.0.1",
  environment: Readonly<Record<string, string>> = {},
): Promise<HearbackProcess> {
  const folder = mkdtempSync(join(tmpdir(), "hearback-e2e-"));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    DATA_DIR: folder,
    PORT: String(port),
    ORIGIN: `http://${hostname}:${port}`,
    LOG_LEVEL: "warn",
    ...environment,
  };
  const child = spawn(process.execPath, [hearback, "start", "--json"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { address, firstAdminLink } = await firstLine(child);
  return {
    address: address.replace("127.0.0.1", hostname),
    firstAdminLink,
    dataFolder: folder,
    command: (args, input = "") => runCommand(args, input, env),
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function runCommand(args: readonly string[], input: string, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [hearback, ...args], { env });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const said = await Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await ended;
  if (code !== 0) throw new Error(`hearback ${args.join(" ")} ended with ${code}: ${said.join("\n")}`);
}

function firstLine(child: ChildProcess): Promise<{ address: string; firstAdminLink: string | null }> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout!.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const end = output.indexOf("\n");
      if (end >= 0)
        resolve(JSON.parse(output.slice(0, end)) as { address: string; firstAdminLink: string | null });
    });
    child.once("exit", (code) => reject(new Error(`hearback start ended with ${code}: ${output}`)));
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
