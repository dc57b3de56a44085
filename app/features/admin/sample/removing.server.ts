import { removeAttachments } from "~/features/attachments/removing.server";
import { announcementWithdrawn } from "~/features/changelog/events";
import type { MemberContext, Tx } from "~/features/members/context";
import { isAdmin } from "~/features/members/role";
import { forgetSite, lockSite, writeSite } from "~/features/site/settings.server";
import { replyDeleted, topicDeleted } from "~/features/topics/events";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { appendEvents } from "~/platform/outbox/append.server";

const origin = "sample";

export type Removal = { ok: true } | { ok: false; reason: "has-replies"; replies: number };

/**
 * Takes the sample community away for good: its topics, its announcement and its members, and nothing else. When real
 * members have replied in a sample topic it asks first, because their replies would go with it. Admins only.
 */
export async function removeSample(
  ctx: MemberContext,
  { evenReplies }: { evenReplies: boolean },
): Promise<Removal> {
  if (!isAdmin(ctx.actor)) throw new Forbidden("sample.remove");
  const removal = await inTransaction(ctx, async (tx): Promise<Removal> => {
    await lockSite(tx);
    const inSample = { topic: { origin } };
    const replies = await tx.db.reply.count({ where: { ...inSample, NOT: { origin }, deletedAt: null } });
    if (replies > 0 && !evenReplies) return { ok: false, reason: "has-replies", replies };

    await tellListeners(tx);
    await settleCounters(tx);
    await removeAttachments(tx, {
      OR: [{ topic: { origin } }, { reply: inSample }, { announcement: { origin } }],
    });
    await tx.db.topic.deleteMany({ where: { origin } });
    await tx.db.announcement.deleteMany({ where: { origin } });
    await tx.db.member.deleteMany({ where: { origin } });
    await writeSite(tx, { hasSample: false });
    return { ok: true };
  });
  forgetSite(ctx);
  return removal;
}

/** Named one by one: whoever hears of it afterwards finds no rows to look them up by. */
async function tellListeners(tx: Tx): Promise<void> {
  const topics = await tx.db.topic.findMany({ where: { origin }, select: { id: true } });
  const replies = await tx.db.reply.findMany({
    where: { topic: { origin } },
    select: { id: true, topicId: true },
  });
  const announcements = await tx.db.announcement.findMany({ where: { origin }, select: { id: true } });
  await appendEvents(tx, [
    ...topics.map(({ id }) => topicDeleted(id)),
    ...replies.map(({ id, topicId }) => replyDeleted(topicId, id)),
    ...announcements.map(({ id }) => announcementWithdrawn(id)),
  ]);
}

/** What real members and announcements count of what goes. */
async function settleCounters(tx: Tx): Promise<void> {
  const written = await tx.db.reply.groupBy({
    by: ["authorId"],
    where: { topic: { origin }, NOT: { origin }, deletedAt: null },
    _count: true,
  });
  for (const { authorId, _count } of written) {
    await tx.db.member.update({ where: { id: authorId }, data: { replyCount: { decrement: _count } } });
  }
  const linked = await tx.db.announcementTopic.groupBy({
    by: ["announcementId"],
    where: { topic: { origin }, announcement: { NOT: { origin } } },
    _count: true,
  });
  for (const { announcementId, _count } of linked) {
    await tx.db.announcement.update({
      where: { id: announcementId },
      data: { topicCount: { decrement: _count } },
    });
  }
}
