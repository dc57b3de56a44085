import { countUnread, listNotices } from "~/features/notifications/reading.server";
import { fanOutJobs, noticeListener } from "~/features/notifications/telling.server";
import { toldEvents } from "~/features/notifications/told-events";
import type { Actor } from "~/features/members/context";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import { contextFor } from "../../setup/contexts";

/** Hands everything that happened to the notices, as the worker does. */
export function tellEverybody(platform: Platform): Promise<number> {
  const subscriptions = Object.fromEntries(toldEvents.map((type) => [type, [noticeListener]]));
  return new OutboxWorker<Platform>(platform, subscriptions, fanOutJobs).drain();
}

/** What somebody finds in their notifications, newest first. */
export async function heardBy(platform: Platform, actor: Actor) {
  const { notices } = await listNotices(contextFor(platform, actor), null);
  return notices.map(({ type, topic, replyId, announcement, data }) => ({
    type,
    ...(topic && { topicId: topic.id }),
    ...(replyId && { replyId }),
    ...(announcement && { entry: announcement.title }),
    data,
  }));
}

export function unreadOf(platform: Platform, actor: Actor): Promise<number> {
  return countUnread(contextFor(platform, actor), actor.id);
}
