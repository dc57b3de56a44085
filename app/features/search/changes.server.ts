import type { Context } from "~/features/members/context";
import type { SearchChange, SearchDocument } from "~/platform/search-engine/port";
import type { ChangedThings } from "./changed-things";
import { documentId, type IndexedThing } from "./document-ids";
import { announcementDocuments, ownDocuments, replyDocuments } from "./documents.server";

// Documents of 20,000 characters: a few megabytes at most are held at once.
const thingsAtOnce = 200;

/** What the index has to write and to remove so that it says what the database says now, in batches. */
export async function* changesOf(ctx: Context, things: ChangedThings): AsyncGenerator<SearchChange> {
  const { topics, threads, replies, announcements, members } = things;
  yield* changes(ctx, "topic", inParts([...topics, ...threads]), ownDocuments);
  yield* changes(ctx, "reply", inParts([...replies]), replyDocuments);
  yield* changes(ctx, "announcement", inParts([...announcements]), announcementDocuments);
  for (const part of partsOf([...threads])) {
    yield* changes(
      ctx,
      "reply",
      idsOf(ctx, { table: "Reply", column: "topicId", values: part }),
      replyDocuments,
    );
  }
  for (const part of partsOf([...members])) {
    const written = { column: "authorId", values: part } as const;
    yield* changes(ctx, "topic", idsOf(ctx, { table: "Topic", ...written }), ownDocuments);
    yield* changes(ctx, "reply", idsOf(ctx, { table: "Reply", ...written }), replyDocuments);
    yield* changes(
      ctx,
      "announcement",
      idsOf(ctx, { table: "Announcement", ...written }),
      announcementDocuments,
    );
  }
}

/** Whatever is asked for and not found is not to be found any more: hidden, deleted or withdrawn. */
async function* changes(
  ctx: Context,
  type: IndexedThing["type"],
  idParts: AsyncIterable<readonly number[]>,
  read: (ctx: Context, ids: readonly number[]) => Promise<SearchDocument[]>,
): AsyncGenerator<SearchChange> {
  for await (const ids of idParts) {
    const upsert = await read(ctx, ids);
    const found = new Set(upsert.map(({ id }) => id));
    yield { upsert, remove: ids.map((id) => documentId({ type, id })).filter((id) => !found.has(id)) };
  }
}

interface Rows {
  table: "Topic" | "Reply" | "Announcement";
  column: "topicId" | "authorId";
  values: readonly number[];
}

/** Deleted ones too: they have to leave the index. */
async function* idsOf(ctx: Context, { table, column, values }: Rows): AsyncGenerator<number[]> {
  let after = 0;
  for (;;) {
    const rows = await ctx.rows<{ id: number }>(
      `SELECT "id" FROM "${table}" WHERE "${column}" IN (${values.map(() => "?").join(", ")}) AND "id" > ?
       ORDER BY "id" LIMIT ${thingsAtOnce}`,
      [...values, after],
    );
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    after = rows.at(-1)!.id;
  }
}

async function* inParts(ids: readonly number[]): AsyncGenerator<readonly number[]> {
  yield* partsOf(ids);
}

function* partsOf(ids: readonly number[]): Generator<readonly number[]> {
  for (let from = 0; from < ids.length; from += thingsAtOnce) yield ids.slice(from, from + thingsAtOnce);
}
