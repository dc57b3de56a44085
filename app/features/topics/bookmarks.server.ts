import type { MemberContext } from "~/features/members/context";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import { excerpt } from "~/platform/text/excerpt";
import { textFromMarkdown } from "~/platform/text/plain-text";
import { readCursor, writeCursor } from "./list-cursor";
import { mayRead } from "./policy";

const bookmarksPerPage = 25;
const excerptCharacters = 160;
const sourceCharacters = 1_000;

export interface BookmarkLine {
  id: number;
  note: string;
  createdAt: Date;
  isReply: boolean;
  /** What it is on; null once that cannot be read any more. */
  kept: {
    number: number;
    slug: string;
    title: string;
    language: string;
    reply: { id: number; by: string; excerpt: string; language: string } | null;
  } | null;
}

/** The member's own bookmarks, the latest first. What has gone keeps its line and its note, and says nothing else. */
export async function listBookmarks(
  ctx: MemberContext,
  after: string | null,
): Promise<{ bookmarks: BookmarkLine[]; next: string | null }> {
  const cursor = readCursor(after, "newest");
  const rows = await ctx.rows<Row>(
    `SELECT b."id", b."note", b."createdAt", b."replyId", t."number", t."slug", t."title", t."language",
       t."authorId", t."deletedAt", t."heldAt", substr(r."body", 1, ${sourceCharacters}) AS "source",
       r."language" AS "replyLanguage", r."authorId" AS "replyAuthorId", r."deletedAt" AS "replyDeletedAt",
       r."heldAt" AS "replyHeldAt", m."displayName" AS "by"
     FROM "Bookmark" b LEFT JOIN "Reply" r ON r."id" = b."replyId"
     JOIN "Topic" t ON t."id" = COALESCE(b."topicId", r."topicId") LEFT JOIN "Member" m ON m."id" = r."authorId"
     WHERE b."memberId" = ?${cursor ? ` AND (b."createdAt", b."id") < (?, ?)` : ""}
     ORDER BY b."createdAt" DESC, b."id" DESC LIMIT ${bookmarksPerPage + 1}`,
    [ctx.actor.id, ...(cursor ? [cursor.key as Date, cursor.id] : [])],
  );
  const bookmarks = rows.slice(0, bookmarksPerPage).map((row) => lineOf(ctx, row));
  const last = rows.length > bookmarksPerPage ? bookmarks.at(-1) : undefined;
  return { bookmarks, next: last ? writeCursor({ key: last.createdAt, id: last.id }) : null };
}

type Row = Record<"createdAt" | "deletedAt" | "heldAt" | "replyDeletedAt" | "replyHeldAt", unknown> &
  Record<"id" | "number" | "authorId", number> &
  Record<"note" | "slug" | "title" | "language", string> & {
    replyId: number | null;
    replyAuthorId: number | null;
    source: string | null;
    replyLanguage: string | null;
    by: string | null;
  };

function lineOf({ actor }: MemberContext, row: Row): BookmarkLine {
  const { id, note, number, slug, title, language, replyId } = row;
  const isTopicThere = mayRead(actor, readable(row.authorId, row.deletedAt, row.heldAt));
  const isReplyThere =
    replyId === null || mayRead(actor, readable(row.replyAuthorId!, row.replyDeletedAt, row.replyHeldAt));
  const line = { id, note, createdAt: asDate(row.createdAt), isReply: replyId !== null };
  if (!isTopicThere || !isReplyThere) return { ...line, kept: null };
  const reply = replyId !== null && {
    id: replyId,
    by: row.by!,
    excerpt: excerpt(textFromMarkdown(row.source!), excerptCharacters),
    language: row.replyLanguage!,
  };
  return { ...line, kept: { number, slug, title, language, reply: reply || null } };
}

function readable(authorId: number, deletedAt: unknown, heldAt: unknown) {
  return { authorId, deletedAt: asDateOrNull(deletedAt), heldAt: asDateOrNull(heldAt) };
}
