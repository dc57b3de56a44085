import type { Attachment } from "~/features/attachments/attachment";
import type { Context } from "~/features/members/context";
import { asDate, asJson } from "~/platform/db/columns";
import type { SqlValue } from "~/platform/db/client.server";
import { type Label, orderLabels } from "./announcement";
import { askedByColumn } from "./asked-by";
import { type Cursor, endOfMonth, readCursor, writeCursor } from "./cursor";
import { type LinkedTopic, listLinkedTopics } from "./linked-topics.server";
import { publicAnnouncements } from "./visibility";

const pageSize = 10;
const topicsShown = 6;
/** Shorter bodies are shown whole in the list; of longer ones the beginning, with a link to the rest. */
const maxInlineMarkup = 2_000;

export interface ChangelogQuery {
  labels: readonly Label[];
  /** "2026-11": begin at the end of this month. */
  month: string | null;
  /** A cursor of an earlier page. */
  after: string | null;
}

export interface AnnouncementEntry {
  id: number;
  slug: string;
  title: string;
  language: string;
  release: string;
  labels: Label[];
  publishedAt: Date;
  excerpt: string;
  /** The whole body when it is short, else null. */
  bodyHtml: string | null;
  topicCount: number;
  askedBy: number;
  /** Its first picture. */
  cover: Cover | null;
  /** The first few of its topics. */
  topics: LinkedTopic[];
}

export type Cover = Pick<
  Attachment,
  "id" | "mediaType" | "alt" | "width" | "height" | "thumbWidth" | "thumbHeight"
>;

/** One page of published announcements, newest first. Two queries. */
export async function listAnnouncements(
  ctx: Context,
  query: ChangelogQuery,
): Promise<{ entries: AnnouncementEntry[]; next: string | null }> {
  const { sql, params } = whereOf(query);
  const askedBy = askedByColumn();
  const rows = await ctx.rows<Record<string, unknown>>(
    `SELECT a."id", a."slug", a."title", a."language", a."release", a."labels", a."publishedAt", a."excerpt", a."topicCount",
            CASE WHEN length(a."bodyHtml") <= ${maxInlineMarkup} THEN a."bodyHtml" END AS "bodyHtml",
            c."id" AS "coverId", c."mediaType", c."alt", c."width", c."height", c."thumbWidth", c."thumbHeight",
            ${askedBy.sql} AS "askedBy"
     FROM "Announcement" a LEFT JOIN "Attachment" c ON c."id" = a."coverId" AND c."announcementId" = a."id"
     WHERE ${sql} ORDER BY a."publishedAt" DESC, a."id" DESC LIMIT ${pageSize + 1}`,
    [...askedBy.params, ...params],
  );
  const shown = rows.slice(0, pageSize);
  const topics = await listLinkedTopics(
    ctx,
    shown.map((row) => row.id as number),
    { limitEach: topicsShown },
  );
  const entries = shown.map((row) =>
    entryOf(
      row,
      topics.filter((topic) => topic.announcementId === row.id),
    ),
  );
  const last = entries.at(-1);
  return { entries, next: rows.length > pageSize && last ? writeCursor(last) : null };
}

function whereOf({ labels, month, after }: ChangelogQuery): { sql: string; params: SqlValue[] } {
  const conditions = [publicAnnouncements()];
  const params: SqlValue[] = [];
  if (labels.length > 0) {
    // A JSON list of words, as text on both databases.
    conditions.push(`(${labels.map(() => `CAST(a."labels" AS TEXT) LIKE ?`).join(" OR ")})`);
    params.push(...labels.map((label) => `%"${label}"%`));
  }
  const from: Cursor | null = readCursor(after);
  const before = endOfMonth(month);
  if (from) {
    conditions.push(`(a."publishedAt" < ? OR (a."publishedAt" = ? AND a."id" < ?))`);
    params.push(from.publishedAt, from.publishedAt, from.id);
  } else if (before) {
    conditions.push(`a."publishedAt" < ?`);
    params.push(before);
  }
  return { sql: conditions.join(" AND "), params };
}

type Row = Record<string, unknown>;

function entryOf(row: Row, topics: LinkedTopic[]): AnnouncementEntry {
  const { coverId, mediaType, alt, width, height, thumbWidth, thumbHeight, ...columns } = row;
  const cover = { id: coverId, mediaType, alt, width, height, thumbWidth, thumbHeight };
  return {
    ...(columns as unknown as AnnouncementEntry),
    labels: orderLabels(asJson(row.labels)),
    publishedAt: asDate(row.publishedAt),
    askedBy: Number(row.askedBy),
    cover: coverId === null ? null : (cover as Cover),
    topics,
  };
}
