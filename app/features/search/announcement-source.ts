import { publicAnnouncements } from "~/features/changelog/visibility";
import { asDate } from "~/platform/db/columns";
import { publicAudience } from "~/platform/search-engine/viewer";
import { documentId } from "./document-ids";
import { type DocumentSource, indexedText } from "./document-source";
import { languageOf } from "./thing-language";

interface AnnouncementRow {
  id: number;
  title: string;
  bodyHtml: string;
  language: string;
  release: string;
  authorId: number;
  authorName: string;
  publishedAt: unknown;
}

export const announcementSource: DocumentSource<AnnouncementRow> = {
  select: `SELECT a."id", a."title", a."bodyHtml", a."language", a."release", a."authorId",
      m."displayName" AS "authorName", COALESCE(a."publishedAt", a."createdAt") AS "publishedAt"
    FROM "Announcement" a JOIN "Member" m ON m."id" = a."authorId"
    WHERE ${publicAnnouncements("a")}`,
  params: [],
  idColumn: `a."id"`,
  async toDocuments(_ctx, rows, rev) {
    return rows.map((row) => ({
      id: documentId({ type: "announcement", id: row.id }),
      kind: "changelog",
      threadId: documentId({ type: "announcement", id: row.id }),
      audience: [publicAudience],
      title: row.title,
      body: indexedText(row.bodyHtml),
      tags: row.release ? [row.release] : [],
      authorId: String(row.authorId),
      authorName: row.authorName,
      official: false,
      votes: 0,
      replyCount: 0,
      createdAt: asDate(row.publishedAt),
      activeAt: asDate(row.publishedAt),
      language: languageOf(row.language),
      rev,
    }));
  },
};
