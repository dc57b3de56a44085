import type { Context } from "~/features/members/context";
import { instantOf, wallTimeOf } from "~/platform/clock/zoned-time";
import { Forbidden } from "~/platform/errors";
import { mayWriteAnnouncements } from "./policy";
import type { ScheduleFailure } from "./schedule";

/** When an entry goes out, or was to go out, as its team sees it. */
export interface Schedule {
  at: Date;
  timeZone: string;
  settle: boolean;
  reply: string;
  /** Its clock time comes twice that night; the first is meant. */
  isTwice: boolean;
  /** It was due and did not go out. */
  failure: ScheduleFailure | null;
}

/** Null for an entry that waits for no day. */
export async function findSchedule(
  { db, actor }: Pick<Context, "db" | "actor">,
  slug: string,
): Promise<Schedule | null> {
  if (!mayWriteAnnouncements(actor)) throw new Forbidden("announcement.publish");
  const entry = await db.announcement.findUnique({
    where: { slug, status: { not: "published" }, scheduledFor: { not: null } },
    select: {
      scheduledFor: true,
      scheduledZone: true,
      scheduledSettle: true,
      scheduledReply: true,
      scheduleFailure: true,
    },
  });
  if (!entry) return null;
  const [at, timeZone] = [entry.scheduledFor!, entry.scheduledZone];
  return {
    at,
    timeZone,
    settle: entry.scheduledSettle,
    reply: entry.scheduledReply,
    isTwice: instantOf(wallTimeOf(at, timeZone), timeZone)?.comes === "twice",
    failure: (entry.scheduleFailure || null) as ScheduleFailure | null,
  };
}
