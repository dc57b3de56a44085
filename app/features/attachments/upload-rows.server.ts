import { randomBytes } from "node:crypto";
import type { MemberContext } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { thumbnailSide } from "~/platform/images/limits";
import type { CleanVideo } from "~/platform/video/clean-video";
import { type Attachment, maxWaitingUploads } from "./attachment";
import { fileKey, sizesOf } from "./file-keys";
import { lockMember } from "./locking.server";
import { quotaBytes, usedBytes } from "./quota.server";

type NewRow = Omit<Attachment, "id" | "ownerId" | "topicId" | "replyId" | "announcementId" | "durationMs"> & {
  sha256: string;
};

/** Makes the row of an upload when the member still has room for it. Uploads of one member queue up here. */
export async function reserveRow(
  ctx: MemberContext,
  row: NewRow,
): Promise<Attachment | "too-many-waiting" | "quota"> {
  const quota = await quotaBytes(ctx);
  return inTransaction(ctx, async (tx) => {
    await lockMember(tx);
    const { db, actor, clock } = tx;
    const waiting = await db.attachment.count({ where: { ownerId: actor.id, attachedAt: null } });
    if (waiting >= maxWaitingUploads) return "too-many-waiting";
    if ((await usedBytes(tx)) + row.bytes > quota) return "quota";
    const id = randomBytes(16).toString("hex");
    const made = await db.attachment.create({
      data: { ...row, id, ownerId: actor.id, createdAt: clock.now() },
    });
    return { ...made, mediaType: row.mediaType };
  });
}

/** Writes down what is known of a video once all of it has come in. */
export async function finishVideo(ctx: MemberContext, id: string, video: CleanVideo): Promise<Attachment> {
  const { width, height, durationMs, bytes, sha256 } = video;
  const share = Math.min(1, thumbnailSide / Math.max(width, height));
  const [thumbWidth, thumbHeight] = [width, height].map((side) => Math.max(1, Math.round(side * share)));
  const data = { width, height, thumbWidth, thumbHeight, durationMs, bytes, sha256 };
  const row = await ctx.db.attachment.update({ where: { id }, data });
  return { ...row, mediaType: row.mediaType as Attachment["mediaType"] };
}

/** Leaves neither row nor file. When even that fails, the purge does it a day later. */
export async function takeBack(ctx: MemberContext, row: Attachment): Promise<void> {
  try {
    for (const size of sizesOf(row)) await ctx.files.delete(fileKey(row.id, size));
    await ctx.db.attachment.delete({ where: { id: row.id } });
  } catch (error) {
    ctx.log.warn({ err: error }, "a failed upload waits for the purge");
  }
}
