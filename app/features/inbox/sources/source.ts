import type { ObligationKind } from "../obligation";

/**
 * One reason to stand in the inbox. `sql` selects "topicId", "since" and "askedById" of the topics it holds for, out of
 * a table "Asked" with the columns `askedColumns`: listed topics only. Both databases must understand it.
 */
export interface ObligationSource {
  kind: ObligationKind;
  sql: string;
  /** "since" is a day of the site's calendar, and it is owed once that is over. */
  isFromEndOfDay?: boolean;
}

export const askedColumns = [
  "id",
  "board",
  "kind",
  "status",
  "areaId",
  "authorId",
  "createdAt",
  "lastOfficialId",
];

/** Whoever speaks for the team today, on a table of members. */
export function isTeam(alias: string): string {
  return `${alias}."role" IN ('staff', 'admin')`;
}

/** A reply that is there for everybody. */
export function stands(alias: string): string {
  return `${alias}."deletedAt" IS NULL AND ${alias}."heldAt" IS NULL`;
}

/** The latest official reply of the topic `t` that stands, as its id. */
export const lastLetter = `(SELECT o."replyId" FROM "OfficialReply" o JOIN "Reply" r ON r."id" = o."replyId"
  WHERE o."topicId" = t."id" AND ${stands("r")} ORDER BY o."postedAt" DESC, o."replyId" DESC LIMIT 1)`;
