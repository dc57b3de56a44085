import { announcementPath } from "~/features/changelog/paths";
import { visibleAnnouncements } from "~/features/changelog/visibility";
import type { Context } from "~/features/members/context";
import { asDate } from "~/platform/db/columns";
import { textFromHtml } from "~/platform/text/plain-text";
import { markedExcerpt, markedTitle, marksOf } from "./hit-marks";
import type { ReadableHit } from "./readable-hit";
import type { Result } from "./result";
import { languageOf } from "./thing-language";

interface AnnouncementRow {
  id: number;
  slug: string;
  title: string;
  bodyHtml: string;
  language: string;
  release: string;
  publishedAt: unknown;
  authorName: string;
  authorDisplayName: string;
}

export async function readAnnouncementHits(ctx: Context, hits: readonly ReadableHit[]): Promise<Result[]> {
  if (hits.length === 0) return [];
  const rows = await ctx.rows<AnnouncementRow>(
    `SELECT a."id", a."slug", a."title", a."bodyHtml", a."language", a."release",
            COALESCE(a."publishedAt", a."createdAt") AS "publishedAt",
            m."name" AS "authorName", m."displayName" AS "authorDisplayName"
     FROM "Announcement" a JOIN "Member" m ON m."id" = a."authorId"
     WHERE a."id" IN (${hits.map(() => "?").join(", ")}) AND ${visibleAnnouncements(ctx.actor)}`,
    hits.map(({ id }) => id),
  );
  return hits.flatMap(({ id, hit }) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) return [];
    const marks = marksOf(hit);
    return [
      {
        id: hit.id,
        kind: "announcement",
        url: announcementPath(row),
        title: markedTitle(row.title, marks),
        excerpt: markedExcerpt(textFromHtml(row.bodyHtml), marks),
        language: languageOf(row.language),
        createdAt: asDate(row.publishedAt),
        status: null,
        author: { name: row.authorName, displayName: row.authorDisplayName },
        votes: 0,
        affected: 0,
        helpful: 0,
        isSolution: false,
        release: row.release,
        official: null,
      },
    ];
  });
}
