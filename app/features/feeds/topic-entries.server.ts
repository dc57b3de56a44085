import { topicPath } from "~/features/topics/paths";
import type { Board } from "~/features/topics/topic";
import { asDate } from "~/platform/db/columns";
import { entryOf, type TextRow, textColumns } from "./entry-columns";
import type { FeedEntry } from "./feed";
import type { FeedContext } from "./feed-context";
import { oneTopicSource, topicSource } from "./sources";

interface TopicRow extends TextRow {
  number: number;
  slug: string;
  title: string;
  kind: string;
  areaSlug: string;
  createdAt: unknown;
  authorName: string;
  authorDisplayName: string;
}

const columns = `t."number", t."slug", t."title", t."kind", t."createdAt", g."slug" AS "areaSlug",
  m."name" AS "authorName", m."displayName" AS "authorDisplayName", ${textColumns("t")}`;

/** The newest topics of one board, of one area when it is given. One query. */
export async function listTopicEntries(
  ctx: FeedContext,
  which: { board: Board; areaId?: number },
): Promise<FeedEntry[]> {
  const source = topicSource(which);
  const rows = await ctx.rows<TopicRow>(source.select(columns), source.params);
  return rows.map((row) => topicEntry(ctx, row));
}

/** One topic that everybody may read; null when there is none. */
export async function findTopicEntry(
  ctx: FeedContext,
  number: number,
): Promise<{ slug: string; entry: FeedEntry } | null> {
  const source = oneTopicSource(number);
  const [row] = await ctx.rows<TopicRow>(source.select(columns), source.params);
  return row ? { slug: row.slug, entry: topicEntry(ctx, row) } : null;
}

function topicEntry(ctx: FeedContext, row: TopicRow): FeedEntry {
  return entryOf(ctx, {
    row,
    idPath: `topic/${row.number}`,
    path: topicPath(row),
    title: row.title,
    publishedAt: asDate(row.createdAt),
    author: { displayName: row.authorDisplayName, name: row.authorName },
    tags: [row.kind, row.areaSlug],
  });
}
