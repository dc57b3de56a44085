import { showAttachments } from "~/features/attachments/hiding.server";
import type { MemberContext, Tx } from "~/features/members/context";
import { keepPromises } from "~/features/topics/ending-promises.server";
import { changeStatus } from "~/features/topics/status.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { settledStatus } from "./announcement";
import { announcementPublished } from "./events";
import { addAnnouncedEntry } from "./linking.server";
import { mayWriteAnnouncements } from "./policy";
import { notScheduled } from "./schedule";

export interface PublishInput {
  slug: string;
  /** The version that was looked at before publishing. */
  version: number;
  /** Also ship the linked suggestions and solve the linked discussions. */
  settle: boolean;
}

export type Published = Outcome<{ isFirst: boolean; announcementId: number }, "changed-meanwhile">;

/**
 * Makes an announcement public in somebody's transaction, says so on every topic it answers, and settles those when asked:
 * one event. People are told the first time only, so publishing again after a withdrawal is quiet; publishing what is
 * public already changes nothing. Whoever publishes calls official/publishing, which joins the team's replies.
 */
export async function publishEntry(
  tx: Tx<MemberContext>,
  { slug, version, settle }: PublishInput,
): Promise<Published> {
  if (!mayWriteAnnouncements(tx.actor)) throw new Forbidden("announcement.publish");
  const before = await tx.db.announcement.findUnique({ where: { slug } });
  if (!before) throw new NotFound("announcement");
  const announcementId = before.id;
  if (before.status === "published") return done({ isFirst: false, announcementId });
  const now = tx.clock.now();
  // Status and version are asked by the write itself: of two presses at once only one publishes.
  const { count } = await tx.db.announcement.updateMany({
    where: { id: announcementId, version, status: { not: "published" } },
    data: { status: "published", publishedAt: before.publishedAt ?? now, ...notScheduled },
  });
  if (count === 0)
    return (await isPublished(tx, announcementId))
      ? done({ isFirst: false, announcementId })
      : refused("changed-meanwhile");

  const first = await tx.db.announcement.updateMany({
    where: { id: announcementId, announcedAt: null },
    data: { announcedAt: now },
  });
  const isFirst = first.count === 1;
  await showAttachments(tx, { announcementId });
  await tellTopics(tx, announcementId, { settle, isFirst });
  await appendEvent(tx, announcementPublished(announcementId, { quiet: !isFirst }));
  return done({ isFirst, announcementId });
}

/** In the order of their ids, so that two announcements with the same topics never wait for each other. */
async function tellTopics(
  tx: Tx<MemberContext>,
  announcementId: number,
  { settle, isFirst }: { settle: boolean; isFirst: boolean },
): Promise<void> {
  const topics = await tx.db.topic.findMany({
    where: { announcements: { some: { announcementId } }, deletedAt: null },
    select: { id: true, board: true, kind: true, status: true },
    orderBy: { id: "asc" },
  });
  for (const topic of topics) {
    if (isFirst) await addAnnouncedEntry(tx, { announcementId, topicId: topic.id });
    const actorId = tx.actor.id;
    await keepPromises(tx, { topicId: topic.id, announcementId, actorId, at: tx.clock.now() });
    const to = settle ? settledStatus(topic) : null;
    if (to) await changeStatus(tx, { topicId: topic.id, to, actorId, announcementId });
  }
}

async function isPublished(tx: Tx, id: number): Promise<boolean> {
  const now = await tx.db.announcement.findUniqueOrThrow({ where: { id }, select: { status: true } });
  return now.status === "published";
}
