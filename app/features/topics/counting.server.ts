import type { Tx } from "~/features/members/context";
import { countInBranches } from "./replying.server";
import type { TakenReply, TakenTopic } from "./taking.server";

/**
 * Counts a reply into everything that counts it, or out of it, after its row says so: the branches above, its author, its
 * topic. Held and deleted replies count nowhere.
 */
export async function countReply(tx: Tx, topic: TakenTopic, reply: TakenReply, by: 1 | -1): Promise<void> {
  await countInBranches(tx, { topicId: topic.id, path: reply.path, by });
  await tx.db.member.update({ where: { id: reply.authorId }, data: { replyCount: { increment: by } } });
  const latest = await tx.db.reply.findFirst({
    where: { topicId: topic.id, deletedAt: null, heldAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { createdAt: true },
  });
  await tx.db.topic.update({
    where: { id: topic.id },
    data: { replyCount: { increment: by }, lastActivityAt: latest?.createdAt ?? topic.createdAt },
  });
}

/** Counts the official replies of a topic anew, held ones included: their seals stand wherever they were shown. */
export async function countOfficial(tx: Tx, topicId: number): Promise<void> {
  const standing = { topicId, isOfficial: true, deletedAt: null };
  const latest = await tx.db.reply.findFirst({
    where: standing,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  const officialCount = await tx.db.reply.count({ where: standing });
  await tx.db.topic.update({
    where: { id: topicId },
    data: { officialCount, lastOfficialId: latest?.id ?? null },
  });
}
