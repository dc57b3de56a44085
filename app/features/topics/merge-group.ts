// A group is a suggestion with those merged into it; a merge is one step deep always.

/**
 * Ids of the group of a suggestion, by its own id (a column or a `?`, sent twice), for an IN of prepared SQL. Two lookups
 * and no OR: with that SQLite may read every topic there is, for so few of them were merged.
 */
export function groupOf(survivorId: string): string {
  return `(SELECT g."id" FROM "Topic" g WHERE g."id" = ${survivorId}
    UNION ALL SELECT g."id" FROM "Topic" g WHERE g."mergedIntoId" = ${survivorId})`;
}

/** How many people vote for a suggestion `t` and for those merged into it: each person once. */
export function votersOf(topic = "t"): string {
  const group = groupOf(`${topic}."id"`);
  return `((SELECT SUM(i."importedVotes") FROM "Topic" i WHERE i."id" IN ${group})
    + (SELECT COUNT(DISTINCT v."memberId") FROM "Vote" v WHERE v."isCounted" AND v."topicId" IN ${group}))`;
}
