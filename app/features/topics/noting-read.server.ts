import type { Context } from "~/features/members/context";
import { nextPosition } from "./read-position";
import type { Topic } from "./reading.server";

/**
 * Remembers that a member was shown these replies. One statement, and none when nothing was new; of two at once the
 * one that read further counts. Guests leave no trace. Never makes a page fail.
 */
export async function noteRead(ctx: Context, topic: Topic, shownIds: readonly number[]): Promise<void> {
  if (!ctx.actor || !topic.mine || topic.deletedAt) return;
  const memberId = ctx.actor.id;
  const next = nextPosition(topic.mine.reading, new Set(shownIds), ctx.clock.now());
  if (!next) return;
  const { lastReplyId, lastAt, sinceReplyId, sinceAt } = next;
  try {
    await ctx.db.$executeRaw`
      INSERT INTO "ReadPosition" ("memberId", "topicId", "lastReplyId", "lastAt", "sinceReplyId", "sinceAt")
      VALUES (${memberId}, ${topic.id}, ${lastReplyId}, ${lastAt}, ${sinceReplyId}, ${sinceAt})
      ON CONFLICT ("memberId", "topicId") DO UPDATE SET "lastReplyId" = excluded."lastReplyId",
        "lastAt" = excluded."lastAt", "sinceReplyId" = excluded."sinceReplyId", "sinceAt" = excluded."sinceAt"
      WHERE excluded."lastReplyId" > "ReadPosition"."lastReplyId"`;
  } catch (error) {
    ctx.log.warn({ memberId, topicId: topic.id, error: (error as Error).name }, "reading not noted");
  }
}
