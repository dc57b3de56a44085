import type { Tx } from "~/features/members/context";
import { heldForSuspension } from "~/features/topics/held-for-suspension";
import { type FlagState, gravest } from "./flag";
import { heldForFlags, type PostIds, reviewKey, targetOf } from "./post";

/** What the queue has to know of a post, whoever asks. */
interface PostFacts {
  authorId: number;
  heldAt: Date | null;
  heldFor: string | null;
  deletedAt: Date | null;
}

/**
 * Makes the queue say of a post what its row and its flags say, and answers how many items were otherwise. The post's topic
 * must be held by the transaction. Done again it changes nothing.
 */
export async function refreshReview(tx: Tx, post: PostIds): Promise<number> {
  const facts = await factsOf(tx, post);
  if (!facts) return 0;
  const flags = await tx.db.flag.findMany({
    where: { target: targetOf(post), state: "open" satisfies FlagState },
    select: { reason: true, weight: true },
  });
  const { authorId, heldAt, heldFor } = facts;
  const isThere = !facts.deletedAt;
  const isHidden = isThere && heldAt !== null && heldFor === heldForFlags;
  const score = flags.reduce((sum, { weight }) => sum + weight, 0);
  const reason = gravest(flags.map((flag) => flag.reason));
  return (
    (await setItem(tx, post, "held", {
      isWanted: isThere && heldAt !== null && !isHidden && heldFor !== heldForSuspension,
      data: { authorId, reason: heldFor ?? "" },
    })) +
    (await setItem(tx, post, "flagged", {
      isWanted: isThere && (flags.length > 0 || isHidden),
      data: { authorId, score, flagCount: flags.length, ...(flags.length > 0 && { reason }) },
    }))
  );
}

interface Wanted {
  isWanted: boolean;
  data: { authorId: number; reason?: string; score?: number; flagCount?: number };
}

/** Opens, corrects or closes the one item of this kind. Who claims it keeps their claim. */
async function setItem(
  tx: Tx,
  post: PostIds,
  kind: "held" | "flagged",
  { isWanted, data }: Wanted,
): Promise<number> {
  const openKey = reviewKey(kind, post);
  const item = await tx.db.reviewItem.findUnique({ where: { openKey } });
  const now = tx.clock.now();
  if (!item) {
    if (!isWanted) return 0;
    const { topicId, replyId } = post;
    await tx.db.reviewItem.create({ data: { kind, openKey, topicId, replyId, openedAt: now, ...data } });
    return 1;
  }
  if (!isWanted) {
    await tx.db.reviewItem.update({
      where: { id: item.id },
      data: { state: "decided", openKey: null, decidedAt: now },
    });
    return 1;
  }
  const isSame = Object.entries(data).every(([name, value]) => item[name as keyof typeof data] === value);
  if (isSame) return 0;
  await tx.db.reviewItem.update({ where: { id: item.id }, data });
  return 1;
}

async function factsOf(tx: Tx, { topicId, replyId }: PostIds): Promise<PostFacts | null> {
  const select = { authorId: true, heldAt: true, heldFor: true, deletedAt: true };
  return replyId === null
    ? tx.db.topic.findUnique({ where: { id: topicId }, select })
    : tx.db.reply.findUnique({ where: { id: replyId }, select });
}
