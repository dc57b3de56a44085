import type { Tx } from "~/features/members/context";
import type { Locale } from "~/locales/locales";
import type { Prisma } from "~/platform/db/generated/sqlite/client";

export interface QueuedMail {
  /** Who makes its words when it is sent; see `composers` in wiring. */
  kind: string;
  /** Facts only: ids and values. Emptied when the mail has gone. */
  data: Prisma.InputJsonObject;
  memberId?: number;
  /** Where it goes when that is not the member's own address of the moment. */
  address?: string;
  /** The member's own, unless given. */
  locale?: Locale;
  /** Not before then; at once when left out. */
  dueAt?: Date;
  /** A second mail with the same key is not taken. */
  uniqueKey?: string;
  /** Those somebody waits for at the screen go first. */
  isUrgent?: boolean;
}

/** Puts a mail into the queue in somebody's transaction: it is sent if and only if that commits. Sends nothing itself. */
export async function queueMail(tx: Tx, mail: QueuedMail): Promise<void> {
  const { kind, data, memberId, address, locale, uniqueKey, isUrgent } = mail;
  const now = tx.clock.now();
  if (uniqueKey && (await tx.db.mail.findUnique({ where: { uniqueKey }, select: { id: true } }))) return;
  await tx.db.mail.create({
    data: {
      ...{ kind, data, memberId, address, locale, uniqueKey },
      priority: isUrgent ? 1 : 0,
      createdAt: now,
      dueAt: mail.dueAt ?? now,
    },
  });
}
