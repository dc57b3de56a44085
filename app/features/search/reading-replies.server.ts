import { announcementPath } from "~/features/changelog/paths";
import { publicAnnouncements } from "~/features/changelog/visibility";
import type { Context } from "~/features/members/context";
import { replyPath } from "~/features/topics/paths";
import { visibleReplyWhere, visibleWhere } from "~/features/topics/visibility";
import { asBoolean, asDate } from "~/platform/db/columns";
import { textFromHtml } from "~/platform/text/plain-text";
import { markedExcerpt, markedTitle, marksOf } from "./hit-marks";
import type { ReadableHit } from "./readable-hit";
import type { OfficialMark, Result } from "./result";
import { languageOf } from "./thing-language";

interface ReplyRow {
  id: number;
  number: number;
  topicTitle: string;
  status: string;
  bodyHtml: string;
  language: string;
  createdAt: unknown;
  helpfulCount: number;
  isSolution: unknown;
  authorName: string;
  authorDisplayName: string;
  reference: string | null;
  sealName: string;
  sealTitle: string;
  postedAt: unknown;
  settledBySlug: string | null;
  settledByRelease: string;
  settledByTitle: string;
}

/** Replies with the topic they stand in; official ones with their seal and what settled them. */
export async function readReplyHits(ctx: Context, hits: readonly ReadableHit[]): Promise<Result[]> {
  if (hits.length === 0) return [];
  const topic = visibleWhere(ctx.actor);
  const reply = visibleReplyWhere(ctx.actor);
  const rows = await ctx.rows<ReplyRow>(
    `SELECT r."id", t."number", t."title" AS "topicTitle", t."status", r."bodyHtml", r."language", r."createdAt",
            r."helpfulCount", CASE WHEN t."solutionId" = r."id" THEN 1 ELSE 0 END AS "isSolution",
            m."name" AS "authorName", m."displayName" AS "authorDisplayName",
            o."reference", o."authorName" AS "sealName", o."authorTitle" AS "sealTitle", o."postedAt",
            a."slug" AS "settledBySlug", a."release" AS "settledByRelease", a."title" AS "settledByTitle"
     FROM "Reply" r
     JOIN "Topic" t ON t."id" = r."topicId"
     JOIN "Member" m ON m."id" = r."authorId"
     LEFT JOIN "OfficialReply" o ON o."replyId" = r."id"
     LEFT JOIN "Announcement" a ON a."id" = (${newestAnnouncement})
     WHERE r."id" IN (${hits.map(() => "?").join(", ")}) AND ${topic.sql} AND ${reply.sql}`,
    [...hits.map(({ id }) => id), ...topic.params, ...reply.params],
  );
  return hits.flatMap(({ id, hit }) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) return [];
    const marks = marksOf(hit);
    return [
      {
        id: hit.id,
        kind: "reply",
        url: replyPath(row.number, row.id),
        title: markedTitle(row.topicTitle, marks),
        excerpt: markedExcerpt(textFromHtml(row.bodyHtml), marks),
        language: languageOf(row.language),
        createdAt: asDate(row.createdAt),
        status: row.status,
        author: { name: row.authorName, displayName: row.authorDisplayName },
        votes: 0,
        affected: 0,
        helpful: row.helpfulCount,
        isSolution: asBoolean(row.isSolution),
        release: "",
        official: officialOf(row),
      },
    ];
  });
}

const newestAnnouncement = `SELECT p."id" FROM "OfficialReplyAnnouncement" l JOIN "Announcement" p ON p."id" = l."announcementId"
  WHERE l."replyId" = r."id" AND ${publicAnnouncements("p")} ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT 1`;

function officialOf(row: ReplyRow): OfficialMark | null {
  if (!row.reference) return null;
  const slug = row.settledBySlug;
  return {
    reference: row.reference,
    authorName: row.sealName,
    authorTitle: row.sealTitle,
    postedAt: asDate(row.postedAt),
    settledBy: slug
      ? { label: row.settledByRelease || row.settledByTitle, url: announcementPath({ slug }) }
      : null,
  };
}
