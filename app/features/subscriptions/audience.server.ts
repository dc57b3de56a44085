import { type Label, orderLabels } from "~/features/changelog/announcement";
import { suppressedAmong } from "~/features/mailing/bounces.server";
import type { Context } from "~/features/members/context";
import { listMailedAskers } from "~/features/notifications/askers.server";
import { asJson } from "~/platform/db/columns";

export interface Subscriber {
  id: number;
  email: string;
  locale: string;
}

export interface SubscriberPart {
  /** Who gets a mail. */
  mailed: Subscriber[];
  /** Left out, each for one reason. */
  left: { asMembers: number; bounced: number; otherLabels: number };
  /** Id to go on after, or null when these were the last. */
  next: number | null;
}

interface Entry {
  id: number;
  labels: readonly Label[];
  /** Nobody who subscribes later gets an old entry. */
  announcedAt: Date | null;
}

/**
 * The next subscribers after this id and what becomes of each for an entry: the one rule for the preview and the mails.
 * Whoever gets it as a member, at the same address and known to be theirs, does not get it twice.
 */
export async function nextSubscribers(
  ctx: Context,
  entry: Entry,
  { after, limit }: { after: number; limit: number },
): Promise<SubscriberPart> {
  const rows = await ctx.rows<Subscriber & { labels: unknown; memberId: number | null }>(
    `SELECT s."id", s."email", s."locale", s."labels", m."id" AS "memberId"
     FROM "ChangelogSubscriber" s
     LEFT JOIN "Member" m ON m."email" = s."email" AND m."emailVerifiedAt" IS NOT NULL
     WHERE s."id" > ? AND s."confirmedAt" <= ? ORDER BY s."id" LIMIT ${limit}`,
    [after, entry.announcedAt ?? ctx.clock.now()],
  );
  const wanting = rows.filter(({ labels }) => wants(orderLabels(asJson(labels)), entry.labels));
  const memberIds = wanting.flatMap(({ memberId }) => memberId ?? []);
  const [told, bounced] = await Promise.all([
    listMailedAskers(ctx, entry.id, memberIds),
    suppressedAmong(
      ctx,
      wanting.map(({ email }) => email),
    ),
  ]);
  const strangers = wanting.filter(({ memberId }) => memberId === null || !told.has(memberId));
  const mailed = strangers.filter(({ email }) => !bounced.has(email));
  return {
    mailed: mailed.map(({ id, email, locale }) => ({ id, email, locale })),
    left: {
      otherLabels: rows.length - wanting.length,
      asMembers: wanting.length - strangers.length,
      bounced: strangers.length - mailed.length,
    },
    next: rows.length === limit ? rows.at(-1)!.id : null,
  };
}

function wants(chosen: readonly Label[], ofEntry: readonly Label[]): boolean {
  return chosen.length === 0 || chosen.some((label) => ofEntry.includes(label));
}
