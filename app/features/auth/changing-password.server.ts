import { sendAccountMail } from "~/features/mailing/account-mails.server";
import type { MemberContext } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { fieldError, formError } from "~/platform/http/form-errors";
import { dropChallenges } from "./challenges.server";
import { QueueFull } from "./hashing-queue";
import type { ChangePasswordInput } from "./input";
import type { Made } from "./making-accounts.server";
import { tidyPassword } from "./password-rules";
import { judgePassword } from "./password-strength.server";
import { hashPassword, verifyPassword } from "./passwords.server";
import { openSession, revokeAllSessions, type Visit } from "./sessions.server";

/** Changes the own password and signs out everywhere; this browser goes on under a new session. */
export async function changePassword(
  ctx: MemberContext,
  input: ChangePasswordInput,
  visit: Visit,
): Promise<Made<{ cookie: string }>> {
  const member = await ctx.db.member.findUniqueOrThrow({ where: { id: ctx.actor.id } });
  const { name: siteName } = await readSite(ctx);
  const password = tidyPassword(input.newPassword);
  try {
    // An account that signs in by passkey has none yet: then the fresh proof the route asks for is what counts.
    const isRight =
      member.passwordHash === null ||
      (await verifyPassword(member.passwordHash, tidyPassword(input.currentPassword), visit.network));
    if (!isRight) return { ok: false, errors: fieldError("currentPassword", "password-wrong") };
    const refusal = await judgePassword(password, { siteName, name: member.name, email: member.email });
    if (refusal) return { ok: false, errors: fieldError("newPassword", refusal) };
    const passwordHash = await hashPassword(password, visit.network);
    await inTransaction(ctx, async (tx) => {
      await tx.db.member.update({ where: { id: member.id }, data: { passwordHash } });
      await dropChallenges(tx, member.id);
      await revokeAllSessions(tx, member.id);
      await sendAccountMail(tx, { type: "password-changed", memberId: member.id });
    });
  } catch (error) {
    if (error instanceof QueueFull) return { ok: false, errors: formError("sign-in-busy") };
    throw error;
  }
  return { ok: true, cookie: await openSession(ctx, member.id, { ...visit, replaces: null }) };
}
