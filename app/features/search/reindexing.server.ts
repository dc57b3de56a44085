import type { Context } from "~/features/members/context";
import type { RebuildReport, SearchDocument } from "~/platform/search-engine/port";
import { changedThings, indexedEvents } from "./changed-things";
import { changesOf } from "./changes.server";
import { allDocuments } from "./documents.server";

const eventsAtOnce = 500;
// An event bears the time it was written at; its transaction may have committed a little later.
const longestTransactionMs = 60_000;

interface Options {
  /** Called now and then with how many documents are in. */
  onProgress?: (progress: { documents: number; total: number }) => void;
}

/** Builds the index anew from the database, beside the one in use, and puts it in its place when it is whole. */
export async function reindex(ctx: Context, { onProgress }: Options = {}): Promise<RebuildReport> {
  const startedAt = new Date(ctx.clock.now().getTime() - longestTransactionMs);
  const total = onProgress ? await countThings(ctx) : 0;
  return ctx.search.rebuild(counted(), { catchUp: () => changedSince(ctx, startedAt) });

  async function* counted(): AsyncGenerator<SearchDocument[]> {
    let documents = 0;
    for await (const batch of allDocuments(ctx)) {
      yield batch;
      documents += batch.length;
      onProgress?.({ documents, total: Math.max(total, documents) });
    }
  }
}

/** What happened while the documents were read, as far as its events were not handed to this index meanwhile. */
async function* changedSince(ctx: Context, startedAt: Date) {
  let after = 0;
  for (;;) {
    const events = await ctx.db.outbox.findMany({
      where: {
        id: { gt: after },
        listener: null,
        type: { in: [...indexedEvents] },
        createdAt: { gte: startedAt },
      },
      orderBy: { id: "asc" },
      take: eventsAtOnce,
    });
    if (events.length === 0) return;
    const changes = events.map(({ type, payload }) => ({
      type,
      payload: payload as Record<string, unknown>,
    }));
    yield* changesOf(ctx, changedThings(changes));
    after = events.at(-1)!.id;
  }
}

async function countThings(ctx: Context): Promise<number> {
  const [row] = await ctx.rows<{ things: number | bigint }>(
    `SELECT (SELECT COUNT(*) FROM "Topic") + (SELECT COUNT(*) FROM "Reply") + (SELECT COUNT(*) FROM "Announcement") AS "things"`,
  );
  return Number(row?.things ?? 0);
}
