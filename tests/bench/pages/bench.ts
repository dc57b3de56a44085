import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, measure } from "./asking";
import { startBareServer } from "./bare-server";
import { benchGrowth } from "./growth";
import { readOptions, usage, type BenchOptions } from "./options";
import { asMarkdown, write, type Report, type Row } from "./report";
import { seedCommunity } from "./seeding";
import { startSite } from "./site-process";
import { prepareVisitors, type Prepared, type Visitor } from "./visitors";
import { benchStreams } from "./streams";
import { textOf, weigh, weighAssets } from "./weight";

const countedRequests = 5;
const bareBytes = 30_000;

/** Runs the bench of pages and answers with an exit code: 1 when a page did not answer with 200. */
export async function bench(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (options.streams > 0) return benchStreams(options);
  if (options.isGrowth) return benchGrowth(options);
  const own = options.dataDir ? null : mkdtempSync(join(tmpdir(), "hearback-bench-"));
  const dataDir = options.dataDir ?? own!;
  try {
    if (own) {
      say("Making up a community");
      await seedCommunity(own, options.seed);
    }
    const report = await measureSite(dataDir, options);
    const markdown = asMarkdown(report);
    process.stdout.write(`${markdown}\n`);
    if (options.isWriting) write(markdown);
    return report.rows.every(({ status }) => status === 200) ? 0 : 1;
  } finally {
    if (own) rmSync(own, { recursive: true, force: true });
  }
}

async function measureSite(dataDir: string, options: BenchOptions): Promise<Report> {
  const prepared = await prepareVisitors(dataDir);
  const pages = options.paths.length > 0 ? options.paths : usualPages(prepared);
  try {
    const queries = await countQueries(dataDir, pages, prepared.visitors);
    const site = await startSite(dataDir);
    try {
      const rows: Row[] = [];
      for (const visitor of prepared.visitors) {
        for (const page of pages) {
          say(`${visitor.name} ${page}`);
          await prepared.forgetLimits();
          const url = new URL(page, site.address).href;
          const taken = await measure(url, visitor.headers, { requests: options.requests, pid: site.pid });
          const answer = await ask(url, visitor.headers);
          rows.push({
            ...{ page, visitor: visitor.name, status: answer.status },
            ...taken,
            ...weigh(answer),
            queries: queries.get(`${visitor.name} ${page}`) ?? null,
          });
        }
      }
      const html = textOf(await ask(new URL(pages[0]!, site.address).href, prepared.visitors[0]!.headers));
      const assets = await weighAssets(site.address, html);
      return { rows, assets, floor: await measureFloor(options), ...prepared, requests: options.requests };
    } finally {
      await site.stop();
    }
  } finally {
    await prepared.close();
  }
}

function usualPages({ topicPath }: Prepared): string[] {
  return [
    "/",
    "/discussions",
    decodeURI(topicPath),
    "/suggestions",
    "/changelog",
    "/search?q=fee",
    "/search?q=到账",
  ];
}

/** On a server of its own: counting costs time. The first request of a page also reads what the process keeps then. */
async function countQueries(dataDir: string, pages: readonly string[], visitors: readonly Visitor[]) {
  const site = await startSite(dataDir, { HEARBACK_COUNT_QUERIES: "1" });
  const counted = new Map<string, NonNullable<Row["queries"]>>();
  try {
    for (const page of pages) {
      for (const { name, headers } of visitors) {
        const counts: number[] = [];
        for (let index = 0; index < countedRequests; index++) {
          const answer = await ask(new URL(page, site.address).href, headers);
          const count = Number(answer.headers["x-query-count"]);
          // What is answered without the pages' handler counts nothing.
          if (!Number.isNaN(count)) counts.push(count);
        }
        if (counts.length > 0)
          counted.set(`${name} ${page}`, { usual: counts.at(-1)!, most: Math.max(...counts) });
      }
    }
  } finally {
    await site.stop();
  }
  return counted;
}

async function measureFloor({ requests }: BenchOptions) {
  const bare = await startBareServer(bareBytes);
  try {
    return await measure(`${bare.address}/`, {}, { requests, pid: process.pid });
  } finally {
    bare.close();
  }
}

function say(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}
