import { orderLabels } from "~/features/changelog/announcement";
import { type Context, systemContext } from "~/features/members/context";
import { insertRows } from "~/platform/db/insert-rows.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { scheduleJob } from "~/platform/outbox/append.server";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { nextSubscribers } from "./audience.server";

export const entryMailKind = "changelog";

const mailedAtOnce = 500;

/** Hears that an entry was published and mails it to who subscribed, the first time only. */
export const subscriberListener: Listener<Platform> = {
  name: "subscribers",
  batchSize: 20,
  async handle(platform, deliveries) {
    for (const { payload } of deliveries)
      if (payload.quiet !== true) await mailPart(systemContext(platform), Number(payload.announcementId), 0);
  },
};

/** The next part of them. */
export const subscriberFanOut: Listener<Platform> = {
  name: "subscribers-fan-out",
  batchSize: 1,
  async handle(platform, deliveries) {
    for (const { payload } of deliveries)
      await mailPart(systemContext(platform), Number(payload.announcementId), Number(payload.after));
  },
};

/** One part and the request for the next in one transaction; the same part again finds its mails there. */
async function mailPart(ctx: Context, announcementId: number, after: number): Promise<void> {
  const entry = await ctx.db.announcement.findUnique({ where: { id: announcementId } });
  if (entry?.status !== "published") return;
  const { mailed, next } = await nextSubscribers(
    ctx,
    { id: entry.id, labels: orderLabels(entry.labels as unknown[]), announcedAt: entry.announcedAt },
    { after, limit: mailedAtOnce },
  );
  await inTransaction(ctx, async (tx) => {
    const keyOf = (subscriberId: number) => `${entryMailKind}:${announcementId}:${subscriberId}`;
    const queued = await tx.db.mail.findMany({
      where: { uniqueKey: { in: mailed.map(({ id }) => keyOf(id)) } },
      select: { uniqueKey: true },
    });
    const known = new Set(queued.map(({ uniqueKey }) => uniqueKey));
    const now = tx.clock.now();
    const rows = mailed
      .filter(({ id }) => !known.has(keyOf(id)))
      .map(({ id, email, locale }) => ({
        ...{ kind: entryMailKind, address: email, locale, uniqueKey: keyOf(id) },
        data: JSON.stringify({ announcementId, subscriberId: id }),
        ...{ createdAt: now, dueAt: now },
      }));
    if (rows.length > 0) await insertRows(tx, "Mail", rows, []);
    if (next === null) return;
    await scheduleJob(tx, {
      listener: subscriberFanOut.name,
      payload: { announcementId, after: next },
      runAt: now,
      uniqueKey: `${subscriberFanOut.name}:${announcementId}:${next}`,
    });
  });
}
