import type { Context } from "~/features/members/context";
import { visibleWhere } from "~/features/topics/visibility";

/** A topic under an announcement, as a line of it. */
export interface LinkedTopic {
  announcementId: number;
  number: number;
  slug: string;
  title: string;
  language: string;
  board: string;
  kind: string;
  status: string;
  /** Votes of a suggestion, people affected by a problem. */
  count: number;
}

/** The topics of these announcements that the viewer may see, those most asked for first. One query, or none. */
export async function listLinkedTopics(
  ctx: Context,
  announcementIds: readonly number[],
  { limitEach }: { limitEach: number },
): Promise<LinkedTopic[]> {
  if (announcementIds.length === 0) return [];
  const visible = visibleWhere(ctx.actor);
  const rows = await ctx.rows<LinkedTopic & { place: unknown }>(
    `SELECT * FROM (
       SELECT l."announcementId", t."number", t."slug", t."title", t."language", t."board", t."kind", t."status",
              ${countOfTopic} AS "count",
              ROW_NUMBER() OVER (PARTITION BY l."announcementId" ORDER BY ${countOfTopic} DESC, t."id") AS "place"
       FROM "AnnouncementTopic" l JOIN "Topic" t ON t."id" = l."topicId"
       WHERE l."announcementId" IN (${announcementIds.map(() => "?").join(", ")}) AND ${visible.sql}
     ) AS placed WHERE "place" <= ? ORDER BY "announcementId", "place"`,
    [...announcementIds, ...visible.params, limitEach],
  );
  return rows.map(({ place: _place, ...topic }) => topic);
}

const countOfTopic = `CASE WHEN t."board" = 'suggestion' THEN t."voteCount" ELSE t."affectedCount" END`;
