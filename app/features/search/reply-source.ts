import { visibleReplyWhere, visibleWhere } from "~/features/topics/visibility";
import { asBoolean, asDate } from "~/platform/db/columns";
import { publicAudience } from "~/platform/search-engine/viewer";
import { documentId } from "./document-ids";
import { type DocumentSource, indexedText } from "./document-source";
import { languageOf } from "./thing-language";

interface ReplyRow {
  id: number;
  topicId: number;
  topicTitle: string;
  board: string;
  area: string;
  bodyHtml: string;
  language: string;
  authorId: number;
  authorName: string;
  isOfficial: unknown;
  helpfulCount: number;
  createdAt: unknown;
}

const topic = visibleWhere(null);
const reply = visibleReplyWhere(null);

export const replySource: DocumentSource<ReplyRow> = {
  select: `SELECT r."id", r."topicId", t."title" AS "topicTitle", t."board", a."slug" AS "area", r."bodyHtml", r."language",
      r."authorId", m."displayName" AS "authorName", r."isOfficial", r."helpfulCount", r."createdAt"
    FROM "Reply" r JOIN "Topic" t ON t."id" = r."topicId" JOIN "Area" a ON a."id" = t."areaId"
    JOIN "Member" m ON m."id" = r."authorId"
    WHERE ${topic.sql} AND ${reply.sql}`,
  params: [...topic.params, ...reply.params],
  idColumn: `r."id"`,
  async toDocuments(_ctx, rows, rev) {
    return rows.map((row) => {
      const official = asBoolean(row.isOfficial);
      return {
        id: documentId({ type: "reply", id: row.id }),
        kind: row.board === "suggestion" ? "comment" : "reply",
        threadId: documentId({ type: "topic", id: row.topicId }),
        audience: [publicAudience],
        // An official reply is found by the question it answers. Others only by their own words, or a topic of a
        // hundred replies would fill five pages.
        title: official ? row.topicTitle : "",
        body: indexedText(row.bodyHtml),
        tags: [],
        category: row.area,
        authorId: String(row.authorId),
        authorName: row.authorName,
        official,
        votes: row.helpfulCount,
        replyCount: 0,
        createdAt: asDate(row.createdAt),
        activeAt: asDate(row.createdAt),
        language: languageOf(row.language),
        rev,
      };
    });
  },
};
