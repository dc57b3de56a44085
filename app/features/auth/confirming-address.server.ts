import { sendAccountMail } from "~/features/mailing/account-mails.server";
import type { Context, MemberContext, Tx } from "~/features/members/context";
import { memberAddressConfirmed } from "~/features/members/events";
import { days } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { dropChallenges, findChallenge, makeChallenge, takeChallenge } from "./challenges.server";
import { confirmPath } from "./paths";

const validForMs = days(3);

/**
 * Asks whoever reads mail at the address of a new account to confirm it. An address that belongs to another account
 * gets another mail and the new account the same row, so that from outside both look alike.
 */
export async function askForConfirmation(
  tx: Tx,
  { memberId, email, ownerId }: { memberId: number; email: string; ownerId: number | null },
): Promise<void> {
  const token = await makeChallenge(tx, {
    purpose: "confirm-address",
    memberId,
    data: { email },
    validForMs,
  });
  const expiresAt = new Date(tx.clock.now().getTime() + validForMs);
  await sendAccountMail(
    tx,
    ownerId === null
      ? { type: "confirm-address", memberId, to: email, path: confirmPath(token), expiresAt }
      : { type: "address-has-account", memberId: ownerId, to: email, path: "/sign-in", expiresAt },
  );
}

/** `askForConfirmation` for an account that was made this moment; a taken address was left out of it. */
export async function askNewcomer(
  tx: Tx,
  { memberId, email, isAddressFree }: { memberId: number; email: string; isAddressFree: boolean },
): Promise<void> {
  const owner = isAddressFree ? null : await findOwner(tx, email);
  await askForConfirmation(tx, { memberId, email, ownerId: owner?.id ?? null });
}

/** The address an account gave and nobody confirmed yet. */
export async function findUnconfirmed({ db, clock }: Context, memberId: number): Promise<string | null> {
  const row = await db.challenge.findFirst({
    where: { memberId, purpose: "confirm-address", expiresAt: { gt: clock.now() } },
    orderBy: { expiresAt: "desc" },
  });
  return row ? String((row.data as { email: string }).email) : null;
}

/** Sends the mail once more. The link before it stops working. */
export async function askAgain(ctx: MemberContext): Promise<void> {
  const member = await ctx.db.member.findUniqueOrThrow({ where: { id: ctx.actor.id } });
  const email = (await findUnconfirmed(ctx, member.id)) ?? member.email;
  if (!email || member.emailVerifiedAt) return;
  await inTransaction(ctx, async (tx) => {
    await tx.db.challenge.deleteMany({ where: { memberId: member.id, purpose: "confirm-address" } });
    const owner = await findOwner(tx, email);
    const ownerId = owner && owner.id !== member.id ? owner.id : null;
    await askForConfirmation(tx, { memberId: member.id, email, ownerId });
  });
}

export async function isConfirmation(ctx: Context, token: string): Promise<boolean> {
  return (await findChallenge(ctx, "confirm-address", token)) !== null;
}

/**
 * The address is whose link was pressed. An account that gave it first and never confirmed it loses it: otherwise
 * anybody could keep a stranger's address from its owner.
 */
export async function confirmAddress(
  ctx: Context,
  token: string,
): Promise<Outcome<Record<never, never>, "link-used-up" | "address-taken">> {
  return inTransaction(ctx, async (tx) => {
    const challenge = await takeChallenge(tx, "confirm-address", token);
    if (!challenge?.memberId) return refused("link-used-up");
    const { memberId } = challenge;
    const email = String(challenge.data.email);
    if (!(await takeAddress(tx, { memberId, email }))) return refused("address-taken");
    await dropChallenges(tx, memberId);
    return done({});
  });
}

/** Makes the address the account's, for somebody known to read mail there. False when another account has confirmed it. */
export async function takeAddress(
  tx: Tx,
  { memberId, email }: { memberId: number; email: string },
): Promise<boolean> {
  const owner = await findOwner(tx, email);
  if (owner && owner.id !== memberId) return false;
  await tx.db.member.updateMany({
    where: { email, emailVerifiedAt: null, NOT: { id: memberId } },
    data: { email: null },
  });
  await tx.db.member.update({
    where: { id: memberId },
    data: { email, emailVerifiedAt: tx.clock.now() },
  });
  await appendEvent(tx, memberAddressConfirmed(memberId));
  return true;
}

/** The account that has confirmed this address. */
export async function findOwner({ db }: Pick<Tx, "db">, email: string): Promise<{ id: number } | null> {
  return db.member.findFirst({
    where: { email, emailVerifiedAt: { not: null } },
    select: { id: true },
  });
}
