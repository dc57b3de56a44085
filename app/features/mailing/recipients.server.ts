import type { Context } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { isLocale } from "~/locales/locales";
import { asBoolean } from "~/platform/db/columns";
import { isMailAddress } from "~/platform/mail/envelope";
import { suppressedAmong } from "./bounces.server";
import type { Claim } from "./claiming.server";
import type { ClaimedMail } from "./composing";

interface Row {
  id: number;
  email: string | null;
  emailVerifiedAt: unknown;
  locale: string | null;
  timeZone: string;
  isAway: unknown;
  isLeaving: unknown;
  code: string | null;
}

/** Whom claimed mails go to at this moment, or why they go nowhere. */
export async function findRecipients(
  ctx: Context,
  claims: readonly Claim[],
  isOptional: (kind: string) => boolean,
): Promise<Map<number, ClaimedMail | { drop: string }>> {
  const ids = [...new Set(claims.flatMap(({ memberId }) => memberId ?? []))];
  const [members, { defaultLocale }] = await Promise.all([membersBy(ctx, ids), readSite(ctx)]);
  const addresses = claims.map((claim) => claim.address ?? members.get(claim.memberId ?? 0)?.email ?? "");
  const suppressed = await suppressedAmong(ctx, addresses);
  const found = new Map<number, ClaimedMail | { drop: string }>();
  for (const [index, { id, kind, memberId, locale, data, createdAt }] of claims.entries()) {
    const member = memberId === null ? null : members.get(memberId);
    const address = addresses[index]!;
    const isTheirs = Boolean(member?.emailVerifiedAt) && address === member?.email;
    const drop = reasonToDrop({
      isGone: memberId !== null && !member,
      // Who is leaving hears of nothing but that.
      isAway: member ? asBoolean(member.isAway) && (isOptional(kind) || !asBoolean(member.isLeaving)) : false,
      isUnknown: isOptional(kind) && member !== null && !isTheirs,
      isSuppressed: suppressed.has(address.toLowerCase()),
      isUnusable: !isMailAddress(address),
    });
    if (drop) {
      found.set(id, { drop });
      continue;
    }
    const spoken = locale ?? member?.locale;
    found.set(id, {
      ...{ id, kind, data, createdAt },
      recipient: {
        memberId,
        address,
        locale: isLocale(spoken) ? spoken : defaultLocale,
        timeZone: member?.timeZone ?? "UTC",
        code: isTheirs ? (member?.code ?? null) : null,
      },
    });
  }
  return found;
}

function reasonToDrop(
  is: Record<"isGone" | "isAway" | "isUnknown" | "isSuppressed" | "isUnusable", boolean>,
) {
  if (is.isGone || is.isAway) return "account-away";
  if (is.isUnusable) return "no-address";
  if (is.isUnknown) return "address-not-confirmed";
  return is.isSuppressed ? "address-bounced" : null;
}

async function membersBy({ rows }: Context, ids: readonly number[]): Promise<Map<number, Row>> {
  if (ids.length === 0) return new Map();
  const found = await rows<Row>(
    `SELECT m."id", m."email", m."emailVerifiedAt", m."locale", m."timeZone", c."code",
       CASE WHEN m."suspendedAt" IS NOT NULL OR m."deletedAt" IS NOT NULL THEN 1 ELSE 0 END AS "isAway",
       CASE WHEN d."finishedAt" IS NULL AND d."memberId" IS NOT NULL THEN 1 ELSE 0 END AS "isLeaving"
     FROM "Member" m LEFT JOIN "MailCode" c ON c."memberId" = m."id"
       LEFT JOIN "AccountDeletion" d ON d."memberId" = m."id"
     WHERE m."id" IN (${ids.map(() => "?").join(", ")})`,
    [...ids],
  );
  return new Map(found.map((row) => [row.id, row]));
}
