import type { Actor } from "~/features/members/context";
import type { Platform } from "~/platform/platform";
import { anArea } from "../../factories/areas";

let number = 9_000;

/** The bare rows pictures hang on; what a topic means is for the floors above. */
export async function aBareTopic({ db, clock, ...platform }: Platform, author: Actor) {
  const area = await anArea({ db, clock, ...platform });
  const now = clock.now();
  return db.topic.create({
    data: {
      number: ++number,
      board: "discussion",
      kind: "problem",
      areaId: area.id,
      authorId: author.id,
      title: "A topic",
      slug: "a-topic",
      body: "Text",
      bodyHtml: "<p>Text</p>",
      rendererVersion: 1,
      status: "open",
      statusChangedAt: now,
      createdAt: now,
      lastActivityAt: now,
    },
  });
}

export async function aBareReply(
  { db, clock }: Platform,
  { topicId, author }: { topicId: number; author: Actor },
) {
  const path = String(await db.reply.count({ where: { topicId } })).padStart(6, "0");
  return db.reply.create({
    data: {
      topicId,
      path,
      depth: 0,
      authorId: author.id,
      body: "Text",
      bodyHtml: "<p>Text</p>",
      rendererVersion: 1,
      createdAt: clock.now(),
    },
  });
}
