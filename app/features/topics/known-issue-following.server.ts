import type { Tx } from "~/features/members/context";
import { appendEvent } from "~/platform/outbox/append.server";
import { knownIssueDeclared, knownIssueFixed } from "./events";
import type { TopicStatus } from "./topic";

interface StatusMove {
  topicId: number;
  from: TopicStatus;
  to: TopicStatus;
  at: Date;
  replyId?: number;
  announcementId?: number;
  /** Nobody is to be told. */
  isQuiet: boolean;
}

/**
 * What a status says of a known issue, whoever sets it: the team's form, a letter, an announcement. A problem becomes
 * one by its status and is fixed when that becomes "solved"; any other status takes it from the lists and the banner.
 */
export async function followWithKnownIssue(tx: Tx, move: StatusMove): Promise<void> {
  if (move.to === "known-issue") return declare(tx, move);
  if (move.from !== "known-issue") return;
  if (move.to === "solved") return fix(tx, move);
  await tx.db.knownIssue.updateMany({
    where: { topicId: move.topicId },
    data: { isUrgent: false, nextUpdateAt: null },
  });
}

/** The first time with nothing said about it yet; later as it was, unless it had been fixed. */
async function declare(tx: Tx, { topicId, at, isQuiet }: StatusMove): Promise<void> {
  const inserted = await tx.db.$executeRaw`
    INSERT INTO "KnownIssue" ("topicId", "createdAt") VALUES (${topicId}, ${at}) ON CONFLICT DO NOTHING`;
  if (inserted === 0) {
    await tx.db.knownIssue.updateMany({
      where: { topicId, fixedAt: { not: null } },
      data: {
        state: "investigating",
        fixedAt: null,
        announcementId: null,
        confirmedCount: 0,
        deniedCount: 0,
        doubtedAt: null,
        version: { increment: 1 },
      },
    });
  }
  await appendEvent(tx, knownIssueDeclared(topicId, { isAgain: inserted === 0, isQuiet }));
}

async function fix(tx: Tx, { topicId, at, replyId, announcementId, isQuiet }: StatusMove): Promise<void> {
  const before = await tx.db.knownIssue.findUnique({ where: { topicId }, select: { toldAt: true } });
  // The condition is asked by the write: of two that fix it at once, one tells.
  const { count } = await tx.db.knownIssue.updateMany({
    where: { topicId, fixedAt: null },
    data: {
      state: "fixed",
      fixedAt: at,
      toldAt: at,
      isUrgent: false,
      nextUpdateAt: null,
      version: { increment: 1 },
      ...(announcementId !== undefined && { announcementId }),
    },
  });
  if (count === 0) return;
  await appendEvent(
    tx,
    knownIssueFixed(topicId, { toldBefore: before?.toldAt ?? null, replyId, announcementId, isQuiet }),
  );
}
