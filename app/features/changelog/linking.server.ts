import type { Tx } from "~/features/members/context";
import { keepPromises } from "~/features/topics/ending-promises.server";
import { addTimelineEntry } from "~/features/topics/timeline.server";
import { appendEvent } from "~/platform/outbox/append.server";
import { announcementLinked } from "./events";

export interface TopicForLink {
  id: number;
  number: number;
  board: string;
  kind: string;
  status: string;
}

export interface Links {
  announcementId: number;
  topicIds: readonly number[];
}

/** Topics of these numbers in the order of their ids, and the numbers that name none one could link to. */
export async function findTopicsToLink(
  tx: Tx,
  numbers: readonly number[],
): Promise<{ topics: TopicForLink[]; unknown: number[] }> {
  const topics = await tx.db.topic.findMany({
    where: { number: { in: [...numbers] }, deletedAt: null },
    select: { id: true, number: true, board: true, kind: true, status: true },
    orderBy: { id: "asc" },
  });
  const found = new Set(topics.map((topic) => topic.number));
  return { topics, unknown: numbers.filter((number) => !found.has(number)) };
}

export interface LinkOptions {
  /** When it happened, told afterwards. */
  at?: Date;
  /** Nobody is to hear of it. */
  isQuiet?: boolean;
  /** False where the link only points at an announcement, and says nothing of what it delivers. */
  isDelivery?: boolean;
}

/**
 * Adds topics to what an announcement answers; those it answers already stay as they are. Each new one of an announcement
 * that has been public says so in its timeline. Answers with the ids that were new.
 */
export async function linkTopics(
  tx: Tx,
  { announcementId, topicIds }: Links,
  { at, isQuiet = false, isDelivery = true }: LinkOptions = {},
): Promise<number[]> {
  const added: number[] = [];
  const createdAt = at ?? tx.clock.now();
  for (const topicId of topicIds) {
    const inserted = await tx.db.$executeRaw`
      INSERT INTO "AnnouncementTopic" ("announcementId", "topicId", "createdAt")
      VALUES (${announcementId}, ${topicId}, ${createdAt}) ON CONFLICT DO NOTHING`;
    if (inserted === 1) added.push(topicId);
  }
  if (added.length === 0) return added;
  const { status, announcedAt, publishedAt } = await tx.db.announcement.update({
    where: { id: announcementId },
    data: { topicCount: { increment: added.length } },
    select: { status: true, announcedAt: true, publishedAt: true },
  });
  if (announcedAt)
    for (const topicId of added) await addAnnouncedEntry(tx, { announcementId, topicId, createdAt });
  if (status !== "published") return added;
  if (isDelivery && publishedAt) {
    const delivery = { announcementId, publishedAt, at: createdAt, actorId: tx.actor?.id ?? null };
    for (const topicId of added) await keepPromises(tx, { topicId, ...delivery });
  }
  await appendEvent(tx, announcementLinked(announcementId, added, { quiet: isQuiet }));
  return added;
}

/** Takes topics out again. What their timelines say happened stays. */
export async function unlinkTopics(tx: Tx, { announcementId, topicIds }: Links): Promise<number> {
  if (topicIds.length === 0) return 0;
  const { count } = await tx.db.announcementTopic.deleteMany({
    where: { announcementId, topicId: { in: [...topicIds] } },
  });
  await tx.db.announcement.update({
    where: { id: announcementId },
    data: { topicCount: { decrement: count } },
  });
  return count;
}

/** Makes the links of an announcement exactly these. */
export async function setLinks(tx: Tx, { announcementId, topicIds }: Links): Promise<void> {
  const present = await tx.db.announcementTopic.findMany({
    where: { announcementId },
    select: { topicId: true },
  });
  const gone = present.map((link) => link.topicId).filter((topicId) => !topicIds.includes(topicId));
  await unlinkTopics(tx, { announcementId, topicIds: gone });
  await linkTopics(tx, { announcementId, topicIds });
}

/** Only the id: the entry's title and address are read when the timeline is shown, if it is still to be seen then. */
export function addAnnouncedEntry(
  tx: Tx,
  { announcementId, topicId, createdAt }: { announcementId: number; topicId: number; createdAt?: Date },
): Promise<unknown> {
  return addTimelineEntry(tx, {
    topicId,
    type: "announced",
    data: { announcementId },
    actorId: tx.actor?.id ?? null,
    createdAt,
  });
}
