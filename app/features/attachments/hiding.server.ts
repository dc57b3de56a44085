import type { Tx } from "~/features/members/context";
import type { AttachmentTarget } from "./attachment";

/**
 * Closes the pictures of something that is deleted, held or withdrawn to everybody but owners and staff. A topic takes
 * those of its replies with it, whose addresses would otherwise stay open.
 */
export async function hideAttachments(tx: Tx, target: AttachmentTarget): Promise<void> {
  await tx.db.attachment.updateMany({
    where: "topicId" in target ? { OR: [target, { reply: target }] } : target,
    data: { audience: "owner" },
  });
}

/** Opens them again. Replies that are hidden for a reason of their own, or stand in a hidden topic, stay closed. */
export async function showAttachments(tx: Tx, target: AttachmentTarget): Promise<void> {
  const isOpen = { deletedAt: null, heldAt: null };
  await tx.db.attachment.updateMany({ where: whereOpen(), data: { audience: "public" } });

  function whereOpen() {
    if ("announcementId" in target) return target;
    if ("replyId" in target) return { ...target, reply: { ...isOpen, topic: isOpen } };
    return { OR: [target, { reply: { ...target, ...isOpen } }] };
  }
}
