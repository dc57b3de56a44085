import { parseArgs } from "node:util";

export interface BenchOptions {
  /** Folder of a site that is there; null seeds one of its own. */
  dataDir: string | null;
  seed: { topics: string; replies: string; members: string };
  requests: number;
  /** Addresses to measure instead of the usual ones. */
  paths: string[];
  isWriting: boolean;
  /** Compares small with large instead of measuring one community. */
  isGrowth: boolean;
  growTo: string;
  /** How many open pages to measure instead; 0 for none. */
  streams: number;
}

export const usage = `npm run bench -- [--data DIR] [--topics N --replies N --members N] [--requests N] [--write] [PATH...]

Starts the built site on a free port of this machine and asks each page one request after the other, signed out and
signed in: milliseconds, CPU, queries and bytes, beside a bare server that answers as many bytes.
--data DIR      a data folder (its database must be SQLite); a copy of a site in use, rather than the site itself
--topics N ...  without --data: the size of the community that is made up for it (2000, 10000, 500)
--requests N    for each page (200), after 20 that do not count
--growth        what pages cost when the community grows, instead: a topic of 20 replies beside one of 5,000, lists of
                1,000 topics beside lists of 100,000 (--grow-to N)
--streams N     what N open pages that listen for news cost, instead
--write         also puts the table into docs/performance.md
PATH            pages to measure instead of the usual ones`;

export function readOptions(args: string[]): BenchOptions | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: "boolean" },
      data: { type: "string" },
      topics: { type: "string", default: "2000" },
      replies: { type: "string", default: "10000" },
      members: { type: "string", default: "500" },
      requests: { type: "string", default: "200" },
      write: { type: "boolean" },
      growth: { type: "boolean" },
      streams: { type: "string", default: "0" },
      "grow-to": { type: "string", default: "100000" },
    },
  });
  if (values.help) return null;
  const { topics, replies, members } = values;
  return {
    dataDir: values.data ?? null,
    seed: { topics, replies, members },
    requests: Number(values.requests),
    paths: positionals,
    isWriting: values.write === true,
    isGrowth: values.growth === true,
    growTo: values["grow-to"],
    streams: Number(values.streams),
  };
}
