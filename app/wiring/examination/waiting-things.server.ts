import { type ChangedThings, changedThings, indexedEvents } from "~/features/search/changed-things";
import { searchIndexListener } from "~/features/search/indexing.server";
import type { Platform } from "~/platform/platform";

const eventsAtOnce = 500;

/** Ids of the rows that documents of the index stand for. */
export type Things = Pick<ChangedThings, "topics" | "replies" | "announcements">;

/** Things whose change waits to be handed to the index; of a thread that waits, its replies too. */
export async function waitingThings(platform: Platform): Promise<Things> {
  const all: Things = { topics: new Set(), replies: new Set(), announcements: new Set() };
  for (let after = 0; ;) {
    const events = await platform.db.outbox.findMany({
      where: {
        id: { gt: after },
        ...{ finishedAt: null, failedAt: null },
        type: { in: [...indexedEvents] },
        OR: [{ listener: null }, { listener: searchIndexListener.name }],
      },
      orderBy: { id: "asc" },
      take: eventsAtOnce,
    });
    const things = changedThings(
      events.map(({ type, payload }) => ({ type, payload: payload as Record<string, unknown> })),
    );
    for (const id of [...things.topics, ...things.threads]) all.topics.add(id);
    for (const id of things.announcements) all.announcements.add(id);
    for (const id of [...things.replies, ...(await repliesOf(platform, [...things.threads]))])
      all.replies.add(id);
    if (events.length < eventsAtOnce) return all;
    after = events.at(-1)!.id;
  }
}

async function repliesOf({ rows }: Platform, topicIds: readonly number[]): Promise<number[]> {
  if (topicIds.length === 0) return [];
  const marks = topicIds.map(() => "?").join(", ");
  const found = await rows<{ id: number }>(`SELECT id FROM "Reply" WHERE "topicId" IN (${marks})`, topicIds);
  return found.map(({ id }) => id);
}
