import type { SqlValue } from "~/platform/db/client.server";
import { groupOf } from "~/features/topics/merge-group";
import { visibleWhere } from "~/features/topics/visibility";

/**
 * How many different people asked for what the announcement `a` brings, as a column: those who opened, voted for (also
 * through one that was merged into it) or are affected by its public topics, each once however many of them, and the totals imports know no names of.
 */
export function askedByColumn(): { sql: string; params: SqlValue[] } {
  const { sql: visible, params } = visibleWhere(null);
  const ofAnnouncement = `FROM "AnnouncementTopic" l JOIN "Topic" t ON t."id" = l."topicId"`;
  const where = `WHERE l."announcementId" = a."id" AND ${visible}`;
  return {
    sql: `(SELECT COUNT(DISTINCT p."memberId") FROM (
        SELECT t."authorId" AS "memberId" ${ofAnnouncement} ${where}
        UNION ALL SELECT v."memberId" ${ofAnnouncement} JOIN "Vote" v ON v."topicId" IN ${groupOf(`t."id"`)}
          AND v."isCounted" ${where}
        UNION ALL SELECT f."memberId" ${ofAnnouncement} JOIN "Affected" f ON f."topicId" = t."id" ${where}
      ) AS p) + (SELECT COALESCE(SUM(i."importedVotes"), 0) FROM "Topic" i WHERE i."id" IN (
        SELECT g."id" ${ofAnnouncement} JOIN "Topic" g ON g."id" IN ${groupOf(`t."id"`)} ${where}))`,
    params: [...params, ...params, ...params, ...params],
  };
}
