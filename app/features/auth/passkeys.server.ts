import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { sendAccountMail } from "~/features/mailing/account-mails.server";
import type { Context, MemberContext } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { minutes } from "~/platform/clock/clock";
import { inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { cleanLine } from "~/platform/text/clean-text";
import type { FormError } from "~/platform/http/form-errors";
import { makeChallenge, takeChallenge } from "./challenges.server";
import { findClosing, offerReturn } from "./closing-account.server";
import { addedFactor, endWithLastFactor } from "./second-factors.server";
import { refusalOfSuspended } from "./refused-suspended.server";
import { openSession, revokeAllSessions, type Visit } from "./sessions.server";

const validForMs = minutes(5);
const longestName = 60;
export const mostPasskeys = 20;

/** What the browser hands to the authenticator to sign in. Names nobody: the authenticator knows whose keys it has. */
export async function askForPasskey(ctx: Context) {
  const options = await generateAuthenticationOptions({ rpID: rpOf(ctx), userVerification: "required" });
  await makeChallenge(ctx, { purpose: "passkey-sign-in", token: options.challenge, validForMs });
  return options;
}

/** What the browser hands to the authenticator to make one more key for the own account. */
export async function askForNewPasskey(ctx: MemberContext) {
  const memberId = ctx.actor.id;
  const { name: rpName } = await readSite(ctx);
  const known = await ctx.db.passkey.findMany({ where: { memberId }, select: { id: true } });
  const options = await generateRegistrationOptions({
    rpName,
    rpID: rpOf(ctx),
    userID: new TextEncoder().encode(`member-${memberId}`),
    userName: ctx.actor.name,
    userDisplayName: ctx.actor.displayName,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await makeChallenge(ctx, { purpose: "passkey-add", memberId, token: options.challenge, validForMs });
  return options;
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
  const made = await verifyNew(ctx, credential);
  if (!made) return null;
  const shown = cleanLine(name).slice(0, longestName);
  try {
    const codes = await inTransaction(ctx, async (tx) => {
      const now = tx.clock.now();
      await tx.db.passkey.create({
        data: {
          id: made.id,
          memberId,
          publicKey: made.publicKey,
          counter: made.counter,
          transports: (made.transports ?? []).join(" "),
          name: shown || "Passkey",
          createdAt: now,
        },
      });
      await sendAccountMail(tx, { type: "passkey-added", memberId });
      const { secondFactorAt } = await tx.db.member.findUniqueOrThrow({ where: { id: memberId } });
      if (!secondFactorAt) return addedFactor(tx, memberId);
      await revokeAllSessions(tx, memberId);
      return null;
    });
    return { codes, cookie: await openSession(ctx, memberId, { ...visit, replaces: null }) };
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

export async function renamePasskey(ctx: MemberContext, id: string, typed: string): Promise<void> {
  const name = cleanLine(typed).slice(0, longestName);
  const { count } = await ctx.db.passkey.updateMany({
    where: { id, memberId: ctx.actor.id },
    data: name ? { name } : {},
  });
  if (count === 0) throw new NotFound("passkey");
}

/** Takes a key away; every other device is signed out, because one of them may have come in by it. */
export async function removePasskey(ctx: MemberContext, id: string, visit: Visit): Promise<string> {
  const memberId = ctx.actor.id;
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.passkey.deleteMany({ where: { id, memberId } });
    if (count === 0) throw new NotFound("passkey");
    await endWithLastFactor(tx, memberId);
    await revokeAllSessions(tx, memberId);
    await sendAccountMail(tx, { type: "passkey-removed", memberId });
  });
  return openSession(ctx, memberId, { ...visit, replaces: null });
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

async function verifyNew(ctx: MemberContext, sent: string) {
  const response = readJson<RegistrationResponseJSON>(sent);
  const challenge = response && challengeIn(response.response?.clientDataJSON);
  const asked = response && challenge ? await takeChallenge(ctx, "passkey-add", challenge) : null;
  if (!response || !challenge || asked?.memberId !== ctx.actor.id) return null;
  const held = await ctx.db.passkey.count({ where: { memberId: ctx.actor.id } });
  if (held >= mostPasskeys) return null;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: ctx.config.origin,
      expectedRPID: rpOf(ctx),
      requireUserVerification: true,
    });
    return registrationInfo?.credential ?? null;
  } catch (error) {
    ctx.log.debug({ error: (error as Error).name }, "a new passkey was refused");
    return null;
  }
}

/** Keys are bound to the site's host, whatever host a request claims. */
function rpOf({ config }: Pick<Context, "config">): string {
  return new URL(config.origin).hostname;
}

/** The question the browser says it answers; it counts for nothing unless it is one of ours that still waits. */
function challengeIn(clientData: unknown): string | null {
  const read =
    typeof clientData === "string"
      ? readJson<{ challenge?: unknown }>(Buffer.from(clientData, "base64url").toString("utf8"))
      : null;
  return typeof read?.challenge === "string" ? read.challenge.slice(0, 200) : null;
}

function readJson<Value>(text: string): Value | null {
  try {
    const value: unknown = JSON.parse(text.slice(0, 20_000));
    return typeof value === "object" && value !== null ? (value as Value) : null;
  } catch {
    return null;
  }
}
