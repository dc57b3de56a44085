import { randomBytes } from "node:crypto";
import { sendAccountMail } from "~/features/mailing/account-mails.server";
import type { Context, MemberContext, Tx } from "~/features/members/context";
import { memberAddressConfirmed } from "~/features/members/events";
import { days } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { dropChallenges } from "./challenges.server";
import { findOwner } from "./confirming-address.server";
import { confirmPath } from "./paths";
import { hashOf } from "./session-adapter.server";

const validForMs = days(1);

/** Where a change of address stands. */
export interface PendingAddress {
  email: string;
  isOldConfirmed: boolean;
  isNewConfirmed: boolean;
}

export async function findPendingAddress({
  db,
  clock,
  actor,
}: MemberContext): Promise<PendingAddress | null> {
  const row = await db.emailChange.findUnique({ where: { memberId: actor.id } });
  if (!row || row.expiresAt <= clock.now()) return null;
  return {
    email: row.email,
    isOldConfirmed: row.oldConfirmedAt !== null,
    isNewConfirmed: row.newConfirmedAt !== null,
  };
}

/**
 * Asks at both addresses: whoever took over a session cannot move the account to an address of theirs, and nobody can
 * name an address that is not theirs. An old address that was never confirmed has no say. One that is taken gets a
 * mail that says so; the page says the same either way.
 */
export async function askForNewAddress(ctx: MemberContext, email: string): Promise<void> {
  const memberId = ctx.actor.id;
  const [oldToken, newToken] = [newLinkToken(), newLinkToken()];
  await inTransaction(ctx, async (tx) => {
    await tx.db.emailChange.deleteMany({ where: { memberId } });
    const { email: old, emailVerifiedAt } = await tx.db.member.findUniqueOrThrow({ where: { id: memberId } });
    const hasSay = old !== null && emailVerifiedAt !== null;
    const now = tx.clock.now();
    const expiresAt = new Date(now.getTime() + validForMs);
    await tx.db.emailChange.create({
      data: {
        memberId,
        email,
        oldTokenHash: hashOf(oldToken),
        newTokenHash: hashOf(newToken),
        oldConfirmedAt: hasSay ? null : now,
        createdAt: now,
        expiresAt,
      },
    });
    if (hasSay)
      await sendAccountMail(tx, {
        type: "approve-new-address",
        memberId,
        to: old,
        path: confirmPath(oldToken),
        expiresAt,
      });
    const owner = await findOwner(tx, email);
    await sendAccountMail(
      tx,
      owner && owner.id !== memberId
        ? { type: "address-has-account", memberId: owner.id, to: email, path: "/sign-in", expiresAt }
        : { type: "confirm-new-address", memberId, to: email, path: confirmPath(newToken), expiresAt },
    );
  });
}

export async function stopNewAddress({ db, actor }: MemberContext): Promise<void> {
  await db.emailChange.deleteMany({ where: { memberId: actor.id } });
}

/** Which side a link of a change speaks for; null for made-up, used and old ones. */
export async function findChangeSide(ctx: Context, token: string): Promise<"old" | "new" | null> {
  const row = await findChange(ctx, token);
  if (!row) return null;
  return row.oldTokenHash === hashOf(token) ? "old" : "new";
}

/** Notes the yes of one side; with both the account moves. */
export async function confirmNewAddress(
  ctx: Context,
  token: string,
): Promise<Outcome<{ isMoved: boolean }, "link-used-up" | "address-taken">> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const tokenHash = hashOf(token);
    // Written first: of the two sides at once the later one sees the other's yes.
    await tx.db.emailChange.updateMany({ where: { oldTokenHash: tokenHash }, data: { oldConfirmedAt: now } });
    await tx.db.emailChange.updateMany({ where: { newTokenHash: tokenHash }, data: { newConfirmedAt: now } });
    const change = await findChange(tx, token);
    if (!change) return refused("link-used-up");
    if (!change.oldConfirmedAt || !change.newConfirmedAt) return done({ isMoved: false });
    const owner = await findOwner(tx, change.email);
    if (owner && owner.id !== change.memberId) return refused("address-taken");
    await moveTo(tx, change.memberId, change.email);
    return done({ isMoved: true });
  });
}

async function moveTo(tx: Tx, memberId: number, email: string): Promise<void> {
  const { email: old } = await tx.db.member.findUniqueOrThrow({ where: { id: memberId } });
  await tx.db.member.updateMany({
    where: { email, emailVerifiedAt: null, NOT: { id: memberId } },
    data: { email: null },
  });
  await tx.db.member.update({
    where: { id: memberId },
    data: { email, emailVerifiedAt: tx.clock.now() },
  });
  await tx.db.emailChange.deleteMany({ where: { memberId } });
  await dropChallenges(tx, memberId);
  await appendEvent(tx, memberAddressConfirmed(memberId));
  if (old && old !== email) await sendAccountMail(tx, { type: "address-changed", memberId, to: old });
}

async function findChange({ db, clock }: Pick<Context, "clock"> & Pick<Tx, "db">, token: string) {
  const tokenHash = hashOf(token);
  return db.emailChange.findFirst({
    where: {
      OR: [{ oldTokenHash: tokenHash }, { newTokenHash: tokenHash }],
      expiresAt: { gt: clock.now() },
    },
  });
}

function newLinkToken(): string {
  return randomBytes(32).toString("base64url");
}
