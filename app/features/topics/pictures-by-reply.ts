import type { Attachment } from "~/features/attachments/attachment";

export function picturesByReply(pictures: readonly Attachment[]): Map<number, Attachment[]> {
  const byReply = new Map<number, Attachment[]>();
  for (const picture of pictures) {
    if (picture.replyId === null) continue;
    byReply.set(picture.replyId, [...(byReply.get(picture.replyId) ?? []), picture]);
  }
  return byReply;
}
