import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { systemClock } from "~/platform/clock/clock";
import { EmbeddedEngine } from "~/platform/search-engine/embedded.server";
import type { SearchQuery } from "~/platform/search-engine/port";
import { emptySchema } from "~/platform/search-engine/schema-words";
import { viewerWith } from "~/platform/search-engine/viewer";
import { makeCorpus } from "./corpus";

const posts = Number(process.env.POSTS ?? 100_000);
const questions = 1_400;
const goalP95Ms = 20;

const directory = await mkdtemp(join(tmpdir(), "search-bench-"));
const engine = new EmbeddedEngine(directory, systemClock);
const corpus = makeCorpus(7);
const viewer = viewerWith(["public"]);

async function* source() {
  yield* corpus.documents(posts);
}

async function* nothing() {
  // Nobody else writes.
}

const delay = monitorEventLoopDelay({ resolution: 5 });
await engine.prepare(emptySchema);
delay.enable();
const report = await engine.rebuild(source(), { catchUp: nothing });
delay.disable();
const { sizeBytes } = await engine.stats();
print("rebuild", {
  posts: report.documents,
  seconds: report.tookMs / 1_000,
  fileMiB: sizeBytes / 2 ** 20,
  longestStallMs: delay.max / 1e6,
});

const texts = corpus.queries(questions);
const facets = ["kind", "status", "category", "official", "language"] as const;
const shapes: Record<string, (text: string) => SearchQuery> = {
  "words, relevance": (text) => ({ text }),
  "words, all facets": (text) => ({ text, facets }),
  "words, newest": (text) => ({ text, sort: "newest" }),
  "words, one kind, disjunctive": (text) => ({
    text,
    kinds: ["suggestion"],
    facets: ["kind"],
    disjunctive: true,
  }),
  "words, collapsed": (text) => ({ text, collapse: "thread" }),
  "as you type": (text) => ({ text, perPage: 6 }),
};
const all: Taken[] = [];
for (const [name, shape] of Object.entries(shapes)) {
  const taken: Taken[] = [];
  for (const text of texts) taken.push(await measure(() => engine.search(viewer, shape(text))));
  all.push(...taken);
  print(name, spread(taken));
}
print(`all (goal p95 ≤ ${goalP95Ms} ms)`, spread(all));

const similar: Taken[] = [];
for (const batch of makeCorpus(8).documents(400)) {
  for (const { title } of batch) {
    const options = { kinds: ["topic", "suggestion", "changelog"], limit: 5 } as const;
    similar.push(await measure(() => engine.similarTitles(viewer, title, options)));
  }
}
print("similar titles", spread(similar));

for (const [name, rename] of Object.entries({ "one post rewritten": "d", "one new post": "n" })) {
  const writes: Taken[] = [];
  for (const batch of makeCorpus(9).documents(1_000)) {
    const upsert = batch.map((document) => ({ ...document, id: document.id.replace("d", rename), rev: 2 }));
    const { wallMs, cpuMs } = await measure(() => engine.apply({ upsert, remove: [], batchId: "bench" }));
    writes.push({ wallMs: wallMs / batch.length, cpuMs: cpuMs / batch.length });
  }
  print(name, spread(writes));
}
print("memory", { residentMiB: process.memoryUsage().rss / 2 ** 20 });
await engine.close();
await rm(directory, { recursive: true });

interface Taken {
  wallMs: number;
  /** Of the process: what stays true on a machine that has other work. */
  cpuMs: number;
}

async function measure(work: () => Promise<unknown>): Promise<Taken> {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  await work();
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  return { wallMs, cpuMs: (user + system) / 1_000 };
}

function spread(taken: readonly Taken[]) {
  const at = (values: number[], share: number) => {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  };
  const wall = taken.map((one) => one.wallMs);
  const cpu = taken.map((one) => one.cpuMs);
  return {
    p50: at(wall, 0.5),
    p95: at(wall, 0.95),
    p99: at(wall, 0.99),
    cpuP50: at(cpu, 0.5),
    cpuP95: at(cpu, 0.95),
  };
}

function print(name: string, values: Record<string, number>) {
  const shown = Object.entries(values).map(([key, value]) => `${key} ${value.toFixed(value < 100 ? 2 : 0)}`);
  process.stdout.write(`${name.padEnd(30)} ${shown.join("  ")}\n`);
}
