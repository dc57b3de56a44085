import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { sendAccountMail } from "~/features/mailing/account-mails.server";
import type { Context, MemberContext } from "~/features/members/context";
import { inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { done, type Outcome } from "~/platform/outcome";
import { cleanLine } from "~/platform/text/clean-text";
import type { FormError } from "~/platform/http/form-errors";
import { makeChallenge, takeChallenge } from "./challenges.server";
import { findClosing, offerReturn } from "./closing-account.server";
import {
  askForKey,
  challengeIn,
  keepKey,
  longestPasskeyName,
  passkeyAnswerWithinMs,
  readJson,
  rpOf,
  verifyNewKey,
} from "./passkey-ceremony.server";
import { addedFactor, endWithLastFactor } from "./second-factors.server";
import { refusalOfSuspended } from "./refused-suspended.server";
import { openSession, revokeAllSessions, type Visit } from "./sessions.server";
import { holdMember, keepingAWayIn, requireWayIn } from "./ways-in.server";

export const mostPasskeys = 20;

/** What the browser hands to the authenticator to sign in. Names nobody: the authenticator knows whose keys it has. */
export async function askForPasskey(ctx: Context) {
  const options = await generateAuthenticationOptions({ rpID: rpOf(ctx), userVerification: "required" });
  await makeChallenge(ctx, {
    purpose: "passkey-sign-in",
    token: options.challenge,
    validForMs: passkeyAnswerWithinMs,
  });
  return options;
}

/** What the browser hands to the authenticator to make one more key for the own account. */
export async function askForNewPasskey(ctx: MemberContext) {
  const memberId = ctx.actor.id;
  const known = await ctx.db.passkey.findMany({ where: { memberId }, select: { id: true } });
  return askForKey(ctx, {
    purpose: "passkey-add",
    memberId,
    userId: new TextEncoder().encode(`member-${memberId}`),
    userName: ctx.actor.name,
    displayName: ctx.actor.displayName,
    known,
  });
}

/**
 * Adds the key the authenticator made. The first second factor of an account brings recovery codes and signs every
 * other device out. Null when the answer is not to a question of ours.
 */
export async function addPasskey(
  ctx: MemberContext,
  { credential, name }: { credential: string; name: string },
  visit: Visit,
): Promise<{ codes: string[] | null; cookie: string } | null> {
  const memberId = ctx.actor.id;
  const made = await verifyNewKey(ctx, credential, { purpose: "passkey-add", memberId });
  if (!made) return null;
  try {
    const codes = await inTransaction(ctx, async (tx) => {
      await holdMember(tx, memberId);
      // Held, so that keys added at once are counted one after the other.
      if ((await tx.db.passkey.count({ where: { memberId } })) >= mostPasskeys) throw new TooMany();
      await keepKey(tx, memberId, made, name);
      await sendAccountMail(tx, { type: "passkey-added", memberId });
      const { secondFactorAt } = await tx.db.member.findUniqueOrThrow({ where: { id: memberId } });
      if (!secondFactorAt) return addedFactor(tx, memberId);
      await revokeAllSessions(tx, memberId);
      return null;
    });
    return { codes, cookie: await openSession(ctx, memberId, { ...visit, replaces: null }) };
  } catch (error) {
    if (error instanceof TooMany || isUniqueViolation(error)) return null;
    throw error;
  }
}

export async function renamePasskey(ctx: MemberContext, id: string, typed: string): Promise<void> {
  const name = cleanLine(typed).slice(0, longestPasskeyName);
  const { count } = await ctx.db.passkey.updateMany({
    where: { id, memberId: ctx.actor.id },
    data: name ? { name } : {},
  });
  if (count === 0) throw new NotFound("passkey");
}

/**
 * Takes a key away; every other device is signed out, because one of them may have come in by it. The last way into an
 * account stays.
 */
export async function removePasskey(
  ctx: MemberContext,
  id: string,
  visit: Visit,
): Promise<Outcome<{ cookie: string }, "last-way-in">> {
  const memberId = ctx.actor.id;
  return keepingAWayIn(async () => {
    await inTransaction(ctx, async (tx) => {
      await holdMember(tx, memberId);
      const { count } = await tx.db.passkey.deleteMany({ where: { id, memberId } });
      if (count === 0) throw new NotFound("passkey");
      await requireWayIn(tx, memberId);
      await endWithLastFactor(tx, memberId);
      await revokeAllSessions(tx, memberId);
      await sendAccountMail(tx, { type: "passkey-removed", memberId });
    });
    return done({ cookie: await openSession(ctx, memberId, { ...visit, replaces: null }) });
  });
}

/** Signs in whoever holds the key, or proves that it is still them. It needs no second step: it is two in one. */
export async function signInByPasskey(
  ctx: Context,
  sent: string,
  visit: Visit,
): Promise<
  | { ok: true; cookie: string; memberId: number }
  | { ok: true; keep: string; memberId: number }
  | { ok: false; reason: "passkey-refused" | "suspended"; said?: FormError }
> {
  const response = readJson<AuthenticationResponseJSON>(sent);
  const challenge = response && challengeIn(response.response?.clientDataJSON);
  if (!response || !challenge || !(await takeChallenge(ctx, "passkey-sign-in", challenge)))
    return { ok: false, reason: "passkey-refused" };
  const passkey = await ctx.db.passkey.findUnique({
    where: { id: String(response.id) },
    include: { member: { select: { suspendedAt: true, deletedAt: true } } },
  });
  const isClosing = passkey?.member.deletedAt && (await findClosing(ctx, passkey.memberId)) !== null;
  if (!passkey || (passkey.member.deletedAt && !isClosing)) return { ok: false, reason: "passkey-refused" };
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: ctx.config.origin,
      expectedRPID: rpOf(ctx),
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    });
    if (!verified) return { ok: false, reason: "passkey-refused" };
    await ctx.db.passkey.update({
      where: { id: passkey.id },
      data: { counter: authenticationInfo.newCounter, lastUsedAt: ctx.clock.now() },
    });
  } catch (error) {
    ctx.log.debug({ error: (error as Error).name }, "a passkey was refused");
    return { ok: false, reason: "passkey-refused" };
  }
  const { memberId } = passkey;
  const said = passkey.member.suspendedAt ? await refusalOfSuspended(ctx, memberId) : null;
  if (said) return { ok: false, reason: "suspended", said };
  if (isClosing) return { ok: true, memberId, keep: await offerReturn(ctx, memberId) };
  return { ok: true, memberId, cookie: await openSession(ctx, memberId, visit) };
}

class TooMany extends Error {}
