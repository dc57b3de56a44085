import { hours } from "~/platform/clock/clock";
import type { Platform } from "~/platform/platform";
import { hashOf } from "./session-adapter.server";

/** How exact "last seen" is. A write for every page would cost more than the page. */
const noteEveryMs = hours(1);

/** Remembers that a session was used, at most once an hour, and never makes a page fail. */
export async function noteVisit(
  { db, log, clock }: Pick<Platform, "db" | "log" | "clock">,
  session: { id: string; lastSeenAt?: Date },
  memberId: number,
): Promise<void> {
  const now = clock.now();
  if (session.lastSeenAt && now.getTime() - session.lastSeenAt.getTime() < noteEveryMs) return;
  try {
    await db.session.updateMany({ where: { id: hashOf(session.id) }, data: { lastSeenAt: now } });
    await db.member.updateMany({ where: { id: memberId }, data: { lastSeenAt: now } });
  } catch (error) {
    log.warn({ memberId, error: (error as Error).name }, "visit not noted");
  }
}
