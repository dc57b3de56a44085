import { randomUUID } from "node:crypto";
import { type Context, systemContext } from "~/features/members/context";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { SearchWriteFailed } from "~/platform/search-engine/errors";
import type { SearchChange } from "~/platform/search-engine/port";
import { changedThings } from "./changed-things";
import { changesOf } from "./changes.server";

const settleTimeoutMs = 30_000;

/** Keeps the index at what the database says. Hears `indexedEvents`; the same event twice changes nothing. */
export const searchIndexListener: Listener<Platform> = {
  name: "search-index",
  batchSize: 200,
  async handle(platform, deliveries) {
    const ctx = systemContext(platform);
    for await (const change of changesOf(ctx, changedThings(deliveries))) await writeToIndex(ctx, change);
  },
};

/** Done means findable. Throws when it is not, so that the deliveries come again. */
async function writeToIndex(ctx: Context, change: SearchChange): Promise<void> {
  if (change.upsert.length + change.remove.length === 0) return;
  const ticket = await ctx.search.apply({ ...change, batchId: randomUUID() });
  try {
    const settlement = await ctx.search.settled(ticket, { timeoutMs: settleTimeoutMs });
    if (settlement !== "searchable") throw new Error(`the search index answered "${settlement}" to a batch`);
  } catch (error) {
    if (!(error instanceof SearchWriteFailed)) throw error;
    // Sending them again would fail again, for ever; the rest of the batch is in.
    ctx.log.error({ documents: error.poisonIds }, "documents no search engine can hold");
  }
}
