import type { Tx } from "~/features/members/context";
import type { Locale } from "~/locales/locales";
import type { AccountMailType } from "./account-mail";
import { queueMail } from "./queueing.server";

export const accountMailKind = "account";

export interface AccountMail {
  type: AccountMailType;
  /** The account it is about; null while there is none. */
  memberId: number | null;
  /** Where it goes. Left out, to the member's address of the moment it is sent. */
  to?: string;
  /** Left out, the member's own language. */
  locale?: Locale;
  /** Where its button leads: a path of this site, put behind the configured origin, never behind a Host header. */
  path?: string;
  /** Minutes until the link is worth nothing, said in the mail. */
  validMinutes?: number;
  /** Nothing is sent once this is over. */
  expiresAt?: Date;
}

/**
 * Sends a mail about an account, in the transaction that gives reason for it: verification, reset, change of address and
 * the like. It goes first in the queue, ignores "mute all mail", and its link is erased from the database once it has gone.
 *
 *   await sendAccountMail(tx, { type: "reset-password", memberId, path: resetPath(token), validMinutes: 60 });
 */
export async function sendAccountMail(tx: Tx, mail: AccountMail): Promise<void> {
  const { type, memberId, to, locale, path, validMinutes, expiresAt } = mail;
  if (memberId === null && !to) throw new Error("A mail about no account needs an address");
  await queueMail(tx, {
    kind: accountMailKind,
    ...(memberId !== null && { memberId }),
    ...(to !== undefined && { address: to }),
    ...(locale && { locale }),
    data: {
      type,
      ...(path !== undefined && { path }),
      ...(validMinutes !== undefined && { validMinutes }),
      ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    },
    isUrgent: true,
  });
}
