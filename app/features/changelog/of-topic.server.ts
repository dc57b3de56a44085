import type { Context } from "~/features/members/context";
import { asDate } from "~/platform/db/columns";
import { announcementPath } from "./paths";
import { publicAnnouncements } from "./visibility";

/** A published announcement as a topic it answers names it. */
export interface TopicAnnouncement {
  id: number;
  href: string;
  title: string;
  language: string;
  release: string;
  publishedAt: Date;
}

/** The published announcements that answer a topic, oldest first: for its timeline and its facts. One query. */
export async function listAnnouncementsOfTopic(ctx: Context, topicId: number): Promise<TopicAnnouncement[]> {
  const rows = await ctx.rows<Omit<TopicAnnouncement, "href"> & { slug: string }>(
    `SELECT a."id", a."slug", a."title", a."language", a."release", a."publishedAt"
     FROM "AnnouncementTopic" l JOIN "Announcement" a ON a."id" = l."announcementId"
     WHERE l."topicId" = ? AND ${publicAnnouncements()} ORDER BY a."publishedAt", a."id"`,
    [topicId],
  );
  return rows.map(({ slug, publishedAt, ...announcement }) => ({
    ...announcement,
    href: announcementPath({ slug }),
    publishedAt: asDate(publishedAt),
  }));
}
