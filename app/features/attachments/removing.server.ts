import { type Context, systemContext, type Tx } from "~/features/members/context";
import { hours } from "~/platform/clock/clock";
import type { Prisma } from "~/platform/db/generated/sqlite/client";
import { inTransaction } from "~/platform/db/transaction.server";
import { appendEvent } from "~/platform/outbox/append.server";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { fileKey, fileSizes } from "./file-keys";

const orphanAgeMs = hours(24);
const purgedAtOnce = 200;

/** Deletes rows now and their files after the commit, in every size, however often that has to be tried. */
export async function removeAttachments(tx: Tx, where: Prisma.AttachmentWhereInput): Promise<number> {
  // A write that changes nothing: it locks the rows, so that none of them is attached between finding and deleting.
  const found = await tx.db.attachment.updateManyAndReturn({
    where,
    data: { audience: "owner" },
    select: { id: true },
  });
  if (found.length === 0) return 0;
  const ids = found.map(({ id }) => id);
  await tx.db.attachment.deleteMany({ where: { id: { in: ids } } });
  await appendEvent(tx, { type: "attachments.removed", payload: { ids } });
  return ids.length;
}

/** Deletes what was uploaded more than a day ago and never became part of a post. Answers how many it was. */
export async function purgeOrphans(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - orphanAgeMs);
  let purged = 0;
  for (;;) {
    const orphans = await ctx.db.attachment.findMany({
      where: orphansBefore(before),
      select: { id: true },
      take: purgedAtOnce,
    });
    if (orphans.length === 0) return purged;
    const ids = orphans.map(({ id }) => id);
    // Asked again inside: one of them may have been attached since.
    purged += await inTransaction(ctx, (tx) =>
      removeAttachments(tx, { id: { in: ids }, ...orphansBefore(before) }),
    );
  }
}

/** The job the clock starts: see wiring/schedule. */
export const purgeOrphansJob: Listener<Platform> = {
  name: "attachments-purge",
  batchSize: 1,
  async handle(platform) {
    const purged = await purgeOrphans(systemContext(platform));
    if (purged > 0) platform.log.info({ purged }, "uploads that belonged to nothing were deleted");
  },
};

/** Hears `attachments.removed`. */
export const removedFiles: Listener<Platform> = {
  name: "attachments-files",
  batchSize: 50,
  async handle({ files }, deliveries) {
    for (const { payload } of deliveries) {
      for (const id of payload.ids as string[]) {
        for (const size of fileSizes) await files.delete(fileKey(id, size));
      }
    }
  },
};

/** Part of no post for a day, and of no draft that may become one. */
function orphansBefore(before: Date) {
  return { attachedAt: null, drafts: { none: {} }, createdAt: { lt: before } };
}
