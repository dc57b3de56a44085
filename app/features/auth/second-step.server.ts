import type { Context } from "~/features/members/context";
import { minutes } from "~/platform/clock/clock";
import { findChallenge, makeChallenge, takeChallenge } from "./challenges.server";
import { findClosing, offerReturn } from "./closing-account.server";
import { countAction } from "./limiting.server";
import { accountKey, beginAttempt, endAttempts, freeTries } from "./locking.server";
import { takeRecoveryCode } from "./recovery-codes.server";
import { takeAppCode } from "./second-factors.server";
import { openSession, type Visit } from "./sessions.server";

const validForMs = minutes(10);

export type SecondStepRefusal = "second-step-over" | "second-step-wrong" | "sign-in-wait" | "sign-in-locked";

/**
 * What the browser holds between the password and the code. No session exists until both were right, so no other
 * address of the site can be used to go around the second.
 */
export async function beginSecondStep(ctx: Context, memberId: number): Promise<string> {
  return makeChallenge(ctx, { purpose: "second-step", memberId, validForMs });
}

export async function finishSecondStep(
  ctx: Context,
  { step, code }: { step: string; code: string },
  visit: Visit,
): Promise<
  | { ok: true; cookie: string }
  | { ok: true; keep: string }
  | { ok: false; reason: SecondStepRefusal; allowedAt?: Date | null }
> {
  const waiting = await findChallenge(ctx, "second-step", step);
  if (typeof waiting?.memberId !== "number") return { ok: false, reason: "second-step-over" };
  const tried = await tryCode(ctx, waiting.memberId, code, visit.network);
  if (!tried.ok) return tried;
  // Suspended since the password was given: a session would wake when that ends.
  const isAway = await ctx.db.member.count({
    where: { id: waiting.memberId, OR: [{ suspendedAt: { not: null } }, { deletedAt: { not: null } }] },
  });
  if (isAway > 0) return { ok: false, reason: "second-step-over" };
  if (!(await takeChallenge(ctx, "second-step", step))) return { ok: false, reason: "second-step-over" };
  const { memberId } = waiting;
  if (await findClosing(ctx, memberId)) return { ok: true, keep: await offerReturn(ctx, memberId) };
  return { ok: true, cookie: await openSession(ctx, memberId, visit) };
}

/** One try at a code of the app or a recovery code; five are free, then the wait grows. */
export async function tryCode(
  ctx: Context,
  memberId: number,
  typed: string,
  network: string,
): Promise<{ ok: true } | { ok: false; reason: SecondStepRefusal; allowedAt?: Date | null }> {
  const { allowedAt } = await countAction(ctx, "secondStep", { memberId: null, network });
  if (allowedAt) return { ok: false, reason: "sign-in-wait", allowedAt };
  const key = `${accountKey(memberId)}:second-step`;
  const attempt = await beginAttempt(ctx, key, freeTries.secondStep);
  if (!attempt.isAllowed)
    return attempt.allowedAt
      ? { ok: false, reason: "sign-in-wait", allowedAt: attempt.allowedAt }
      : { ok: false, reason: "sign-in-locked" };
  const isRight = (await takeAppCode(ctx, memberId, typed)) || (await takeRecoveryCode(ctx, memberId, typed));
  if (!isRight) return { ok: false, reason: "second-step-wrong" };
  await endAttempts(ctx, key);
  return { ok: true };
}
