import type { MemberContext } from "~/features/members/context";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { reviewClaimLasts } from "./claim";
import { mayModerate } from "./policy";

/** An item nobody else claims at this moment, as a condition both databases decide while they hold the row. */
export function freeFor(memberId: number, now: Date) {
  const ended = new Date(now.getTime() - reviewClaimLasts);
  return { OR: [{ claimedById: null }, { claimedById: memberId }, { claimedAt: { lte: ended } }] };
}

/** "I look at this": of any number who say so at once one has it for fifteen minutes. Again, it begins anew. */
export async function claimReview(
  ctx: MemberContext,
  { id }: { id: number },
): Promise<Outcome<Record<never, never>, "claimed-already" | "decided-already">> {
  if (!mayModerate(ctx.actor)) throw new Forbidden("moderation.claim");
  const now = ctx.clock.now();
  const { count } = await ctx.db.reviewItem.updateMany({
    where: { id, state: "open", ...freeFor(ctx.actor.id, now) },
    data: { claimedById: ctx.actor.id, claimedAt: now },
  });
  if (count === 1) return done({});
  const item = await ctx.db.reviewItem.findUnique({ where: { id }, select: { state: true } });
  if (!item) throw new NotFound("review");
  return refused(item.state === "open" ? "claimed-already" : "decided-already");
}

/** Gives it back; nothing happens to somebody else's claim. */
export async function releaseReview(ctx: MemberContext, { id }: { id: number }): Promise<void> {
  if (!mayModerate(ctx.actor)) throw new Forbidden("moderation.claim");
  await ctx.db.reviewItem.updateMany({
    where: { id, state: "open", claimedById: ctx.actor.id },
    data: { claimedById: null, claimedAt: null },
  });
}
