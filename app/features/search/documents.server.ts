import type { Context } from "~/features/members/context";
import type { SearchDocument } from "~/platform/search-engine/port";
import { announcementSource } from "./announcement-source";
import type { DocumentSource } from "./document-source";
import { replySource } from "./reply-source";
import { topicSource } from "./topic-source";

const readAtOnce = 200;

/** These topics, their replies and official replies. What is hidden from everybody is not among them. */
export async function topicDocuments(ctx: Context, topicIds: readonly number[]): Promise<SearchDocument[]> {
  const own = await ownDocuments(ctx, topicIds);
  return [...own, ...(await readWhere(ctx, replySource, { column: 'r."topicId"', ids: topicIds }))];
}

/** The topics without their replies: enough when only counts or the status changed. */
export async function ownDocuments(ctx: Context, topicIds: readonly number[]): Promise<SearchDocument[]> {
  return readWhere(ctx, topicSource, { column: topicSource.idColumn, ids: topicIds });
}

export async function replyDocuments(ctx: Context, replyIds: readonly number[]): Promise<SearchDocument[]> {
  return readWhere(ctx, replySource, { column: replySource.idColumn, ids: replyIds });
}

export async function announcementDocuments(ctx: Context, ids: readonly number[]): Promise<SearchDocument[]> {
  return readWhere(ctx, announcementSource, { column: announcementSource.idColumn, ids });
}

/** Everything there is, a few hundred at a time: memory does not grow with the site. */
export async function* allDocuments(ctx: Context): AsyncGenerator<SearchDocument[]> {
  yield* readAll(ctx, topicSource);
  yield* readAll(ctx, replySource);
  yield* readAll(ctx, announcementSource);
}

async function readWhere<Row extends { id: number }>(
  ctx: Context,
  source: DocumentSource<Row>,
  { column, ids }: { column: string; ids: readonly number[] },
): Promise<SearchDocument[]> {
  if (ids.length === 0) return [];
  const rev = revNow(ctx);
  const rows = await ctx.rows<Row>(`${source.select} AND ${column} IN (${ids.map(() => "?").join(", ")})`, [
    ...source.params,
    ...ids,
  ]);
  return source.toDocuments(ctx, rows, rev);
}

async function* readAll<Row extends { id: number }>(
  ctx: Context,
  source: DocumentSource<Row>,
): AsyncGenerator<SearchDocument[]> {
  let after = 0;
  for (;;) {
    const rev = revNow(ctx);
    const rows = await ctx.rows<Row>(
      `${source.select} AND ${source.idColumn} > ? ORDER BY ${source.idColumn} LIMIT ${readAtOnce}`,
      [...source.params, after],
    );
    if (rows.length === 0) return;
    yield await source.toDocuments(ctx, rows, rev);
    after = rows.at(-1)!.id;
  }
}

/** Taken before reading: what was read earlier never overwrites what was read later, in whatever order they are sent. */
function revNow({ clock }: Context): number {
  return clock.now().getTime();
}
