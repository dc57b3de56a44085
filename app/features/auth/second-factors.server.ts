import { randomBytes } from "node:crypto";
import { decodeBase32IgnorePadding, encodeBase32UpperCaseNoPadding } from "@oslojs/encoding";
import { sendAccountMail } from "~/features/mailing/account-mails.server";
import type { MemberContext, Tx } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { inTransaction } from "~/platform/db/transaction.server";
import type { Platform } from "~/platform/platform";
import { replaceRecoveryCodes } from "./recovery-codes.server";
import { seal, unseal } from "./sealing.server";
import { openSession, revokeAllSessions, type Visit } from "./sessions.server";
import { matchingStep } from "./totp";

const secretBytes = 20;

export interface AuthenticatorSetup {
  /** For apps that cannot read the picture, in groups of four. */
  secret: string;
  /** What the picture says. */
  uri: string;
}

/** Begins with a new secret; nothing changes for the account until a code of it was typed. */
export async function beginAuthenticator(ctx: MemberContext): Promise<void> {
  const memberId = ctx.actor.id;
  const secret = seal(ctx, encodeBase32UpperCaseNoPadding(randomBytes(secretBytes)));
  await inTransaction(ctx, async (tx) => {
    await tx.db.authenticator.deleteMany({ where: { memberId, confirmedAt: null } });
    if ((await tx.db.authenticator.count({ where: { memberId } })) > 0) return;
    await tx.db.authenticator.create({ data: { memberId, secret, createdAt: tx.clock.now() } });
  });
}

/** The secret that waits for its first code; null when none does. */
export async function findSetup(ctx: MemberContext): Promise<AuthenticatorSetup | null> {
  const row = await ctx.db.authenticator.findUnique({ where: { memberId: ctx.actor.id } });
  if (!row || row.confirmedAt) return null;
  const secret = unseal(ctx, row.secret);
  const { name: siteName } = await readSite(ctx);
  const label = encodeURIComponent(`${siteName}:${ctx.actor.name}`);
  const issuer = encodeURIComponent(siteName);
  return {
    secret: secret.match(/.{1,4}/g)!.join(" "),
    uri: `otpauth://totp/${label}?secret=${secret}&issuer=${issuer}`,
  };
}

/**
 * The first code proves that the app has the secret. Every other device is signed out, this one goes on under a new
 * session. Null when the code is wrong. The recovery codes are new where there were none.
 */
export async function confirmAuthenticator(
  ctx: MemberContext,
  code: string,
  visit: Visit,
): Promise<{ codes: string[]; cookie: string } | null> {
  const memberId = ctx.actor.id;
  const codes = await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    // Written first, so that of two confirmations at once the second finds nothing to confirm.
    const { count } = await tx.db.authenticator.updateMany({
      where: { memberId, confirmedAt: null },
      data: { confirmedAt: now },
    });
    const row = count === 1 && (await tx.db.authenticator.findUnique({ where: { memberId } }));
    const step = row && matchingStep(secretOf(ctx, row.secret), code, now);
    if (!row || step === null || step === false) throw new WrongCode();
    await tx.db.authenticator.update({ where: { memberId }, data: { lastStep: step } });
    return addedFactor(tx, memberId);
  }).catch(nullForWrongCode);
  if (!codes) return null;
  return { codes, cookie: await openSession(ctx, memberId, { ...visit, replaces: null }) };
}

/** A new account that begins with a second factor: nobody is signed in yet, and nobody has to be told. */
export async function beginsWithFactor(tx: Tx, memberId: number): Promise<string[]> {
  await tx.db.member.update({ where: { id: memberId }, data: { secondFactorAt: tx.clock.now() } });
  return replaceRecoveryCodes(tx, memberId);
}

/** What adding any second factor brings with it, in the transaction that adds it: recovery codes, and all signed out. */
export async function addedFactor(tx: Tx, memberId: number): Promise<string[]> {
  await tx.db.member.update({ where: { id: memberId }, data: { secondFactorAt: tx.clock.now() } });
  await revokeAllSessions(tx, memberId);
  await sendAccountMail(tx, { type: "second-factor-on", memberId });
  return replaceRecoveryCodes(tx, memberId);
}

export async function removeAuthenticator(ctx: MemberContext, visit: Visit): Promise<string> {
  const memberId = ctx.actor.id;
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.authenticator.deleteMany({ where: { memberId } });
    if (count === 0) return;
    await endWithLastFactor(tx, memberId);
    await revokeAllSessions(tx, memberId);
    await sendAccountMail(tx, { type: "second-factor-off", memberId });
  });
  return openSession(ctx, memberId, { ...visit, replaces: null });
}

export async function renewRecoveryCodes(ctx: MemberContext): Promise<string[]> {
  return inTransaction(ctx, async (tx) => {
    const made = await replaceRecoveryCodes(tx, tx.actor.id);
    await sendAccountMail(tx, { type: "recovery-codes-made", memberId: tx.actor.id });
    return made;
  });
}

/** Everything that was put before or beside a password, gone; for accounts whose address nobody had confirmed. */
export async function removeOtherWaysIn(tx: Tx, memberId: number): Promise<void> {
  await tx.db.authenticator.deleteMany({ where: { memberId } });
  await tx.db.passkey.deleteMany({ where: { memberId } });
  await tx.db.externalIdentity.deleteMany({ where: { memberId } });
  await endWithLastFactor(tx, memberId);
}

/** The account is without a second step once neither an app nor a passkey is left. */
export async function endWithLastFactor(tx: Tx, memberId: number): Promise<void> {
  const left =
    (await tx.db.authenticator.count({ where: { memberId, confirmedAt: { not: null } } })) +
    (await tx.db.passkey.count({ where: { memberId } }));
  if (left > 0) return;
  await tx.db.recoveryCode.deleteMany({ where: { memberId } });
  await tx.db.member.update({ where: { id: memberId }, data: { secondFactorAt: null } });
}

/** True for a code of the member's app that was not taken before. A code seen over a shoulder is worth nothing after. */
export async function takeAppCode(
  ctx: Pick<Platform, "db" | "clock" | "config">,
  memberId: number,
  typed: string,
): Promise<boolean> {
  const row = await ctx.db.authenticator.findUnique({ where: { memberId } });
  if (!row?.confirmedAt) return false;
  const step = matchingStep(secretOf(ctx, row.secret), typed, ctx.clock.now());
  if (step === null) return false;
  const { count } = await ctx.db.authenticator.updateMany({
    where: { memberId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

function secretOf(keeper: Pick<Platform, "config">, sealed: string): Uint8Array {
  return decodeBase32IgnorePadding(unseal(keeper, sealed));
}

class WrongCode extends Error {}

function nullForWrongCode(error: unknown): null {
  if (error instanceof WrongCode) return null;
  throw error;
}
