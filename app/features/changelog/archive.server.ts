import type { Context } from "~/features/members/context";
import { asJson } from "~/platform/db/columns";
import { type Label, labels, orderLabels } from "./announcement";
import { publicAnnouncements } from "./visibility";

/** How many announcements each month and each label has, over everything published. */
export interface Archive {
  /** "2026-11" and its count, newest first. */
  months: { month: string; count: number }[];
  byLabel: Record<Label, number>;
  total: number;
}

export async function countArchive(ctx: Context): Promise<Archive> {
  // Times and JSON as text begin the same way on both databases: "2026-11-22…" and '["fixed"…'.
  const rows = await ctx.rows<{ month: string; labels: unknown; count: unknown }>(
    `SELECT substr(CAST(a."publishedAt" AS TEXT), 1, 7) AS "month", CAST(a."labels" AS TEXT) AS "labels", COUNT(*) AS "count"
     FROM "Announcement" a WHERE ${publicAnnouncements()} GROUP BY 1, 2 ORDER BY 1 DESC`,
  );
  const months = new Map<string, number>();
  const byLabel = Object.fromEntries(labels.map((label) => [label, 0])) as Record<Label, number>;
  let total = 0;
  for (const row of rows) {
    const count = Number(row.count);
    total += count;
    months.set(row.month, (months.get(row.month) ?? 0) + count);
    for (const label of orderLabels(asJson(row.labels))) byLabel[label] += count;
  }
  return { months: Array.from(months, ([month, count]) => ({ month, count })), byLabel, total };
}
