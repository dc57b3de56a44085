import { cpus, loadavg } from "node:os";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "~/platform/config/project-root.server";
import type { Taken } from "./asking";
import type { AssetWeight, Weight } from "./weight";

export interface Row extends Taken, Weight {
  page: string;
  visitor: string;
  status: number;
  /** Statements of one request, usually and at most. */
  queries: { usual: number; most: number } | null;
}

export interface Report {
  rows: Row[];
  floor: Taken;
  assets: AssetWeight;
  counts: { topics: number; replies: number };
  requests: number;
}

/** Where docs/performance.md keeps what each bench wrote. */
const places = {
  pages: ["<!-- written by npm run bench -- --write -->", "<!-- end -->"],
  growth: ["<!-- written by npm run bench -- --growth --write -->", "<!-- end of growth -->"],
} as const;

export function asMarkdown({ rows, floor, assets, counts, requests }: Report): string {
  const [cpu] = cpus();
  const lines = rows.map((row) =>
    cells([
      `\`${row.page}\``,
      row.visitor,
      row.status === 200 ? milliseconds(row.medianMs) : `**${row.status}**`,
      milliseconds(row.p95Ms),
      milliseconds(row.cpuMs),
      milliseconds(row.cpuP95Ms),
      row.queries
        ? `${row.queries.usual}${row.queries.most > row.queries.usual ? ` (${row.queries.most})` : ""}`
        : "",
      kilobytes(row.htmlBytes),
      kilobytes(row.gzipBytes),
    ]),
  );
  return [
    `${new Date().toISOString().slice(0, 10)}, ${counts.topics} topics and ${counts.replies} replies on SQLite, Node ${process.versions.node}, ` +
      `${cpus().length} × ${cpu?.model.trim() ?? "unknown"}, load ${loadavg()[0]!.toFixed(1)} at the end. ` +
      `${requests} requests one after the other for each row. A bare \`node:http\` server took ` +
      `${milliseconds(floor.medianMs)} ms in the middle and ${milliseconds(floor.p95Ms)} ms at p95 in the same run.`,
    "",
    cells([
      "page",
      "visitor",
      "median ms",
      "p95 ms",
      "CPU ms",
      "CPU p95",
      "queries (cold)",
      "HTML kB",
      "gzip kB",
    ]),
    cells(["---", "---", "--:", "--:", "--:", "--:", "--:", "--:", "--:"]),
    ...lines,
    "",
    `Style ${kilobytes(assets.styleBytes)} kB and script ${kilobytes(assets.scriptBytes)} kB (Brotli) in ${assets.files} files, kept for a year by the browser.`,
  ].join("\n");
}

/** Puts the table where docs/performance.md keeps it. */
export function write(markdown: string, place: keyof typeof places = "pages"): void {
  const [begin, end] = places[place];
  const path = join(projectRoot(), "docs", "performance.md");
  const text = readFileSync(path, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`docs/performance.md has lost its place for the table: ${begin}`);
  writeFileSync(path, `${text.slice(0, from + begin.length)}\n\n${markdown}\n\n${text.slice(to)}`);
}

export function cells(values: readonly string[]): string {
  return `| ${values.join(" | ")} |`;
}

export function milliseconds(value: number | null): string {
  return value === null ? "" : value.toFixed(1);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
