import { publicAnnouncements } from "~/features/changelog/visibility";
import type { Board } from "~/features/topics/topic";
import { visibleReplyWhere, visibleWhere } from "~/features/topics/visibility";
import type { SqlValue } from "~/platform/db/client.server";

/** What one feed carries at most. Readers fetch often, and more than this they have seen before. */
export const entriesPerFeed = 30;

/** The newest things of one kind that everybody may see: what a feed is written from, and what its tag is made of. */
export interface Source {
  /** SQL that gives these columns of each, newest first. */
  select(columns: string): string;
  params: SqlValue[];
  /** What of them stands in a feed besides their text. */
  shown: Shown;
}

interface Shown {
  id: string;
  text: string;
  publishedAt: string;
  words: string[];
}

const author = [`m."name"`, `m."displayName"`];

/** Topics of one board, of one area when it is given. */
export function topicSource({ board, areaId }: { board: Board; areaId?: number }): Source {
  const visible = visibleWhere(null);
  const inArea: SqlValue[] = areaId === undefined ? [] : [areaId];
  const where = `t."board" = ? AND t."isListed" = TRUE AND ${visible.sql}${inArea.length > 0 ? ` AND t."areaId" = ?` : ""}`;
  return {
    select: (columns) =>
      `SELECT ${columns} FROM ${topicTables} WHERE ${where} ORDER BY t."createdAt" DESC, t."id" DESC LIMIT ${entriesPerFeed}`,
    params: [board, ...visible.params, ...inArea],
    shown: topicShown,
  };
}

/** One topic. */
export function oneTopicSource(number: number): Source {
  const visible = visibleWhere(null);
  return {
    select: (columns) => `SELECT ${columns} FROM ${topicTables} WHERE t."number" = ? AND ${visible.sql}`,
    params: [number, ...visible.params],
    shown: topicShown,
  };
}

const topicTables = `"Topic" t JOIN "Member" m ON m."id" = t."authorId" JOIN "Area" g ON g."id" = t."areaId"`;
const topicShown: Shown = {
  id: `t."id"`,
  text: "t",
  publishedAt: `t."createdAt"`,
  words: [`t."title"`, `t."slug"`, `t."kind"`, `g."slug"`, ...author],
};

/** Replies of a topic that everybody may read. */
export function replySource(number: number): Source {
  const [topics, replies] = [visibleWhere(null), visibleReplyWhere(null)];
  return {
    select: (columns) =>
      `SELECT ${columns} FROM "Topic" t JOIN "Reply" r ON r."topicId" = t."id" JOIN "Member" m ON m."id" = r."authorId"
       WHERE t."number" = ? AND ${topics.sql} AND ${replies.sql}
       ORDER BY r."createdAt" DESC, r."id" DESC LIMIT ${entriesPerFeed}`,
    params: [number, ...topics.params, ...replies.params],
    shown: { id: `r."id"`, text: "r", publishedAt: `r."createdAt"`, words: [...author, `t."title"`] },
  };
}

/** Official replies on topics everybody may read. */
export function officialSource(): Source {
  const [topics, replies] = [visibleWhere(null), visibleReplyWhere(null)];
  return {
    select: (columns) =>
      `SELECT ${columns} FROM "OfficialReply" o
       JOIN "Reply" r ON r."id" = o."replyId" JOIN "Topic" t ON t."id" = o."topicId"
       JOIN "Member" m ON m."id" = r."authorId"
       WHERE ${topics.sql} AND ${replies.sql} ORDER BY o."postedAt" DESC, o."replyId" DESC LIMIT ${entriesPerFeed}`,
    params: [...topics.params, ...replies.params],
    shown: {
      id: `r."id"`,
      text: "r",
      publishedAt: `o."postedAt"`,
      words: [`o."type"`, `o."authorName"`, `o."authorTitle"`, `m."name"`, `t."title"`],
    },
  };
}

/** Published announcements. */
export function announcementSource(): Source {
  return {
    select: (columns) =>
      `SELECT ${columns} FROM "Announcement" a JOIN "Member" m ON m."id" = a."authorId"
       WHERE ${publicAnnouncements()} ORDER BY a."publishedAt" DESC, a."id" DESC LIMIT ${entriesPerFeed}`,
    params: [],
    shown: {
      id: `a."id"`,
      text: "a",
      publishedAt: `a."publishedAt"`,
      words: [`a."title"`, `a."release"`, `a."slug"`, `CAST(a."labels" AS TEXT)`, ...author],
    },
  };
}
