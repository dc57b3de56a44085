import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, at, cpuMsOf } from "./asking";
import { fillThread, fillTopics } from "./filling";
import type { BenchOptions } from "./options";
import { growthAsMarkdown, type GrowthRow, type Side } from "./growth-report";
import { write } from "./report";
import { seedCommunity } from "./seeding";
import { type SiteProcess, startSite } from "./site-process";
import { prepareVisitors, type Visitor } from "./visitors";

const smallTopics = 1_000;
const warmUps = 20;

interface Compared {
  name: string;
  small: { site: SiteProcess; path: string };
  large: { site: SiteProcess; path: string };
}

/**
 * What pages cost when the community grows: the first page of a topic with 5,000 replies, fifty deep, beside one with
 * twenty; lists of very many topics beside the same lists of a thousand. Both sides are asked in turn, so that the load
 * of the machine meets both alike.
 */
export async function benchGrowth(options: BenchOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "hearback-growth-"));
  const [smallDir, largeDir] = [join(folder, "small"), join(folder, "large")];
  const seeded = { ...options.seed, topics: String(smallTopics), replies: String(5 * smallTopics) };
  try {
    if (options.dataDir) cpSync(options.dataDir, smallDir, { recursive: true });
    else await seedCommunity(smallDir, seeded);
    const thread = fillThread(smallDir, { chains: 20, depth: 1 });
    const deepThread = fillThread(smallDir, { chains: 100, depth: 50 });
    cpSync(smallDir, largeDir, { recursive: true });
    fillTopics(largeDir, Number(options.growTo));
    const { rows, topics } = await measure(smallDir, largeDir, {
      thread,
      deepThread,
      requests: options.requests,
    });
    const markdown = growthAsMarkdown(rows, { topics, requests: options.requests });
    process.stdout.write(`${markdown}\n`);
    if (options.isWriting) write(markdown, "growth");
    return rows.every(({ small, large }) => small.status === 200 && large.status === 200) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  smallDir: string,
  largeDir: string,
  { thread, deepThread, requests }: { thread: string; deepThread: string; requests: number },
): Promise<{ rows: GrowthRow[]; topics: [small: number, large: number] }> {
  const prepared = [await prepareVisitors(smallDir), await prepareVisitors(largeDir)] as const;
  const counting = { HEARBACK_COUNT_QUERIES: "1" };
  const [small, large] = [await startSite(smallDir, counting), await startSite(largeDir, counting)];
  const list = (path: string) => ({ name: path, small: { site: small, path }, large: { site: large, path } });
  const compared: Compared[] = [
    { name: "topic", small: { site: large, path: thread }, large: { site: large, path: deepThread } },
    ...["/discussions", "/suggestions?sort=new", "/discussions?kind=problem&sort=newest"].map(list),
    list("/discussions?unread=1"),
  ];
  try {
    const rows: GrowthRow[] = [];
    for (const [index, { name: visitor }] of prepared[0].visitors.entries()) {
      const sides = prepared.map(({ visitors }) => visitors[index]!) as [Visitor, Visitor];
      for (const pair of compared) {
        if (pair.name.includes("unread") && visitor === "guest") continue;
        const visitors = { small: pair.small.site === large ? sides[1] : sides[0], large: sides[1] };
        rows.push({ page: pair.name, visitor, ...(await inTurn(pair, visitors, requests)) });
      }
    }
    return { rows, topics: [prepared[0].counts.topics, prepared[1].counts.topics] };
  } finally {
    await Promise.all([small.stop(), large.stop()]);
    for (const each of prepared) await each.close();
  }
}

async function inTurn(
  pair: Compared,
  visitors: { small: Visitor; large: Visitor },
  requests: number,
): Promise<{ small: Side; large: Side }> {
  const taken = { small: sampler(), large: sampler() };
  for (let index = -warmUps; index < requests; index++) {
    for (const side of ["small", "large"] as const) {
      const { site, path } = pair[side];
      const before = cpuMsOf(site.pid) ?? 0;
      const answer = await ask(new URL(path, site.address).href, visitors[side].headers);
      const cpuMs = (cpuMsOf(site.pid) ?? 0) - before;
      if (index >= 0) taken[side].add(answer.milliseconds, cpuMs);
      taken[side].status = answer.status;
      // What is kept for seconds is read again by some request or other; it is not what the page costs.
      taken[side].queries = Math.min(taken[side].queries, Number(answer.headers["x-query-count"]));
    }
  }
  return { small: taken.small.side(), large: taken.large.side() };
}

function sampler() {
  const times: number[] = [];
  const work: number[] = [];
  return {
    status: 0,
    queries: Infinity,
    add(ms: number, cpuMs: number) {
      times.push(ms);
      work.push(cpuMs);
    },
    side(): Side {
      const { status, queries } = this;
      return { status, queries, medianMs: at(times, 0.5), cpuMs: at(work, 0.5) };
    },
  };
}
