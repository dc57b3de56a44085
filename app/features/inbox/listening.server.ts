import { systemContext } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import type { Delivery, Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { refreshObligations } from "./refreshing.server";

/** Every event after which somebody may be owed something, or no longer. `wiring/subscriptions` hands each to the inbox. */
export const obligationEvents = [
  "topic.opened",
  "topic.imported",
  "topic.deleted",
  "topic.restored",
  "topic.unlisted",
  "topic.held",
  "topic.released",
  "topic.moved",
  "topic.status-changed",
  "topic.solved",
  "topic.unsolved",
  "reply.posted",
  "reply.deleted",
  "reply.restored",
  "reply.held",
  "reply.released",
  "official.posted",
  "known-issue.declared",
  "known-issue.edited",
  "known-issue.updated",
  "known-issue.fixed",
  "known-issue.fix-doubted",
  "suggestion.merged",
  "suggestion.unmerged",
  // What is published may keep what was promised.
  "announcement.published",
  "announcement.linked",
] as const;

/** Keeps the inbox at what the topics say. The same event twice changes nothing. */
export const obligationListener: Listener<Platform> = {
  name: "inbox",
  batchSize: 100,
  async handle(platform, deliveries) {
    await refreshObligations(systemContext(platform), await topicsOf(platform, deliveries));
    for (const { type, payload } of deliveries) {
      if (type === "official.posted" && typeof payload.replyId === "number")
        await endClaim(platform, payload.replyId);
    }
  },
};

/** Ids of the topics that events speak of. */
export async function topicsOf(platform: Platform, events: readonly Heard[]): Promise<number[]> {
  const ids = events.flatMap(({ payload }) => [payload.topicId, payload.intoId]);
  ids.push(...(await topicsOfAnnouncements(platform, events)));
  return ids.filter((id) => typeof id === "number");
}

type Heard = Pick<Delivery, "payload">;

/** Whoever answered is done answering; the claim of somebody else stands. */
async function endClaim(platform: Platform, replyId: number): Promise<void> {
  await inTransaction(platform, async ({ db }) => {
    const reply = await db.reply.findUnique({ where: { id: replyId } });
    if (!reply) return;
    const { topicId, authorId: memberId, createdAt } = reply;
    // Claimed again since: that is for the next answer.
    await db.topicClaim.deleteMany({ where: { topicId, memberId, claimedAt: { lte: createdAt } } });
  });
}

async function topicsOfAnnouncements({ db }: Platform, events: readonly Heard[]): Promise<number[]> {
  const ids = events.flatMap(({ payload: { announcementId } }) =>
    typeof announcementId === "number" ? [announcementId] : [],
  );
  if (ids.length === 0) return [];
  const linked = await db.announcementTopic.findMany({
    where: { announcementId: { in: ids } },
    select: { topicId: true },
  });
  return linked.map(({ topicId }) => topicId);
}
