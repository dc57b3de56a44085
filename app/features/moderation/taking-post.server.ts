import type { Tx } from "~/features/members/context";
import { type TakenReply, takeReply, type TakenTopic, takeTopic } from "~/features/topics/taking.server";
import type { PostIds } from "./post";

/** A post as a transaction that decides about it needs it: the topic's row is held to its end. */
export interface TakenPost extends PostIds {
  topic: TakenTopic;
  reply: TakenReply | null;
  authorId: number;
  heldAt: Date | null;
  deletedAt: Date | null;
  version: number;
  isOfficial: boolean;
}

/** Throws NotFound alike for what is missing and what the actor may not read. */
export async function takePost(
  tx: Tx,
  which: { topic: { number: number } | { id: number }; replyId?: number | null },
): Promise<TakenPost> {
  const topic = await takeTopic(tx, which.topic);
  const reply = which.replyId ? await takeReply(tx, topic, which.replyId) : null;
  const { authorId, heldAt, deletedAt, version } = reply ?? topic;
  return {
    ...{ topic, reply, authorId, heldAt, deletedAt, version },
    topicId: topic.id,
    replyId: reply?.id ?? null,
    isOfficial: reply?.isOfficial ?? false,
  };
}
