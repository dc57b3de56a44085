import type { Context } from "~/features/members/context";
import { asDate } from "~/platform/db/columns";
import { publicAnnouncements } from "./visibility";

/** An announcement that answers a topic, as a line of it. */
export interface LinkedAnnouncement {
  topicId: number;
  slug: string;
  title: string;
  language: string;
  release: string;
  publishedAt: Date;
}

/** The published announcements that answer these topics, the latest first. One query, or none. */
export async function listLinkedAnnouncements(
  ctx: Pick<Context, "rows">,
  topicIds: readonly number[],
  { limitEach }: { limitEach: number },
): Promise<LinkedAnnouncement[]> {
  if (topicIds.length === 0) return [];
  const rows = await ctx.rows<LinkedAnnouncement & { place: unknown }>(
    `SELECT * FROM (
       SELECT l."topicId", a."slug", a."title", a."language", a."release", a."publishedAt",
              ROW_NUMBER() OVER (PARTITION BY l."topicId" ORDER BY a."publishedAt" DESC, a."id" DESC) AS "place"
       FROM "AnnouncementTopic" l JOIN "Announcement" a ON a."id" = l."announcementId"
       WHERE l."topicId" IN (${topicIds.map(() => "?").join(", ")}) AND ${publicAnnouncements()}
     ) AS placed WHERE "place" <= ? ORDER BY "topicId", "place"`,
    [...topicIds, limitEach],
  );
  return rows.map(({ place: _place, publishedAt, ...announcement }) => ({
    ...announcement,
    publishedAt: asDate(publishedAt),
  }));
}
