import { sendAccountMail } from "~/features/mailing/account-mails.server";
import type { Context, MemberContext, Tx } from "~/features/members/context";
import { memberDeleted, memberRestored } from "~/features/members/events";
import { foldName, tidyName } from "~/features/members/naming";
import { forgetSite } from "~/features/site/settings.server";
import { days, minutes } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { dropChallenges, findChallenge, makeChallenge, takeChallenge } from "./challenges.server";
import { keepAccountPath, signInPath } from "./paths";
import { revokeAllSessions } from "./sessions.server";

export const graceMs = days(7);
const signedInForMs = minutes(15);

/**
 * Ends the actor's account in seven days. Until then it is closed: signed out everywhere, its page gone, its votes
 * uncounted. Signing in, or the link in the mail, brings it back. The last admin stays: nobody could make another.
 */
export async function closeAccount(
  ctx: MemberContext,
  { name, keepsPosts }: { name: string; keepsPosts: boolean },
): Promise<Outcome<{ dueAt: Date }, "name-differs" | "last-admin">> {
  const memberId = ctx.actor.id;
  if (foldName(tidyName(name)) !== foldName(ctx.actor.name)) return refused("name-differs");
  const outcome = await inTransaction(ctx, async (tx) => {
    // Written first: of two admins who leave at once the second sees what the first did.
    await tx.db.$executeRaw`UPDATE "Member" SET "id" = "id" WHERE "role" = 'admin' OR "id" = ${memberId}`;
    const { role, deletedAt } = await tx.db.member.findUniqueOrThrow({ where: { id: memberId } });
    const standing = await tx.db.accountDeletion.findUnique({ where: { memberId } });
    if (deletedAt && standing) return done({ dueAt: standing.dueAt });
    const otherAdmins = { role: "admin", deletedAt: null, suspendedAt: null, id: { not: memberId } };
    if (role === "admin" && (await tx.db.member.count({ where: otherAdmins })) === 0)
      return refused("last-admin");

    const askedAt = tx.clock.now();
    const dueAt = new Date(askedAt.getTime() + graceMs);
    await tx.db.accountDeletion.create({ data: { memberId, keepsPosts, askedAt, dueAt } });
    await tx.db.member.update({ where: { id: memberId }, data: { deletedAt: askedAt } });
    await dropChallenges(tx, memberId);
    await tx.db.emailChange.deleteMany({ where: { memberId } });
    await revokeAllSessions(tx, memberId);
    const token = await makeChallenge(tx, { purpose: "keep-account", memberId, validForMs: graceMs });
    const path = keepAccountPath(token);
    await sendAccountMail(tx, { type: "deletion-planned", memberId, path, expiresAt: dueAt });
    await appendEvent(tx, memberDeleted(memberId));
    return done({ dueAt });
  });
  forgetSite(ctx);
  return outcome;
}

/** When an account that was closed will be erased; null for one that is not, or no longer to be brought back. */
export async function findClosing({ db }: Pick<Context, "db">, memberId: number): Promise<Date | null> {
  const row = await db.accountDeletion.findUnique({ where: { memberId } });
  return row && !row.startedAt ? row.dueAt : null;
}

/** For who has just shown everything a sign-in asks for: a token that brings a closed account back, instead of a session. */
export async function offerReturn(ctx: Context, memberId: number): Promise<string> {
  return makeChallenge(ctx, { purpose: "keep-account", memberId, validForMs: signedInForMs });
}

/** When the account of this token will be erased; null for a token that is worth nothing. */
export async function findReturn(ctx: Context, token: string): Promise<{ dueAt: Date } | null> {
  const waiting = await findChallenge(ctx, "keep-account", token);
  const dueAt = typeof waiting?.memberId === "number" ? await findClosing(ctx, waiting.memberId) : null;
  return dueAt && { dueAt };
}

/** Brings a closed account back as it was. Of this and the erasure that falls due, one comes first and the other finds out. */
export async function keepAccount(
  ctx: Context,
  token: string,
): Promise<Outcome<Record<never, never>, "link-used-up">> {
  const outcome = await inTransaction(ctx, async (tx) => {
    const taken = await takeChallenge(tx, "keep-account", token);
    if (typeof taken?.memberId !== "number") return refused("link-used-up");
    return (await reopen(tx, taken.memberId)) ? done({}) : refused("link-used-up");
  });
  forgetSite(ctx);
  return outcome;
}

async function reopen(tx: Tx, memberId: number): Promise<boolean> {
  const { count } = await tx.db.accountDeletion.deleteMany({ where: { memberId, startedAt: null } });
  if (count === 0) return false;
  await tx.db.member.update({ where: { id: memberId }, data: { deletedAt: null } });
  await dropChallenges(tx, memberId);
  await sendAccountMail(tx, { type: "deletion-stopped", memberId, path: signInPath() });
  await appendEvent(tx, memberRestored(memberId));
  return true;
}
