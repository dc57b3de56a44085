import type { Tx } from "~/features/members/context";
import { sealReply } from "~/features/official/sealing.server";
import type { TopicFromImport } from "~/features/topics/importing.server";
import type { PreparedTopic } from "./preparing.server";

/** Seals the replies that were the team's answer, and answers how many. Their topics count them already. */
export async function sealLetters(
  tx: Tx,
  prepared: readonly PreparedTopic[],
  made: readonly TopicFromImport[],
): Promise<number> {
  let sealed = 0;
  for (const [index, { topic, letter, from }] of prepared.entries()) {
    if (letter === null) continue;
    const { id, replyIds } = made[index]!;
    const reply = topic.replies[letter]!;
    const replyId = replyIds[letter]!;
    const author = await tx.db.member.findUniqueOrThrow({
      where: { id: reply.authorId },
      select: { id: true, displayName: true, title: true },
    });
    await sealReply(tx, {
      replyId,
      topicId: id,
      type:
        topic.status === "declined" || topic.status === "closed"
          ? "declined"
          : from.ending === "merged"
            ? "fixed-in"
            : "answer",
      statusSet: topic.status,
      author,
      body: reply.text.body,
      postedAt: reply.createdAt,
    });
    await tx.db.topic.update({
      where: { id },
      data: { firstOfficialAt: reply.createdAt, lastOfficialId: replyId },
    });
    sealed++;
  }
  return sealed;
}
