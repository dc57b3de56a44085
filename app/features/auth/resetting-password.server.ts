import { sendAccountMail } from "~/features/mailing/account-mails.server";
import type { Context } from "~/features/members/context";
import { memberAddressConfirmed } from "~/features/members/events";
import { readSite } from "~/features/site/settings.server";
import { minutes } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { fieldError, formError } from "~/platform/http/form-errors";
import { appendEvent } from "~/platform/outbox/append.server";
import type { Spent } from "~/platform/rate-limits/allowance";
import { mailsToOneAddress } from "./allowances";
import { dropChallenges, findChallenge, makeChallenge, takeChallenge } from "./challenges.server";
import { QueueFull } from "./hashing-queue";
import { countAction, digestOf } from "./limiting.server";
import { forgetAttempts } from "./locking.server";
import type { Made } from "./making-accounts.server";
import { tidyPassword } from "./password-rules";
import { judgePassword } from "./password-strength.server";
import { hashPassword } from "./passwords.server";
import { resetPath } from "./paths";
import { removeOtherWaysIn } from "./second-factors.server";
import { revokeAllSessions } from "./sessions.server";

const validMinutes = 60;

/**
 * Sends a link to the address, if an account has it. The answer and what is done for it are the same if none has, so
 * nobody learns which addresses are known here.
 */
export async function askForReset(ctx: Context, email: string, network: string): Promise<Spent> {
  const spent = await countAction(ctx, "accountMail", { memberId: null, network }, [
    { key: `reset:${digestOf(email)}`, allowance: mailsToOneAddress },
  ]);
  if (!spent.isAllowed) return spent;
  await inTransaction(ctx, async (tx) => {
    const found = await tx.db.member.findUnique({
      where: { email },
      select: { id: true, deletedAt: true, suspendedAt: true, origin: true },
    });
    const member =
      found && !found.deletedAt && !found.suspendedAt && found.origin === "account" ? found : null;
    const memberId = member?.id ?? null;
    const validForMs = minutes(validMinutes);
    await tx.db.challenge.deleteMany({ where: { purpose: "reset-password", memberId: memberId ?? 0 } });
    const token = await makeChallenge(tx, {
      purpose: "reset-password",
      memberId,
      data: memberId === null ? {} : { email },
      validForMs,
    });
    if (memberId === null) return;
    const expiresAt = new Date(tx.clock.now().getTime() + validForMs);
    const path = resetPath(token);
    await sendAccountMail(tx, { type: "reset-password", memberId, to: email, path, validMinutes, expiresAt });
  });
  return spent;
}

export async function isResetLink(ctx: Context, token: string): Promise<boolean> {
  return typeof (await findChallenge(ctx, "reset-password", token))?.memberId === "number";
}

/**
 * Sets a new password and signs out everywhere; the second step stays. It proves who reads mail at the address, so an
 * address that was never confirmed is now, and a second step, passkey or sign-in elsewhere that somebody else may have put
 * there before is taken away.
 */
export async function resetPassword(
  ctx: Context,
  { token, password: typed }: { token: string; password: string },
  network: string,
): Promise<Made<Record<never, never>>> {
  const waiting = await findChallenge(ctx, "reset-password", token);
  const member =
    typeof waiting?.memberId === "number" &&
    (await ctx.db.member.findUnique({ where: { id: waiting.memberId } }));
  if (!member) return { ok: false, errors: formError("link-used-up") };
  const { name: siteName } = await readSite(ctx);
  const password = tidyPassword(typed);
  const refusal = await judgePassword(password, { siteName, name: member.name, email: member.email });
  if (refusal) return { ok: false, errors: fieldError("password", refusal) };
  try {
    const passwordHash = await hashPassword(password, network);
    return await inTransaction(ctx, async (tx) => {
      const taken = await takeChallenge(tx, "reset-password", token);
      if (!taken || taken.data.email !== member.email)
        return { ok: false as const, errors: formError("link-used-up") };
      const now = tx.clock.now();
      const wasConfirmed = member.emailVerifiedAt !== null;
      await tx.db.member.update({
        where: { id: member.id },
        data: { passwordHash, ...(!wasConfirmed && { emailVerifiedAt: now }) },
      });
      if (!wasConfirmed) {
        await removeOtherWaysIn(tx, member.id);
        await appendEvent(tx, memberAddressConfirmed(member.id));
      }
      await dropChallenges(tx, member.id);
      await tx.db.emailChange.deleteMany({ where: { memberId: member.id } });
      await forgetAttempts(tx, member.id);
      await revokeAllSessions(tx, member.id);
      await sendAccountMail(tx, { type: "password-changed", memberId: member.id });
      return { ok: true as const };
    });
  } catch (error) {
    if (error instanceof QueueFull) return { ok: false, errors: formError("sign-in-busy") };
    throw error;
  }
}
