import type { Context, MemberContext } from "~/features/members/context";
import { Forbidden, ProofRequired } from "~/platform/errors";
import { QueueFull } from "./hashing-queue";
import { identityOf, requireMember, type RequestArgs } from "./identifying.server";
import { isKnownDevice } from "./known-devices.server";
import { digestOf } from "./limiting.server";
import { accountKey, beginAttempt, endAttempts } from "./locking.server";
import { tidyPassword } from "./password-rules";
import { proofLasts } from "./proof-lasts";
import { verifyPassword } from "./passwords.server";
import { type SecondStepRefusal, tryCode } from "./second-step.server";
import { openSession, type Visit } from "./sessions.server";

/**
 * Like `requireMember`, for acts that would give the account to whoever found a browser open: the person must have
 * shown within ten minutes that it is them. Throws ProofRequired, and what was sent goes on after it.
 */
export async function requireProof(args: RequestArgs): Promise<MemberContext> {
  const ctx = await requireMember(args);
  const { provenAt } = await identityOf(args);
  const age = ctx.clock.now().getTime() - (provenAt?.getTime() ?? 0);
  if (age > proofLasts.sensitive) throw new ProofRequired("proof-required", { ...(await waysToProve(ctx)) });
  return ctx;
}

/** Refused because rights of the team only rest: then the page says how they wake, and what was sent goes on. */
export async function reconsiderRefusal(error: Error, args: RequestArgs): Promise<Error> {
  if (!(error instanceof Forbidden)) return error;
  const { resting, ctx } = await identityOf(args);
  if (!ctx.actor || resting === null || resting === "second-factor-due") return error;
  if (resting === "second-factor-missing") return new ProofRequired(resting);
  return new ProofRequired("proof-required", { ...(await waysToProve(ctx as MemberContext)) });
}

export interface WaysToProve {
  hasPassword: boolean;
  hasSecondStep: boolean;
  /** What the sign-in provider is called, for somebody known there. */
  provider: string | null;
}

/** What the account asks for when somebody has to show that it is them. */
export async function waysToProve(ctx: MemberContext): Promise<WaysToProve> {
  const { oidc } = ctx.config;
  const { passwordHash, secondFactorAt, externalIdentities } = await ctx.db.member.findUniqueOrThrow({
    where: { id: ctx.actor.id },
    select: {
      passwordHash: true,
      secondFactorAt: true,
      externalIdentities: { where: { issuer: oidc?.issuer ?? "" }, select: { issuer: true } },
    },
  });
  return {
    hasPassword: passwordHash !== null,
    hasSecondStep: secondFactorAt !== null,
    provider: oidc && externalIdentities.length > 0 ? oidc.name : null,
  };
}

export type ProofRefusal = SecondStepRefusal | "proof-wrong" | "sign-in-busy";

/** Password and, where the account has one, the second step. Answers with a new session in place of the old one. */
export async function proveByPassword(
  ctx: MemberContext,
  { password, code }: { password: string; code: string },
  visit: Visit,
): Promise<{ ok: true; cookie: string } | { ok: false; reason: ProofRefusal; allowedAt?: Date | null }> {
  const memberId = ctx.actor.id;
  const { passwordHash, secondFactorAt } = await ctx.db.member.findUniqueOrThrow({ where: { id: memberId } });
  const key = await proofKey(ctx, memberId, visit);
  const attempt = await beginAttempt(ctx, key);
  if (!attempt.isAllowed)
    return attempt.allowedAt
      ? { ok: false, reason: "sign-in-wait", allowedAt: attempt.allowedAt }
      : { ok: false, reason: "sign-in-locked" };
  try {
    if (!(await verifyPassword(passwordHash, tidyPassword(password), visit.network)))
      return { ok: false, reason: "proof-wrong" };
  } catch (error) {
    if (error instanceof QueueFull) return { ok: false, reason: "sign-in-busy" };
    throw error;
  }
  if (secondFactorAt) {
    const tried = await tryCode(ctx, memberId, code, visit.network);
    if (!tried.ok) return tried;
  }
  await endAttempts(ctx, key);
  return { ok: true, cookie: await openSession(ctx, memberId, visit) };
}

async function proofKey(ctx: Context, memberId: number, { deviceToken = "" }: Visit): Promise<string> {
  const isKnown = await isKnownDevice(ctx, memberId, deviceToken);
  return isKnown ? `${accountKey(memberId)}:${digestOf(deviceToken)}` : accountKey(memberId);
}
