import { queueMail } from "~/features/mailing/queueing.server";
import { type SystemContext, systemContext } from "~/features/members/context";
import { days } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { nextDigest } from "./digest-time";

export const digestMailKind = "digest";

const membersAtOnce = 200;

/** Queues the digests that are due. Asked for every few minutes; each digest is queued once however often that is. */
export const digestJob: Listener<Platform> = {
  name: "digests",
  batchSize: 1,
  async handle(platform) {
    const ctx = systemContext(platform);
    for (;;) {
      const due = await ctx.db.noticeSettings.findMany({
        where: { nextDigestAt: { lte: ctx.clock.now() } },
        include: { member: { select: { timeZone: true } } },
        orderBy: { nextDigestAt: "asc" },
        take: membersAtOnce,
      });
      for (const { member, nextDigestAt, ...settings } of due)
        await queueDigest(ctx, { ...settings, timeZone: member.timeZone, dueAt: nextDigestAt! });
      if (due.length < membersAtOnce) return;
    }
  },
};

interface Due {
  memberId: number;
  digest: string;
  digestHour: number;
  digestDay: number;
  timeZone: string;
  dueAt: Date;
}

async function queueDigest(ctx: SystemContext, { memberId, dueAt, ...wish }: Due): Promise<void> {
  const digest = wish.digest === "daily" ? "daily" : "weekly";
  const since = new Date(dueAt.getTime() - days(digest === "daily" ? 1 : 7));
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.noticeSettings.updateMany({
      where: { memberId, nextDigestAt: dueAt },
      data: { nextDigestAt: nextDigest({ ...wish, digest }, tx.clock.now()) },
    });
    if (count === 0) return;
    await queueMail(tx, {
      kind: digestMailKind,
      memberId,
      data: { digest, since: since.toISOString(), until: dueAt.toISOString() },
      uniqueKey: `digest:${memberId}:${dueAt.toISOString()}`,
    });
  });
}
