import { Prisma } from "~/platform/db/generated/sqlite/client";

/** Ids of the group of a suggestion, for an IN of a statement of Prisma; two lookups, see topics/merge-group. */
export function groupWithId(survivorId: number): Prisma.Sql {
  return Prisma.sql`(SELECT g."id" FROM "Topic" g WHERE g."id" = ${survivorId}
    UNION ALL SELECT g."id" FROM "Topic" g WHERE g."mergedIntoId" = ${survivorId})`;
}
