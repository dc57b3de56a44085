import { type Label, orderLabels } from "~/features/changelog/announcement";
import { askedByColumn } from "~/features/changelog/asked-by";
import { publicAnnouncements } from "~/features/changelog/visibility";
import type { Context } from "~/features/members/context";
import { visibleReplyWhere, visibleWhere } from "~/features/topics/visibility";
import { asDate, asJson } from "~/platform/db/columns";
import { excerpt } from "~/platform/text/excerpt";
import { textFromMarkdown } from "~/platform/text/plain-text";

const letterCharacters = 220;
// Enough for that many characters whatever marks stand between them.
const sourceRead = 1_200;

/** An official reply as the first page shows it. */
export interface TeamLetter {
  reference: string;
  author: { name: string; title: string };
  postedAt: Date;
  text: string;
  language: string;
  topic: { number: number; slug: string; title: string; language: string };
}

export interface TeamAnnouncement {
  slug: string;
  title: string;
  language: string;
  release: string;
  labels: Label[];
  publishedAt: Date;
  askedBy: number;
}

type Row = Record<string, unknown>;

/** What the team said last in any topic everybody can read, newest first. One query. */
export async function listLatestLetters(
  ctx: Pick<Context, "rows">,
  { limit }: { limit: number },
): Promise<TeamLetter[]> {
  const topic = visibleWhere(null);
  const reply = visibleReplyWhere(null);
  const rows = await ctx.rows<Row>(
    `SELECT o."reference", o."authorName", o."authorTitle", o."postedAt", r."language" AS "replyLanguage",
       substr(r."body", 1, ${sourceRead}) AS "source", t."number", t."slug", t."title", t."language"
     FROM "OfficialReply" o JOIN "Reply" r ON r."id" = o."replyId" JOIN "Topic" t ON t."id" = o."topicId"
     WHERE ${reply.sql} AND ${topic.sql} ORDER BY o."postedAt" DESC, o."replyId" DESC LIMIT ?`,
    [...reply.params, ...topic.params, limit],
  );
  return rows.map((row) => ({
    reference: row.reference as string,
    author: { name: row.authorName as string, title: row.authorTitle as string },
    postedAt: asDate(row.postedAt),
    text: excerpt(textFromMarkdown(row.source as string), letterCharacters),
    language: row.replyLanguage as string,
    topic: {
      number: row.number as number,
      slug: row.slug as string,
      title: row.title as string,
      language: row.language as string,
    },
  }));
}

/** The last published announcements, newest first. One query. */
export async function listLatestAnnouncements(
  ctx: Pick<Context, "rows">,
  { limit }: { limit: number },
): Promise<TeamAnnouncement[]> {
  const askedBy = askedByColumn();
  const rows = await ctx.rows<Row>(
    `SELECT a."slug", a."title", a."language", a."release", a."labels", a."publishedAt", ${askedBy.sql} AS "askedBy"
     FROM "Announcement" a WHERE ${publicAnnouncements()} ORDER BY a."publishedAt" DESC, a."id" DESC LIMIT ?`,
    [...askedBy.params, limit],
  );
  return rows.map((row) => ({
    slug: row.slug as string,
    title: row.title as string,
    language: row.language as string,
    release: row.release as string,
    labels: orderLabels(asJson(row.labels)),
    publishedAt: asDate(row.publishedAt),
    askedBy: Number(row.askedBy),
  }));
}
