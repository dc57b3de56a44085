import type { TopicAnnouncement } from "./of-topic.server";

/** Announcements by id, called by their release where they have one: as a timeline writes them. */
export function namedById(
  announcements: readonly TopicAnnouncement[],
): ReadonlyMap<number, { href: string; title: string }> {
  return new Map(
    announcements.map(({ id, href, release, title }) => [id, { href, title: release || title }]),
  );
}
