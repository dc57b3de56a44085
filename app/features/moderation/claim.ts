import { minutes } from "~/platform/clock/clock";

/** Who has not decided by then leaves it to others. */
export const reviewClaimLasts = minutes(15);

export interface ReviewClaim {
  by: { id: number; displayName: string };
  endsAt: Date;
}

/** Null where nobody claims it, or nobody any more. */
export function reviewClaimOf(
  row: { claimedById: number | null; claimedAt: Date | null; claimedByName: string | null },
  now: Date,
): ReviewClaim | null {
  if (row.claimedById === null || row.claimedAt === null) return null;
  const endsAt = new Date(row.claimedAt.getTime() + reviewClaimLasts);
  return endsAt > now ? { by: { id: row.claimedById, displayName: row.claimedByName ?? "" }, endsAt } : null;
}
