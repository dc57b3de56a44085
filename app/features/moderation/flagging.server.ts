import type { MemberContext, Tx } from "~/features/members/context";
import { isModerator, isRole } from "~/features/members/role";
import { getStanding } from "~/features/members/standing.server";
import { holdReply, holdTopic } from "~/features/topics/holding.server";
import { takeTopic } from "~/features/topics/taking.server";
import { days } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { postHidden } from "./events";
import type { FlagReason } from "./flag";
import { heldForFlags, type PostAddress, reviewKey, targetOf } from "./post";
import { refreshReview } from "./review-items.server";
import { readModerationRules } from "./rules.server";
import { type TakenPost, takePost } from "./taking-post.server";
import { type FlagRecord, hidesAtOnce, weightOf } from "./weight";

/** What became of flags longer ago says little of a member today. */
const recordLastsMs = days(180);

export interface FlagPostInput extends PostAddress {
  reason: FlagReason;
  note: string;
}

export type FlagRefusal = "own-post" | "flag-decided";

/**
 * Says that a post breaks the rules. Each member says it once of a post: again, it changes the reason and the note. A post
 * whose flags weigh enough is hidden in the same transaction, until a moderator looked. Throws NotFound for what is gone.
 */
export async function flagPost(
  ctx: MemberContext,
  { number, replyId, reason, note }: FlagPostInput,
): Promise<Outcome<{ isHidden: boolean }, FlagRefusal>> {
  const [standing, record, { hideAt }] = await Promise.all([
    getStanding(ctx, ctx.actor.id),
    readRecord(ctx),
    readModerationRules(ctx),
  ]);
  const weight = weightOf({ standing, isModerator: isModerator(ctx.actor) }, record);
  return inTransaction(ctx, async (tx) => {
    const post = await takePost(tx, { topic: { number }, replyId });
    if (post.topic.deletedAt || post.deletedAt) throw new NotFound(post.reply ? "reply" : "topic");
    if (post.authorId === tx.actor.id) return refused("own-post");
    const flag = { memberId: tx.actor.id, target: targetOf(post) };
    const standingFlag = await tx.db.flag.findUnique({ where: { memberId_target: flag } });
    if (standingFlag && ["upheld", "refused"].includes(standingFlag.state)) return refused("flag-decided");
    const said = { reason, note, weight, state: "open" };
    await tx.db.flag.upsert({
      where: { memberId_target: flag },
      create: { ...flag, ...said, topicId: post.topicId, replyId: post.replyId, createdAt: tx.clock.now() },
      update: said,
    });
    await refreshReview(tx, post);
    const score = await scoreOf(tx, post);
    const isHidden =
      (score >= hideAt || hidesAtOnce(reason, record)) && !post.heldAt && (await mayBeHidden(tx, post));
    if (isHidden) await hide(tx, post);
    return done({ isHidden });
  });
}

/** Takes it back, as long as nobody decided. What it hid stays hidden until a moderator looked. */
export async function withdrawFlag(ctx: MemberContext, { id }: { id: number }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const flag = await tx.db.flag.findFirst({ where: { id, memberId: tx.actor.id } });
    if (!flag) throw new NotFound("flag");
    // The post may be hidden from whoever reported it; its row must be held all the same.
    await takeTopic({ ...tx, actor: null }, { id: flag.topicId });
    const { count } = await tx.db.flag.updateMany({
      where: { id, state: "open" },
      data: { state: "withdrawn" },
    });
    if (count === 0) return;
    await refreshReview(tx, flag);
  });
}

async function readRecord({ rows, actor, clock }: MemberContext): Promise<FlagRecord> {
  const since = new Date(clock.now().getTime() - recordLastsMs);
  const found = await rows<{ state: string; count: unknown }>(
    `SELECT "state", COUNT(*) AS "count" FROM "Flag" WHERE "memberId" = ? AND "state" IN ('upheld', 'refused')
     AND "decidedAt" > ? GROUP BY "state"`,
    [actor.id, since],
  );
  const count = (state: string) => Number(found.find((row) => row.state === state)?.count ?? 0);
  return { upheld: count("upheld"), refused: count("refused") };
}

async function scoreOf(tx: Tx, post: TakenPost): Promise<number> {
  const item = await tx.db.reviewItem.findUnique({ where: { openKey: reviewKey("flagged", post) } });
  return item?.score ?? 0;
}

/**
 * The team's word is not taken down by numbers: official replies and what moderators wrote wait in the queue, visible. Nor
 * is what a moderator has looked at since it was last changed.
 */
async function mayBeHidden(tx: Tx, { topicId, replyId, authorId, isOfficial }: TakenPost): Promise<boolean> {
  if (isOfficial) return false;
  const { role } = await tx.db.member.findUniqueOrThrow({ where: { id: authorId }, select: { role: true } });
  if (isModerator({ role: isRole(role) ? role : "member" })) return false;
  const select = { editedAt: true };
  const { editedAt } = replyId
    ? await tx.db.reply.findUniqueOrThrow({ where: { id: replyId }, select })
    : await tx.db.topic.findUniqueOrThrow({ where: { id: topicId }, select });
  const lookedAt = await tx.db.moderationDecision.findFirst({
    where: { topicId, replyId, act: { in: ["approved", "kept", "restored"] } },
    orderBy: { id: "desc" },
    select: { decidedAt: true },
  });
  return !lookedAt || (editedAt !== null && editedAt > lookedAt.decidedAt);
}

async function hide(tx: Tx<MemberContext>, post: TakenPost): Promise<void> {
  if (post.reply) await holdReply(tx, post.topic, post.reply, heldForFlags);
  else await holdTopic(tx, post.topic, heldForFlags);
  const { id } = await tx.db.reviewItem.findUniqueOrThrow({ where: { openKey: reviewKey("flagged", post) } });
  await appendEvent(tx, postHidden(id));
}
