import type { Context } from "~/features/members/context";
import { topicPath } from "~/features/topics/paths";
import { visibleWhere } from "~/features/topics/visibility";
import { asDate } from "~/platform/db/columns";
import { textFromHtml } from "~/platform/text/plain-text";
import { markedExcerpt, markedTitle, marksOf } from "./hit-marks";
import { topicKind } from "./question";
import type { ReadableHit } from "./readable-hit";
import type { Result } from "./result";
import { languageOf } from "./thing-language";

interface TopicRow {
  id: number;
  number: number;
  slug: string;
  kind: string;
  title: string;
  bodyHtml: string;
  language: string;
  status: string;
  createdAt: unknown;
  voteCount: number;
  affectedCount: number;
  authorName: string;
  authorDisplayName: string;
}

export async function readTopicHits(ctx: Context, hits: readonly ReadableHit[]): Promise<Result[]> {
  if (hits.length === 0) return [];
  const visible = visibleWhere(ctx.actor);
  const rows = await ctx.rows<TopicRow>(
    `SELECT t."id", t."number", t."slug", t."kind", t."title", t."bodyHtml", t."language", t."status", t."createdAt",
            t."voteCount", t."affectedCount", m."name" AS "authorName", m."displayName" AS "authorDisplayName"
     FROM "Topic" t JOIN "Member" m ON m."id" = t."authorId"
     WHERE t."id" IN (${hits.map(() => "?").join(", ")}) AND ${visible.sql}`,
    [...hits.map(({ id }) => id), ...visible.params],
  );
  return hits.flatMap(({ id, hit }) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row) return [];
    const marks = marksOf(hit);
    return [
      {
        id: hit.id,
        kind: topicKind(row.kind),
        url: topicPath(row),
        title: markedTitle(row.title, marks),
        excerpt: markedExcerpt(textFromHtml(row.bodyHtml), marks),
        language: languageOf(row.language),
        createdAt: asDate(row.createdAt),
        status: row.status,
        author: { name: row.authorName, displayName: row.authorDisplayName },
        votes: row.voteCount,
        affected: row.affectedCount,
        helpful: 0,
        isSolution: false,
        release: "",
        official: null,
      },
    ];
  });
}
