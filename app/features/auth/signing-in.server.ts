import type { Context } from "~/features/members/context";
import { foldName } from "~/features/members/naming";
import { cleanLine } from "~/platform/text/clean-text";
import { findClosing } from "./closing-account.server";
import { type Entered, letIn } from "./letting-in.server";
import { QueueFull } from "./hashing-queue";
import type { SignInInput } from "./input";
import { isKnownDevice } from "./known-devices.server";
import { countAction, digestOf } from "./limiting.server";
import { accountKey, beginAttempt, endAttempts } from "./locking.server";
import { tidyPassword } from "./password-rules";
import { verifyPassword } from "./passwords.server";
import type { Visit } from "./sessions.server";

/** Keys of locales/errors. */
export type SignInRefusal = "credentials" | "suspended" | "sign-in-busy" | "sign-in-wait" | "sign-in-locked";

export type SignedIn = Entered | { ok: false; reason: SignInRefusal; allowedAt?: Date | null };

/**
 * Signs in by name or email. An unknown name, an account without a password and a wrong password get the same answer
 * after the same work, so nobody learns which accounts exist. Tries are counted before the password is looked at: from
 * one network whatever the accounts, and per account, where a browser that signed in before has a count of its own.
 */
export async function signIn(
  ctx: Context,
  { identifier, password }: SignInInput,
  visit: Visit,
): Promise<SignedIn> {
  const ofNetwork = await countAction(ctx, "signIn", { memberId: null, network: visit.network });
  if (!ofNetwork.isAllowed) return { ok: false, reason: "sign-in-wait", allowedAt: ofNetwork.allowedAt };
  const member = await findAccount(ctx, identifier);
  const key = await attemptKey(ctx, member?.id ?? null, identifier, visit);
  const attempt = await beginAttempt(ctx, key);
  if (!attempt.isAllowed)
    return attempt.allowedAt
      ? { ok: false, reason: "sign-in-wait", allowedAt: attempt.allowedAt }
      : { ok: false, reason: "sign-in-locked" };

  const isRight = await verify(member?.passwordHash, tidyPassword(password), visit.network);
  if (isRight === "busy") return { ok: false, reason: "sign-in-busy" };
  const isGone = Boolean(member?.deletedAt && !(isRight && (await findClosing(ctx, member.id))));
  if (!member || !isRight || isGone) return { ok: false, reason: "credentials" };
  await endAttempts(ctx, key);
  return letIn(ctx, member, visit);
}

/** What tries are counted under. A name nobody has is counted like any other. */
async function attemptKey(
  ctx: Context,
  memberId: number | null,
  identifier: string,
  { deviceToken = "" }: Visit,
): Promise<string> {
  const isKnown = await isKnownDevice(ctx, memberId ?? 0, deviceToken);
  if (memberId === null) return `name:${digestOf(foldName(cleanLine(identifier)))}`;
  return isKnown ? `${accountKey(memberId)}:${digestOf(deviceToken)}` : accountKey(memberId);
}

async function findAccount({ db }: Context, identifier: string) {
  const typed = cleanLine(identifier);
  const where = typed.includes("@") ? { email: typed.toLowerCase() } : { nameFolded: foldName(typed) };
  return db.member.findUnique({
    where,
    select: { id: true, passwordHash: true, suspendedAt: true, deletedAt: true, secondFactorAt: true },
  });
}

async function verify(
  hash: string | null | undefined,
  password: string,
  network: string,
): Promise<boolean | "busy"> {
  try {
    return await verifyPassword(hash, password, network);
  } catch (error) {
    if (error instanceof QueueFull) return "busy";
    throw error;
  }
}
