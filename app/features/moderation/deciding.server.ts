import type { MemberContext, Tx } from "~/features/members/context";
import { releaseReply, releaseTopic } from "~/features/topics/holding.server";
import { mayRestoreTopic } from "~/features/topics/policy";
import { putBackReply, putBackTopic } from "~/features/topics/removing.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { freeFor } from "./claiming.server";
import type { AppealDecisionInput, DecisionInput, RemovalInput } from "./input";
import { mayDecideAppeal, mayDecideOn, mayModerate } from "./policy";
import type { PostAddress } from "./post";
import { recordDecision } from "./recording.server";
import { type TakenPost, takePost } from "./taking-post.server";
import { takeAway } from "./taking-away.server";

export type DecisionRefusal =
  "own-post" | "own-decision" | "decided-already" | "claimed-already" | "changed-meanwhile" | "post-gone";
type Decided = Outcome<{ decisionId: number }, DecisionRefusal>;

/**
 * Decides what waits of a post: it appears or stays ("keep"), or is taken away. `version` is that of the text the moderator
 * read. Of two who decide at once one does; the other is told what was decided, and changes nothing.
 */
export async function decideReview(
  ctx: MemberContext,
  { id, act, reason, note, version }: DecisionInput & { id: number },
): Promise<Decided> {
  if (!mayModerate(ctx.actor)) throw new Forbidden("moderation.decide");
  return inTransaction(ctx, async (tx) => {
    const item = await tx.db.reviewItem.findUnique({ where: { id } });
    if (!item || item.kind === "appeal") throw new NotFound("review");
    const post = await takePost(tx, { topic: { id: item.topicId }, replyId: item.replyId });
    if (!mayDecideOn(tx.actor, post)) return refused("own-post");
    const unfree = await whyNotFree(tx, id);
    if (unfree) return refused(unfree);
    if (post.deletedAt || post.topic.deletedAt) return refused("post-gone");
    if (post.version !== version) return refused("changed-meanwhile");
    const kind = item.kind === "held" ? "held" : "flagged";
    if (act === "remove") {
      if (reason === "") throw new Error("A removal needs a reason");
      return done({ decisionId: await takeAway(tx, post, { kind, reason, note }) });
    }
    await release(tx, post);
    const kept = kind === "held" ? "approved" : "kept";
    return done({ decisionId: await recordDecision(tx, post, { kind, act: kept, note }) });
  });
}

/** Takes a post away that nothing waited of, as moderators do who come across one. */
export async function removePost(
  ctx: MemberContext,
  { number, replyId, reason, note }: PostAddress & RemovalInput,
): Promise<Outcome<{ post: TakenPost }, "own-post" | "decided-already">> {
  if (!mayModerate(ctx.actor)) throw new Forbidden("moderation.remove");
  return inTransaction(ctx, async (tx) => {
    const post = await takePost(tx, { topic: { number }, replyId });
    if (!mayDecideOn(tx.actor, post)) return refused("own-post");
    if (post.deletedAt || post.topic.deletedAt) return refused("decided-already");
    await takeAway(tx, post, { kind: "direct", reason, note });
    return done({ post });
  });
}

/** Puts a topic back that somebody took away. Never one's own. */
export async function restorePost(
  ctx: MemberContext,
  { number }: { number: number },
): Promise<Outcome<Record<never, never>, "own-post">> {
  if (!mayModerate(ctx.actor)) throw new Forbidden("topic.restore");
  return inTransaction(ctx, async (tx) => {
    const post = await takePost(tx, { topic: { number } });
    if (!post.deletedAt) return done({});
    if (!mayRestoreTopic(tx.actor, post.topic)) throw new Forbidden("topic.restore");
    const { deletedById } = await tx.db.topic.findUniqueOrThrow({
      where: { id: post.topicId },
      select: { deletedById: true },
    });
    // What moderators took back themselves was nobody's decision.
    if (deletedById === tx.actor.id && post.authorId === tx.actor.id) {
      await putBackTopic(tx, post.topic);
      return done({});
    }
    if (!mayDecideOn(tx.actor, post)) return refused("own-post");
    await putBack(tx, post);
    await recordDecision(tx, post, { kind: "direct", act: "restored" });
    return done({});
  });
}

/** Decides an appeal: the post comes back, or the removal stands, with an answer to the author. */
export async function decideAppeal(
  ctx: MemberContext,
  { id, act, note }: AppealDecisionInput & { id: number },
): Promise<Decided> {
  if (!mayModerate(ctx.actor)) throw new Forbidden("moderation.decide");
  return inTransaction(ctx, async (tx) => {
    const item = await tx.db.reviewItem.findUnique({
      where: { id },
      include: { appeal: { include: { decision: true } } },
    });
    if (!item?.appeal) throw new NotFound("review");
    const { appeal } = item;
    const post = await takePost(tx, { topic: { id: item.topicId }, replyId: item.replyId });
    if (!mayDecideOn(tx.actor, post)) return refused("own-post");
    const { decidedById } = appeal.decision;
    if (!mayDecideAppeal(tx.actor, { authorId: post.authorId, decidedById })) return refused("own-decision");
    const unfree = await whyNotFree(tx, id);
    if (unfree) return refused(unfree);
    const isUpheld = act === "uphold";
    if (isUpheld) {
      await putBack(tx, post);
      // Whoever reported it was not right after all.
      const refuted = { decisionId: appeal.decisionId, state: "upheld" };
      await tx.db.flag.updateMany({ where: refuted, data: { state: "refused" } });
    }
    const now = tx.clock.now();
    const { reason } = appeal.decision;
    const said = { kind: "appeal", act: isUpheld ? "restored" : "confirmed", reason, note } as const;
    await tx.db.appeal.update({
      where: { id: appeal.id },
      data: {
        ...{ state: isUpheld ? "upheld" : "refused", answer: note },
        ...{ decidedById: tx.actor.id, decidedAt: now },
      },
    });
    const decided = { state: "decided", openKey: null, decidedAt: now };
    await tx.db.reviewItem.update({ where: { id }, data: decided });
    const decisionId = await recordDecision(tx, post, said);
    await tx.db.reviewItem.update({ where: { id }, data: { decisionId } });
    return done({ decisionId });
  });
}

/** Read while the post's topic is held: nobody decides or claims with more right before this transaction ends. */
async function whyNotFree(
  tx: Tx<MemberContext>,
  id: number,
): Promise<"decided-already" | "claimed-already" | null> {
  const { count } = await tx.db.reviewItem.updateMany({
    where: { id, state: "open", ...freeFor(tx.actor.id, tx.clock.now()) },
    data: { claimedById: tx.actor.id, claimedAt: tx.clock.now() },
  });
  if (count === 1) return null;
  const { state } = await tx.db.reviewItem.findUniqueOrThrow({ where: { id }, select: { state: true } });
  return state === "open" ? "claimed-already" : "decided-already";
}

async function release(tx: Tx, { topic, reply }: TakenPost): Promise<void> {
  if (reply) await releaseReply(tx, topic, reply);
  else await releaseTopic(tx, topic);
}

/** Back for everybody, also what had been held before it was taken away. */
async function putBack(tx: Tx, post: TakenPost): Promise<void> {
  await release(tx, post);
  if (!post.deletedAt) return;
  if (post.reply) await putBackReply(tx, post.topic, { ...post.reply, heldAt: null });
  else await putBackTopic(tx, { ...post.topic, heldAt: null });
}
