import { sendAccountMail } from "~/features/mailing/account-mails.server";
import { type Context, systemContext } from "~/features/members/context";
import { dataSettingsPath } from "~/features/members/paths";
import { inTransaction } from "~/platform/db/transaction.server";
import { appendEvent } from "~/platform/outbox/append.server";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { buildCopyName } from "./building-job";
import { copyFile, copyKeptMs } from "./copy";
import { copyReady } from "./events";
import { packOwnData } from "./packing.server";

const stepsBetweenNotes = 10;

/**
 * Makes the copy this key stands for and says by mail and on the site that it is there. Cut off, it begins anew: the store keeps whole
 * files only. A key that was replaced meanwhile is nobody's, and nothing is left of it.
 */
export async function buildCopy(ctx: Context, key: string, signal?: AbortSignal): Promise<void> {
  const asked = await ctx.db.dataExport.findUnique({ where: { key }, include: { member: true } });
  if (!asked || asked.state === "ready" || asked.member.deletedAt) return;
  await note({ state: "building" });
  const packed = packOwnData(ctx, {
    ...{ memberId: asked.memberId, signal },
    async onStep(done, total) {
      if (done % stepsBetweenNotes === 0 || done === total)
        await note({ stepsDone: done, stepsTotal: total });
    },
  });
  const { size } = await ctx.files.put(copyFile(key), packed, { contentType: "application/zip" });
  const isKept = await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const expiresAt = new Date(now.getTime() + copyKeptMs);
    const { count } = await tx.db.dataExport.updateMany({
      where: { key, state: "building" },
      data: {
        ...{ state: "ready", bytes: size, readyAt: now, expiresAt },
      },
    });
    if (count === 0) return false;
    await appendEvent(tx, copyReady(asked.memberId, expiresAt));
    await sendAccountMail(tx, { type: "copy-ready", memberId: asked.memberId, path: dataSettingsPath });
    return true;
  });
  if (!isKept && !(await ctx.db.dataExport.findUnique({ where: { key } })))
    await ctx.files.delete(copyFile(key));

  async function note(data: { state?: "building"; stepsDone?: number; stepsTotal?: number }): Promise<void> {
    await ctx.db.dataExport.updateMany({ where: { key, state: { not: "ready" } }, data });
  }
}

/** The job `askForCopy` gives to the worker. */
export const buildCopyJob: Listener<Platform> = {
  name: buildCopyName,
  batchSize: 1,
  isLong: true,
  async handle(platform, deliveries, signal) {
    for (const { payload } of deliveries)
      await buildCopy(systemContext(platform), String(payload.key), signal);
  },
};
