import { readHandling } from "~/features/inbox/handling.server";
import { mayClaim } from "~/features/inbox/policy";
import type { MemberContext } from "~/features/members/context";
import { getTopic } from "~/features/topics/reading.server";
import { NotFound } from "~/platform/errors";

/** A topic as it stands beside the inbox; null for one that went away since the list was read. */
export async function findPreview(ctx: MemberContext, number: number) {
  try {
    const topic = await getTopic(ctx, number);
    const handling = mayClaim(ctx.actor) ? await readHandling(ctx, { topicId: topic.id }) : null;
    return { topic, handling };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
