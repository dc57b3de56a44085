import type { Context } from "~/features/members/context";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import { mayWriteAnnouncements } from "./policy";
import type { ScheduleFailure } from "./schedule";

const draftsShown = 30;

export interface Draft {
  id: number;
  slug: string;
  title: string;
  language: string;
  release: string;
  status: "draft" | "scheduled" | "withdrawn";
  createdAt: Date;
  scheduledFor: Date | null;
  scheduledZone: string;
  scheduleFailure: ScheduleFailure | "";
}

/** What staff have begun or taken back, newest first; nothing, and no query, for everybody else. */
export async function listDrafts(ctx: Context): Promise<Draft[]> {
  if (!mayWriteAnnouncements(ctx.actor)) return [];
  const rows = await ctx.rows<Draft>(
    `SELECT a."id", a."slug", a."title", a."language", a."release", a."status", a."createdAt",
            a."scheduledFor", a."scheduledZone", a."scheduleFailure" FROM "Announcement" a
     WHERE a."status" <> 'published' ORDER BY a."id" DESC LIMIT ${draftsShown}`,
  );
  return rows.map((row) => ({
    ...row,
    createdAt: asDate(row.createdAt),
    scheduledFor: asDateOrNull(row.scheduledFor),
  }));
}
