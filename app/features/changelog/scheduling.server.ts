import type { Context, MemberContext, Tx } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { scheduleJob } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { mayWriteAnnouncements } from "./policy";
import { longestScheduleMs, notScheduled, type ScheduleFailure, unscheduledStatus } from "./schedule";

/** The job that publishes what is due. It lives with the official replies that may go with an entry. */
export const publishDueName = "announcements-due";

export interface ScheduleInput {
  slug: string;
  version: number;
  at: Date;
  /** The zone it was chosen in, for showing it back. */
  timeZone: string;
  settle: boolean;
  /** The official reply for every topic it answers; empty for none. */
  reply: string;
}

export type ScheduleRefusal = "changed-meanwhile" | "schedule-past" | "schedule-far";

/** Plans when an entry goes out, or plans it anew. Who plans it is who publishes it: they are asked again when it is due. */
export async function scheduleAnnouncement(
  ctx: MemberContext,
  { slug, version, at, timeZone, settle, reply }: ScheduleInput,
): Promise<Outcome<object, ScheduleRefusal>> {
  if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.publish");
  return inTransaction(ctx, async (tx) => {
    const aheadMs = at.getTime() - tx.clock.now().getTime();
    if (aheadMs <= 0) return refused("schedule-past");
    if (aheadMs > longestScheduleMs) return refused("schedule-far");
    const { count } = await tx.db.announcement.updateMany({
      where: { slug, version, status: { not: "published" } },
      data: {
        status: "scheduled",
        scheduledFor: at,
        scheduledZone: timeZone,
        scheduledById: tx.actor.id,
        scheduledSettle: settle,
        scheduledReply: reply,
        scheduleFailure: "",
      },
    });
    const entry = await tx.db.announcement.findUnique({ where: { slug }, select: { id: true } });
    if (!entry) throw new NotFound("announcement");
    if (count === 0) return refused("changed-meanwhile");
    await scheduleJob(tx, {
      listener: publishDueName,
      payload: {},
      runAt: at,
      uniqueKey: `${publishDueName}:${entry.id}@${at.toISOString()}`,
    });
    return done({});
  });
}

/** Takes the day back: it is a draft again, or withdrawn as before. What is not planned is left alone. */
export async function unscheduleAnnouncement(ctx: MemberContext, { slug }: { slug: string }): Promise<void> {
  if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.publish");
  await inTransaction(ctx, async (tx) => {
    const entry = await tx.db.announcement.findUnique({ where: { slug } });
    if (!entry) throw new NotFound("announcement");
    await tx.db.announcement.updateMany({
      where: { id: entry.id, status: "scheduled" },
      data: { status: unscheduledStatus(entry), ...notScheduled },
    });
  });
}

export interface DueAnnouncement {
  id: number;
  slug: string;
  scheduledById: number;
  reply: string;
}

/** What should have gone out by now, the longest due first. */
export async function listDueAnnouncements(
  { db, clock }: Context,
  limit: number,
): Promise<DueAnnouncement[]> {
  const due = await db.announcement.findMany({
    where: { status: "scheduled", scheduledFor: { lte: clock.now() } },
    select: { id: true, slug: true, scheduledById: true, scheduledReply: true },
    orderBy: [{ scheduledFor: "asc" }, { id: "asc" }],
    take: limit,
  });
  return due.map(({ scheduledReply, scheduledById, ...entry }) => ({
    ...entry,
    scheduledById: scheduledById ?? 0,
    reply: scheduledReply,
  }));
}

/**
 * Holds a due entry for the transaction that publishes it and answers what was chosen for it; null when another process was
 * first, or its day was changed or taken back meanwhile.
 */
export async function takeDueAnnouncement(
  tx: Tx,
  { id, reply, scheduledById }: DueAnnouncement,
): Promise<{ version: number; settle: boolean } | null> {
  const { count } = await tx.db.announcement.updateMany({
    where: {
      ...{ id, status: "scheduled", scheduledById, scheduledReply: reply },
      scheduledFor: { lte: tx.clock.now() },
    },
    data: { scheduleFailure: "" },
  });
  if (count === 0) return null;
  const { version, scheduledSettle } = await tx.db.announcement.findUniqueOrThrow({ where: { id } });
  return { version, settle: scheduledSettle };
}

/** Leaves it unpublished, with the reason and the day it was for, until somebody of the team decides. */
export async function failDueAnnouncement(
  ctx: Context,
  due: DueAnnouncement,
  failure: ScheduleFailure,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if (!(await takeDueAnnouncement(tx, due))) return;
    const entry = await tx.db.announcement.findUniqueOrThrow({ where: { id: due.id } });
    await tx.db.announcement.update({
      where: { id: due.id },
      data: { status: unscheduledStatus(entry), scheduleFailure: failure },
    });
  });
}
