import { cpus, loadavg } from "node:os";
import { cells, milliseconds } from "./report";

/** What one side of a comparison took; milliseconds are medians. */
export interface Side {
  status: number;
  queries: number;
  medianMs: number;
  cpuMs: number;
}

export interface GrowthRow {
  page: string;
  visitor: string;
  small: Side;
  large: Side;
}

export function growthAsMarkdown(
  rows: readonly GrowthRow[],
  { topics: [few, many], requests }: { topics: [small: number, large: number]; requests: number },
): string {
  const heads = [
    "page",
    "visitor",
    "small ms",
    "large ms",
    "ratio",
    "small CPU",
    "large CPU",
    "ratio",
    "queries",
  ];
  return [
    `${new Date().toISOString().slice(0, 10)}: a topic of 20 replies beside one of 5,000 in chains of fifty; lists of ` +
      `${few} topics beside the same lists of ${many}. ${requests} requests for each side, in turn; medians. ` +
      `${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)} at the end.`,
    "",
    cells(heads),
    cells(heads.map((_head, index) => (index < 2 ? "---" : "--:"))),
    ...rows.map(({ page, visitor, small, large }) =>
      cells([
        page.startsWith("/") ? `\`${page}\`` : page,
        visitor,
        milliseconds(small.medianMs),
        milliseconds(large.medianMs),
        (large.medianMs / small.medianMs).toFixed(2),
        milliseconds(small.cpuMs),
        milliseconds(large.cpuMs),
        (large.cpuMs / small.cpuMs).toFixed(2),
        `${small.queries}, ${large.queries}`,
      ]),
    ),
  ].join("\n");
}
