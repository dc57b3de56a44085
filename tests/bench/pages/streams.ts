import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { BenchOptions } from "./options";
import { seedCommunity } from "./seeding";
import { startSite } from "./site-process";
import { prepareVisitors } from "./visitors";

const settleMs = 5_000;
const idleMs = 20_000;

/** What open pages cost: memory for each, the processor while nothing happens, and how long news take to the last. */
export async function benchStreams({ streams, seed }: BenchOptions): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), "hearback-streams-"));
  try {
    await seedCommunity(dataDir, seed);
    const { topicPath: topic, visitors } = await prepareVisitors(dataDir);
    const member = visitors.find(({ name }) => name === "member")!;
    const site = await startSite(dataDir);
    const at = /^\/t\/\d+/.exec(topic)![0];
    try {
      await (await fetch(site.address + topic, { headers: { Accept: "text/html" } })).text();
      await wait(settleMs);
      const before = { rss: rssOf(site.pid), cpu: cpuOf(site.pid) };
      await wait(idleMs);
      const idleCpu = cpuOf(site.pid) - before.cpu;
      const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
      let heard = 0;
      const open: IncomingMessage[] = [];
      for (let index = 0; index < streams; index++) {
        const stream = await openStream(`${site.address}/live?topic=${at.slice(3)}`, agent);
        stream.on("data", (chunk: Buffer) => void (chunk.includes("event: topic") && heard++));
        open.push(stream);
      }
      await wait(settleMs);
      const rss = rssOf(site.pid);
      const cpu = cpuOf(site.pid);
      await wait(idleMs);
      const openCpu = cpuOf(site.pid) - cpu;
      const began = performance.now();
      const body = new URLSearchParams({ body: "Something new" });
      const headers = { ...member.headers, Origin: site.address };
      const { status } = await fetch(`${site.address}${at}/replies`, {
        method: "POST",
        body,
        headers,
        redirect: "manual",
      });
      while (heard < streams && performance.now() - began < 30_000) await wait(5);
      const result = {
        streams,
        status,
        heard,
        megabytes: { before: before.rss, open: rss, after: rssOf(site.pid) },
        cpuMsPerSecond: { none: idleCpu / (idleMs / 1000), open: openCpu / (idleMs / 1000) },
        msToTheLast: Math.round(performance.now() - began),
      };
      process.stdout.write(`${JSON.stringify(result)}\n`);
      for (const stream of open) stream.destroy();
      agent.destroy();
      return heard === streams && rss - before.rss < streams / 10 ? 0 : 1;
    } finally {
      await site.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function openStream(url: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      if (answer.statusCode === 200) resolve(answer);
      else reject(new Error(`A stream answered ${answer.statusCode}`));
    }).on("error", reject);
  });
}

function rssOf(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024);
}

/** Milliseconds of all its threads. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
