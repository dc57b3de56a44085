import type { Context } from "~/features/members/context";
import { visibleWhere } from "~/features/topics/visibility";
import { asDate } from "~/platform/db/columns";
import { publicAudience } from "~/platform/search-engine/viewer";
import { type DocumentSource, indexedText } from "./document-source";
import { documentId } from "./document-ids";
import { topicKind } from "./question";
import { languageOf } from "./thing-language";

interface TopicRow {
  id: number;
  kind: string;
  title: string;
  bodyHtml: string;
  language: string;
  status: string;
  area: string;
  authorId: number;
  authorName: string;
  voteCount: number;
  affectedCount: number;
  replyCount: number;
  officialCount: number;
  solutionId: number | null;
  createdAt: unknown;
  lastActivityAt: unknown;
}

const visible = visibleWhere(null);

export const topicSource: DocumentSource<TopicRow> = {
  select: `SELECT t."id", t."kind", t."title", t."bodyHtml", t."language", t."status", a."slug" AS "area", t."authorId",
      m."displayName" AS "authorName", t."voteCount", t."affectedCount", t."replyCount", t."officialCount",
      t."solutionId", t."createdAt", t."lastActivityAt"
    FROM "Topic" t JOIN "Area" a ON a."id" = t."areaId" JOIN "Member" m ON m."id" = t."authorId"
    WHERE ${visible.sql}`,
  params: visible.params,
  idColumn: `t."id"`,
  async toDocuments(ctx, rows, rev) {
    const tags = await tagsOf(
      ctx,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      id: documentId({ type: "topic", id: row.id }),
      kind: topicKind(row.kind),
      threadId: documentId({ type: "topic", id: row.id }),
      audience: [publicAudience],
      title: row.title,
      body: indexedText(row.bodyHtml),
      tags: tags.get(row.id) ?? [],
      status: row.status,
      category: row.area,
      authorId: String(row.authorId),
      authorName: row.authorName,
      official: false,
      answered: row.officialCount > 0 || row.solutionId !== null,
      votes: row.voteCount + row.affectedCount,
      replyCount: row.replyCount,
      createdAt: asDate(row.createdAt),
      activeAt: asDate(row.lastActivityAt),
      language: languageOf(row.language),
      rev,
    }));
  },
};

async function tagsOf(ctx: Context, topicIds: readonly number[]): Promise<Map<number, string[]>> {
  const byTopic = new Map<number, string[]>();
  if (topicIds.length === 0) return byTopic;
  const rows = await ctx.rows<{ topicId: number; name: string }>(
    `SELECT l."topicId", g."name" FROM "TopicTag" l JOIN "Tag" g ON g."id" = l."tagId"
     WHERE l."topicId" IN (${topicIds.map(() => "?").join(", ")}) ORDER BY g."slug"`,
    topicIds,
  );
  for (const { topicId, name } of rows) byTopic.set(topicId, [...(byTopic.get(topicId) ?? []), name]);
  return byTopic;
}
