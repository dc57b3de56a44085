import { mailsToOneAddress } from "~/features/auth/allowances";
import { findChallenge, makeChallenge, takeChallenge } from "~/features/auth/challenges.server";
import { countAction, digestOf } from "~/features/auth/limiting.server";
import { type Label, orderLabels } from "~/features/changelog/announcement";
import { forgiveBounces } from "~/features/mailing/bounces.server";
import { queueMail } from "~/features/mailing/queueing.server";
import type { Context } from "~/features/members/context";
import { isLocale, type Locale } from "~/locales/locales";
import { hours } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import type { Spent } from "~/platform/rate-limits/allowance";
import type { SubscribeInput } from "./input";
import { confirmSubscriptionPath } from "./paths";

export const confirmMailKind = "changelog-confirm";
export const confirmableHours = 48;

interface Wish {
  email: string;
  locale: Locale;
  labels: Label[];
}

/**
 * Sends a link to the address; nothing else happens before somebody who reads its mail presses it. The answer and what is
 * done for it are the same whether the address is subscribed already or not. What was asked is forgotten after 48 hours.
 */
export async function askToSubscribe(
  ctx: Context,
  { email, language, labels }: SubscribeInput,
  network: string,
): Promise<Spent> {
  const spent = await countAction(ctx, "accountMail", { memberId: ctx.actor?.id ?? null, network }, [
    { key: `subscribe:${digestOf(email)}`, allowance: mailsToOneAddress },
  ]);
  if (!spent.isAllowed) return spent;
  await inTransaction(ctx, async (tx) => {
    const validForMs = hours(confirmableHours);
    const token = await makeChallenge(tx, {
      purpose: "subscribe",
      data: { email, locale: language, labels },
      validForMs,
    });
    await queueMail(tx, {
      kind: confirmMailKind,
      address: email,
      locale: language,
      data: {
        path: confirmSubscriptionPath(token),
        expiresAt: new Date(tx.clock.now().getTime() + validForMs).toISOString(),
      },
      isUrgent: true,
    });
  });
  return spent;
}

/** Whether the link of a mail still waits to be pressed. */
export async function isConfirmable(ctx: Context, token: string): Promise<boolean> {
  return (await findChallenge(ctx, "subscribe", token)) !== null;
}

/** Whoever presses reads the mail of the address. Pressed again with newer choices, those count; false for a dead link. */
export async function confirmSubscription(ctx: Context, token: string): Promise<boolean> {
  const confirmed = await inTransaction(ctx, async (tx) => {
    const challenge = await takeChallenge(tx, "subscribe", token);
    if (!challenge) return null;
    const { email, locale, labels } = wishOf(challenge.data);
    const now = tx.clock.now();
    await tx.db.changelogSubscriber.upsert({
      where: { email },
      create: { email, locale, labels, confirmedAt: now },
      update: { locale, labels },
    });
    return email;
  });
  if (confirmed !== null) await forgiveBounces(ctx, confirmed);
  return confirmed !== null;
}

function wishOf(data: Record<string, unknown>): Wish {
  return {
    email: String(data.email),
    locale: isLocale(data.locale) ? data.locale : "en",
    labels: orderLabels(Array.isArray(data.labels) ? data.labels : []),
  };
}
