import type { Tx } from "~/features/members/context";
import { eraseRows } from "~/features/members/erase-rows";
import type { Erasure, Leaving } from "~/features/members/own-data";
import { ownTable } from "~/features/members/own-table";
import type { Locale } from "~/locales/locales";
import { hours } from "~/platform/clock/clock";
import { sendAccountMail } from "./account-mails.server";

export const mailingTables = [
  ownTable({
    ...{ file: "mails", table: "Mail", owner: "memberId", key: "id" },
    columns: {
      ...{ kind: `x."kind"`, state: `x."state"`, address: `x."address"` },
      ...{ queuedAt: `x."createdAt"`, endedAt: `x."endedAt"` },
    },
  }),
] as const;

export const mailingErasures: readonly Erasure[] = [
  eraseRows("mail-code", ["MailCode.memberId"], (db, where) => db.mailCode.deleteMany({ where })),
];

/** The mail that says that the account is being erased; as long as it waits, the address is needed. */
const lastMail = "deletion-begun";

export async function sendLastMail(
  tx: Tx,
  mail: { memberId: number; to: string; locale: Locale },
): Promise<void> {
  await sendAccountMail(tx, { type: lastMail, ...mail });
}

/** What is left of an address in the queue, among those that bounced and those that get the changelog. */
export async function eraseAddress(
  tx: Tx,
  { memberId, email }: Pick<Leaving, "memberId" | "email">,
): Promise<void> {
  const byAddress = email === null ? [] : [{ address: email }];
  await tx.db.mail.deleteMany({ where: { OR: [{ memberId }, ...byAddress] } });
  if (email === null) return;
  await tx.db.mailBounce.deleteMany({ where: { address: email.toLowerCase() } });
  await tx.db.changelogSubscriber.deleteMany({ where: { email } });
}

/** Whether the last mail still waits for the other side. After a day it is given up. */
export async function isLastMailWaiting(
  { db, clock }: Pick<Tx, "db" | "clock">,
  memberId: number,
): Promise<boolean> {
  const createdAt = { gt: new Date(clock.now().getTime() - hours(24)) };
  const waiting = await db.mail.findMany({ where: { memberId, state: "waiting", createdAt } });
  return waiting.some(({ data }) => (data as { type?: unknown }).type === lastMail);
}
