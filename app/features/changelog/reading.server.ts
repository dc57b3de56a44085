import { type Attachment } from "~/features/attachments/attachment";
import { listAttachments } from "~/features/attachments/reading.server";
import type { Context } from "~/features/members/context";
import { asDate, asDateOrNull, asJson } from "~/platform/db/columns";
import { Gone, NotFound } from "~/platform/errors";
import { type AnnouncementStatus, type Label, orderLabels } from "./announcement";
import { jsonRows } from "~/features/topics/json-rows";
import type { ReactionCounts, ReactionKind } from "~/features/topics/reaction";
import { askedByColumn } from "./asked-by";
import { type LinkedTopic, listLinkedTopics } from "./linked-topics.server";
import { mayReadAnnouncement } from "./policy";
import { publicAnnouncements } from "./visibility";

const topicsShown = 100;

export interface Announcement {
  id: number;
  slug: string;
  title: string;
  body: string;
  bodyHtml: string;
  excerpt: string;
  language: string;
  release: string;
  labels: Label[];
  status: AnnouncementStatus;
  version: number;
  createdAt: Date;
  publishedAt: Date | null;
  /** When people were told of it. */
  announcedAt: Date | null;
  editedAt: Date | null;
  topicCount: number;
  askedBy: number;
  reactions: ReactionCounts;
  /** The reader's own reactions. */
  mine: ReactionKind[];
  author: { id: number; name: string; displayName: string };
}

export interface Neighbour {
  slug: string;
  title: string;
  language: string;
  release: string;
}

export interface AnnouncementPage {
  announcement: Announcement;
  topics: LinkedTopic[];
  pictures: Attachment[];
  newer: Neighbour | null;
  older: Neighbour | null;
}

/** An announcement the viewer may read. A draft is not there for others; of a withdrawn one they learn that it is gone. */
export async function getAnnouncement(ctx: Context, slug: string): Promise<Announcement> {
  const askedBy = askedByColumn();
  const mine = jsonRows(ctx.databaseKind, {
    fields: { kind: `n."kind"` },
    from: `"Reaction" n WHERE n."announcementId" = a."id" AND n."memberId" = ?`,
    order: `n."kind"`,
  });
  const [row] = await ctx.rows<Record<string, unknown>>(
    `SELECT a."id", a."slug", a."title", a."body", a."bodyHtml", a."excerpt", a."language", a."release", a."labels",
            a."status", a."version", a."createdAt", a."publishedAt", a."announcedAt", a."editedAt", a."topicCount", a."reactions", a."authorId",
            m."name" AS "authorName", m."displayName" AS "authorDisplayName", ${askedBy.sql} AS "askedBy", ${mine} AS "mine"
     FROM "Announcement" a JOIN "Member" m ON m."id" = a."authorId" WHERE a."slug" = ?`,
    [...askedBy.params, ctx.actor?.id ?? 0, slug],
  );
  if (!row) throw new NotFound("announcement");
  const announcement = announcementOf(row);
  requireReadable(ctx, announcement);
  return announcement;
}

/** Every page of an entry says the same of one that may not be read: a draft is not there, a withdrawn one is gone. */
export function requireReadable(
  { actor }: Pick<Context, "actor">,
  { status }: Pick<Announcement, "status">,
): void {
  if (mayReadAnnouncement(actor, { status })) return;
  throw status === "withdrawn" ? new Gone("announcement") : new NotFound("announcement");
}

/** The same with all its page shows. Four queries. */
export async function getAnnouncementPage(ctx: Context, slug: string): Promise<AnnouncementPage> {
  const announcement = await getAnnouncement(ctx, slug);
  const [topics, pictures, neighbours] = await Promise.all([
    listLinkedTopics(ctx, [announcement.id], { limitEach: topicsShown }),
    listAttachments(ctx, { announcementIds: [announcement.id] }),
    announcement.publishedAt
      ? findNeighbours(ctx, announcement.publishedAt, announcement.id)
      : { newer: null, older: null },
  ]);
  return { announcement, topics, pictures, ...neighbours };
}

async function findNeighbours(ctx: Context, publishedAt: Date, id: number) {
  const rows = await ctx.rows<Neighbour & { side: "newer" | "older" }>(
    `SELECT * FROM (SELECT 'newer' AS "side", a."slug", a."title", a."language", a."release" FROM "Announcement" a
       WHERE ${publicAnnouncements()} AND (a."publishedAt" > ? OR (a."publishedAt" = ? AND a."id" > ?))
       ORDER BY a."publishedAt", a."id" LIMIT 1) AS newer
     UNION ALL SELECT * FROM (SELECT 'older' AS "side", a."slug", a."title", a."language", a."release" FROM "Announcement" a
       WHERE ${publicAnnouncements()} AND (a."publishedAt" < ? OR (a."publishedAt" = ? AND a."id" < ?))
       ORDER BY a."publishedAt" DESC, a."id" DESC LIMIT 1) AS older`,
    [publishedAt, publishedAt, id, publishedAt, publishedAt, id],
  );
  const find = (side: "newer" | "older") => rows.find((row) => row.side === side) ?? null;
  return { newer: find("newer"), older: find("older") };
}

function announcementOf(row: Record<string, unknown>): Announcement {
  const { authorId, authorName, authorDisplayName, ...columns } = row;
  return {
    ...(columns as unknown as Announcement),
    labels: orderLabels(asJson(row.labels)),
    reactions: asJson<ReactionCounts | null>(row.reactions) ?? {},
    createdAt: asDate(row.createdAt),
    publishedAt: asDateOrNull(row.publishedAt),
    announcedAt: asDateOrNull(row.announcedAt),
    editedAt: asDateOrNull(row.editedAt),
    askedBy: Number(row.askedBy),
    mine: asJson<{ kind: ReactionKind }[]>(row.mine).map(({ kind }) => kind),
    author: { id: authorId as number, name: authorName as string, displayName: authorDisplayName as string },
  };
}
