import { eraseRows } from "~/features/members/erase-rows";
import type { Erasure } from "~/features/members/own-data";
import { appendEvent } from "~/platform/outbox/append.server";
import { ownTable } from "~/features/members/own-table";

export const attachmentsTables = [
  ownTable({
    ...{ file: "uploads", table: "Attachment", owner: "ownerId", key: "id" },
    columns: {
      ...{ id: `x."id"`, fileName: `x."fileName"`, description: `x."alt"`, mediaType: `x."mediaType"` },
      ...{ bytes: `x."bytes"`, width: `x."width"`, height: `x."height"`, milliseconds: `x."durationMs"` },
      ...{ sha256: `x."sha256"`, audience: `x."audience"`, createdAt: `x."createdAt"` },
      ...{ topic: `t."number"`, reply: `x."replyId"`, announcement: `a."slug"` },
    },
    join: `LEFT JOIN "Reply" r ON r."id" = x."replyId" LEFT JOIN "Topic" t ON t."id" = COALESCE(x."topicId", r."topicId")
           LEFT JOIN "Announcement" a ON a."id" = x."announcementId"`,
  }),
] as const;

const filesAtOnce = 100;
/** A name its owner gave; what is kept goes without. */
const noName = "file";

export const attachmentsErasures: readonly Erasure[] = [
  {
    name: "uploads",
    answersFor: ["Attachment.ownerId"],
    async eraseSome(tx, { memberId: ownerId, keepsPosts }) {
      const loose = { topicId: null, replyId: null, announcementId: null };
      // What the team said in public stays with its pictures, see the decision on erasure.
      const own = { announcementId: null, NOT: { reply: { isOfficial: true } } };
      const found = await tx.db.attachment.findMany({
        where: { ownerId, ...(keepsPosts ? loose : own) },
        select: { id: true },
        take: filesAtOnce,
      });
      const ids = found.map(({ id }) => id);
      if (ids.length === 0) return false;
      await tx.db.attachment.deleteMany({ where: { id: { in: ids } } });
      await appendEvent(tx, { type: "attachments.removed", payload: { ids } });
      return found.length === filesAtOnce;
    },
  },
  eraseRows("file-names", [], (db, { memberId: ownerId }, limit) =>
    db.attachment.updateMany({
      where: { ownerId, NOT: { fileName: noName } },
      data: { fileName: noName },
      limit,
    }),
  ),
];
