import type { MemberContext, Tx } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { isAttachmentId } from "./attachment";
import { lockMember } from "./locking.server";
import { removeAttachments } from "./removing.server";

/**
 * Takes one of the actor's own uploads out of whatever it hangs on and off the site, in every size. The post stays.
 * Throws NotFound alike for one that is missing and one that is somebody else's.
 */
export async function deleteOwnUpload(ctx: MemberContext, id: string): Promise<{ fileName: string }> {
  if (!isAttachmentId(id)) throw new NotFound("file");
  return inTransaction(ctx, async (tx) => {
    await lockMember(tx);
    const own = { id, ownerId: tx.actor.id };
    const upload = await tx.db.attachment.findFirst({ where: own });
    if (!upload) throw new NotFound("file");
    await lockPost(tx, upload);
    if ((await removeAttachments(tx, own)) === 0) throw new NotFound("file");
    await countAgain(tx, upload);
    return { fileName: upload.fileName };
  });
}

interface Post {
  topicId: number | null;
  replyId: number | null;
  announcementId: number | null;
}

/** As an edit of it does first, so that the two come one after the other and the count below is right. */
async function lockPost({ db }: Tx, { topicId, replyId, announcementId }: Post): Promise<void> {
  if (topicId !== null) await db.$executeRaw`UPDATE "Topic" SET "id" = "id" WHERE "id" = ${topicId}`;
  if (replyId !== null) {
    await db.$executeRaw`
      UPDATE "Topic" SET "id" = "id" WHERE "id" = (SELECT "topicId" FROM "Reply" WHERE "id" = ${replyId})`;
  }
  if (announcementId !== null)
    await db.$executeRaw`UPDATE "Announcement" SET "id" = "id" WHERE "id" = ${announcementId}`;
}

async function countAgain({ db }: Tx, { topicId, replyId, announcementId }: Post): Promise<void> {
  const target = { topicId, replyId, announcementId };
  if (topicId === null && replyId === null && announcementId === null) return;
  const left = await db.attachment.findMany({
    where: target,
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, mediaType: true },
  });
  const coverId = left.find(({ mediaType }) => mediaType === "image/webp")?.id ?? null;
  const attachmentCount = left.length;
  if (topicId !== null)
    await db.topic.updateMany({ where: { id: topicId }, data: { attachmentCount, coverId } });
  if (replyId !== null) await db.reply.updateMany({ where: { id: replyId }, data: { attachmentCount } });
  if (announcementId !== null)
    await db.announcement.updateMany({ where: { id: announcementId }, data: { coverId } });
}
