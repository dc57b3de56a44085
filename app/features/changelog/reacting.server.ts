import type { MemberContext } from "~/features/members/context";
import { changeReaction, type ReactionChange } from "~/features/topics/reacting.server";
import type { ReactionsShown } from "~/features/topics/reaction";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";

/** Sets or withdraws one reaction to what everybody can read of the changelog. Doing it again changes nothing. */
export async function reactToAnnouncement(
  ctx: MemberContext,
  { slug, ...change }: ReactionChange & { slug: string },
): Promise<ReactionsShown> {
  return inTransaction(ctx, async (tx) => {
    // Written first: whoever reacts at the same time waits, and sums after this one.
    await tx.db.announcement.updateMany({ where: { slug }, data: { slug } });
    const announcement = await tx.db.announcement.findUnique({ where: { slug } });
    if (announcement?.status !== "published") throw new NotFound("announcement");
    const shown = await changeReaction(tx, { announcementId: announcement.id }, announcement, change);
    await tx.db.announcement.update({ where: { slug }, data: { reactions: shown.counts } });
    return shown;
  });
}
