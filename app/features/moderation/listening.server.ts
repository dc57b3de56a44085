import { systemContext } from "~/features/members/context";
import { takeTopic } from "~/features/topics/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import type { PostIds } from "./post";
import { refreshReview } from "./review-items.server";

/** Every event after which a post may wait for moderators, or no longer. `wiring/subscriptions` hands each to the queue. */
export const reviewedEvents = [
  "topic.held",
  "topic.released",
  "topic.deleted",
  "topic.restored",
  "reply.held",
  "reply.released",
  "reply.deleted",
  "reply.restored",
] as const;

/** Keeps the queue at what the posts say. The same event twice changes nothing. */
export const reviewListener: Listener<Platform> = {
  name: "moderation",
  batchSize: 50,
  async handle(platform, deliveries) {
    for (const { payload } of deliveries) {
      const { topicId, replyId } = payload;
      if (typeof topicId !== "number") continue;
      await refreshPost(platform, { topicId, replyId: typeof replyId === "number" ? replyId : null });
    }
  },
};

/** Answers how many items of the queue were otherwise. */
export async function refreshPost(platform: Platform, post: PostIds): Promise<number> {
  return inTransaction(systemContext(platform), async (tx) => {
    try {
      await takeTopic(tx, { id: post.topicId });
    } catch (error) {
      // Erased since: its items went with it.
      if (error instanceof NotFound) return 0;
      throw error;
    }
    return refreshReview(tx, post);
  });
}
