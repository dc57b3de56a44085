import { days, minutes } from "~/platform/clock/clock";
import type { Platform } from "~/platform/platform";

type Counter = Pick<Platform, "db" | "clock">;

export interface Attempt {
  isAllowed: boolean;
  /** When the next one is looked at; null when it is now, or when no waiting helps. */
  allowedAt: Date | null;
}

/** Wrong tries in a row that cost nothing: people mistype. */
export const freeTries = { password: 10, secondStep: 5 };
/** NIST SP 800-63B-4, 3.2.2: no more than that many, however long somebody waits. */
export const mostTries = 100;

const longestWaitMs = minutes(15);
const doublings = 9;
export const forgottenAfterMs = days(30);

/**
 * Counts one more try, before anything is compared: of a thousand sent at once the database lets through as many as
 * one after the other. From the first that costs something on, the wait doubles: 2 s, 4 s, … 15 min.
 */
export async function beginAttempt(
  { db, clock }: Counter,
  key: string,
  free: number = freeTries.password,
): Promise<Attempt> {
  const at = clock.now();
  const now = at.getTime();
  const counted = await db.$executeRaw`
    INSERT INTO "SignInFailure" ("key", "failures", "waitUntil", "lastAt") VALUES (${key}, 1, 0, ${at})
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = "SignInFailure"."failures" + 1,
      "lastAt" = ${at},
      "waitUntil" = CASE
        WHEN "SignInFailure"."failures" + 1 < ${free} THEN 0
        WHEN "SignInFailure"."failures" + 1 >= ${free + doublings} THEN CAST(${now + longestWaitMs} AS DOUBLE PRECISION)
        ELSE CAST(${now} AS DOUBLE PRECISION) + 1000 * (1 << ("SignInFailure"."failures" + 2 - ${free})) END
    WHERE "SignInFailure"."waitUntil" <= ${now} AND "SignInFailure"."failures" < ${mostTries}`;
  if (counted === 1) return { isAllowed: true, allowedAt: null };
  const row = await db.signInFailure.findUnique({ where: { key } });
  const isStopped = row !== null && row.failures >= mostTries;
  return { isAllowed: false, allowedAt: isStopped ? null : new Date(row?.waitUntil ?? now + 1_000) };
}

/** The try was right: whatever went wrong before it no longer counts. */
export async function endAttempts({ db }: Pick<Platform, "db">, key: string): Promise<void> {
  await db.signInFailure.deleteMany({ where: { key } });
}

/** After a reset the account begins anew, on every device. */
export async function forgetAttempts(
  { db }: { db: Pick<Platform["db"], "signInFailure"> },
  memberId: number,
): Promise<void> {
  const key = accountKey(memberId);
  await db.signInFailure.deleteMany({ where: { OR: [{ key }, { key: { startsWith: `${key}:` } }] } });
}

export function accountKey(memberId: number): string {
  return `member:${memberId}`;
}
