import { minutes } from "~/platform/clock/clock";
import { asDate, asDateOrNull } from "~/platform/db/columns";

/** Who does nothing for so long does not answer any more. */
export const claimLasts = minutes(30);

export interface Claim {
  by: { id: number; displayName: string };
  since: Date;
  endsAt: Date;
  /** Whose it was before it was taken over. */
  takenFrom: string | null;
}

/** Columns of a topic's claim for `claimOf`, with `claimJoins`. */
export const claimColumns = `c."memberId" AS "claimedBy", c."claimedAt", c."activeAt", h."displayName" AS "claimedByName",
  f."displayName" AS "takenFrom"`;

/** `topicId` is a column in SQL. Uses the aliases c, h and f. */
export function claimJoins(topicId: string): string {
  return `LEFT JOIN "TopicClaim" c ON c."topicId" = ${topicId} LEFT JOIN "Member" h ON h."id" = c."memberId"
    LEFT JOIN "Member" f ON f."id" = c."takenFromId"`;
}

/** Null where nobody claims it, or nobody any more. */
export function claimOf(row: Record<string, unknown>, now: Date): Claim | null {
  const activeAt = asDateOrNull(row.activeAt);
  if (!activeAt) return null;
  const endsAt = new Date(activeAt.getTime() + claimLasts);
  if (endsAt <= now) return null;
  return {
    by: { id: Number(row.claimedBy), displayName: String(row.claimedByName) },
    since: asDate(row.claimedAt),
    endsAt,
    takenFrom: typeof row.takenFrom === "string" ? row.takenFrom : null,
  };
}
