import { readDocumentId } from "~/features/search/document-ids";
import { searchIndexListener } from "~/features/search/indexing.server";
import type { Delivery } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import type { Check } from "./check";
import { findableThings } from "./findable-things.server";
import { type Things, waitingThings } from "./waiting-things.server";

const idsAtOnce = 1_000;

const setOf = { topic: "topics", reply: "replies", announcement: "announcements" } as const;

/** What the index lacks, holds in an older form, or holds though nobody may find it any more. */
export const indexDriftCheck: Check = {
  name: "posts the search index has wrong",
  async count(platform) {
    const { topics, replies, announcements } = await driftedThings(platform);
    return topics.size + replies.size + announcements.size;
  },
  /** Indexed again as if their events came once more: what is right by now stays as it is. */
  async fix(platform) {
    const { topics, replies, announcements } = await driftedThings(platform);
    const again = [
      ...[...topics].map((topicId) => delivery("topic.status-changed", { topicId })),
      ...[...replies].map((replyId) => delivery("reply.edited", { replyId })),
      ...[...announcements].map((announcementId) => delivery("announcement.edited", { announcementId })),
    ];
    for (let from = 0; from < again.length; from += idsAtOnce)
      await searchIndexListener.handle(platform, again.slice(from, from + idsAtOnce));
    return again.length;
  },
};

async function driftedThings(platform: Platform): Promise<Things> {
  const indexed = await indexedThings(platform);
  const drifted: Things = { topics: new Set(), replies: new Set(), announcements: new Set() };
  for await (const { type, id, changedAt } of findableThings(platform)) {
    const known = indexed[type].get(id);
    indexed[type].delete(id);
    if (known === undefined || known < changedAt.getTime()) drifted[setOf[type]].add(id);
  }
  for (const type of ["topic", "reply", "announcement"] as const) {
    for (const id of indexed[type].keys()) drifted[setOf[type]].add(id);
  }
  // What its event has not reached yet is late, not lost.
  const waiting = await waitingThings(platform);
  for (const key of ["topics", "replies", "announcements"] as const) {
    for (const id of waiting[key]) drifted[key].delete(id);
  }
  return drifted;
}

/** When what the index holds was read from the database, in milliseconds. */
async function indexedThings({ search }: Platform) {
  const indexed = {
    topic: new Map<number, number>(),
    reply: new Map<number, number>(),
    announcement: new Map<number, number>(),
  };
  for (let after = ""; ;) {
    const page = await search.listIds(after, idsAtOnce);
    for (const { id, rev } of page) {
      const thing = readDocumentId(id);
      if (thing) indexed[thing.type].set(thing.id, rev);
    }
    if (page.length < idsAtOnce) return indexed;
    after = page.at(-1)!.id;
  }
}

function delivery(type: string, payload: Record<string, number>): Delivery {
  return { id: 0, type, payload, attempts: 0 };
}
