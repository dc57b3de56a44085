import { hideAttachments } from "~/features/attachments/hiding.server";
import type { MemberContext } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { announcementWithdrawn } from "./events";
import { mayWriteAnnouncements } from "./policy";

/**
 * Takes a published announcement back: its page answers that it is gone, lists, feeds and letters show it no more. Links,
 * pictures and the statuses it set stay, so that publishing it again restores everything. Anything else is left alone.
 */
export async function withdrawAnnouncement(ctx: MemberContext, { slug }: { slug: string }): Promise<void> {
  if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.withdraw");
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.announcement.updateMany({
      where: { slug, status: "published" },
      data: { status: "withdrawn" },
    });
    const announcement = await tx.db.announcement.findUnique({ where: { slug }, select: { id: true } });
    if (!announcement) throw new NotFound("announcement");
    if (count === 0) return;
    await hideAttachments(tx, { announcementId: announcement.id });
    await appendEvent(tx, announcementWithdrawn(announcement.id));
  });
}
