import { randomUUID } from "node:crypto";
import type { Context } from "~/features/members/context";
import { asDate, asJson } from "~/platform/db/columns";
import { Prisma } from "~/platform/db/generated/sqlite/client";
import { backoffMs, givesUp } from "./backoff";

export const mailLeaseMs = 120_000;

export interface Claim {
  id: number;
  kind: string;
  memberId: number | null;
  address: string | null;
  locale: string | null;
  data: Record<string, unknown>;
  createdAt: Date;
  attempts: number;
  priority: number;
  token: string;
}

/**
 * Takes due mails for one sender, the urgent first, and counts the claim: each is sent at most once for it. Of two senders
 * each mail goes to one; a claim whose sender died may be taken by another when its lease has run out.
 */
export async function claimMails(ctx: Context, limit: number): Promise<Claim[]> {
  const now = ctx.clock.now();
  const token = randomUUID();
  const isFree = Prisma.sql`"state" = 'waiting' AND "dueAt" <= ${now} AND ("leasedUntil" IS NULL OR "leasedUntil" < ${now})`;
  const skipTaken = ctx.databaseKind === "postgresql" ? Prisma.sql`FOR UPDATE SKIP LOCKED` : Prisma.empty;
  const rows = await ctx.db.$queryRaw<
    (Omit<Claim, "token" | "data" | "createdAt"> & Record<"data" | "createdAt", unknown>)[]
  >`
    UPDATE "Mail" SET "leaseToken" = ${token}, "leasedUntil" = ${new Date(now.getTime() + mailLeaseMs)},
      "claims" = "claims" + 1
    WHERE "id" IN (SELECT "id" FROM "Mail" WHERE ${isFree} ORDER BY "priority" DESC, "dueAt", "id" LIMIT ${limit} ${skipTaken})
      AND ${isFree}
    RETURNING "id", "kind", "memberId", "address", "locale", "data", "createdAt", "attempts", "priority"`;
  const claims = rows.map((row) => ({
    ...row,
    token,
    data: asJson<Record<string, unknown>>(row.data),
    createdAt: asDate(row.createdAt),
  }));
  return claims.toSorted((a, b) => b.priority - a.priority || a.id - b.id);
}

/** It has gone, or never will: its facts are erased, a link in them would still open something. */
export async function endClaim(
  { db, clock }: Context,
  { id, token }: Pick<Claim, "id" | "token">,
  { state, outcome }: { state: "sent" | "dropped" | "failed"; outcome: string },
): Promise<void> {
  await db.mail.updateMany({
    where: { id, leaseToken: token },
    data: { state, outcome, endedAt: clock.now(), data: {}, leaseToken: null, leasedUntil: null },
  });
}

/** Comes again later; after days without success never. Answers whether it will. */
export async function returnClaim(ctx: Context, claim: Claim, outcome: string): Promise<boolean> {
  const now = ctx.clock.now();
  const attempts = claim.attempts + 1;
  if (givesUp({ attempts, ageMs: now.getTime() - claim.createdAt.getTime() })) {
    await endClaim(ctx, claim, { state: "failed", outcome });
    return false;
  }
  await ctx.db.mail.updateMany({
    where: { id: claim.id, leaseToken: claim.token },
    data: {
      attempts,
      outcome,
      dueAt: new Date(now.getTime() + backoffMs(attempts)),
      leaseToken: null,
      leasedUntil: null,
    },
  });
  return true;
}

/** Gives back what was claimed and not tried. */
export async function releaseClaims({ db }: Context, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  await db.mail.updateMany({
    where: { id: { in: claims.map(({ id }) => id) }, leaseToken: claims[0]!.token },
    data: { leaseToken: null, leasedUntil: null },
  });
}
