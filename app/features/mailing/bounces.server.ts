import type { Context } from "~/features/members/context";
import { days } from "~/platform/clock/clock";

export const hardBouncesUntilSuppressed = 3;
const forgottenAfterMs = days(180);

/** Notes that an address refused a mail for good. After the third time nothing is sent there until its owner says so. */
export async function noteHardBounce(
  { db, clock }: Pick<Context, "db" | "clock">,
  { address, reason }: { address: string; reason: string },
): Promise<void> {
  const now = clock.now();
  const longAgo = new Date(now.getTime() - forgottenAfterMs);
  const key = address.toLowerCase();
  const lastReason = reason.slice(0, 300);
  await db.$executeRaw`
    INSERT INTO "MailBounce" ("address", "hardBounces", "lastReason", "lastBounceAt") VALUES (${key}, 1, ${lastReason}, ${now})
    ON CONFLICT ("address") DO UPDATE SET
      "hardBounces" = CASE WHEN "MailBounce"."lastBounceAt" < ${longAgo} THEN 1 ELSE "MailBounce"."hardBounces" + 1 END,
      "lastReason" = ${lastReason}, "lastBounceAt" = ${now}`;
  await db.mailBounce.updateMany({
    where: { address: key, suppressedAt: null, hardBounces: { gte: hardBouncesUntilSuppressed } },
    data: { suppressedAt: now },
  });
}

/** Which of these addresses nothing is sent to. */
export async function suppressedAmong(
  { db }: Pick<Context, "db">,
  addresses: readonly string[],
): Promise<Set<string>> {
  const asked = [...new Set(addresses.map((address) => address.toLowerCase()))].filter(Boolean);
  if (asked.length === 0) return new Set();
  const found = await db.mailBounce.findMany({
    where: { address: { in: asked }, suppressedAt: { not: null } },
    select: { address: true },
  });
  return new Set(found.map(({ address }) => address));
}

/** The owner says the address works again, or has just proved it by pressing a link in a mail. */
export async function forgiveBounces({ db }: Pick<Context, "db">, address: string): Promise<void> {
  await db.mailBounce.deleteMany({ where: { address: address.toLowerCase() } });
}
