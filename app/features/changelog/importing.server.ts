import type { Tx } from "~/features/members/context";
import type { PreparedText } from "~/features/topics/text.server";
import { appendEvent } from "~/platform/outbox/append.server";
import type { Label } from "./announcement";
import { announcementPublished } from "./events";
import { insertAnnouncement } from "./inserting.server";
import { linkTopics } from "./linking.server";

export interface ImportedAnnouncement {
  text: PreparedText & { title: string };
  release: string;
  labels: readonly Label[];
  authorId: number;
  publishedAt: Date;
  createdAt?: Date;
  topicIds: readonly number[];
  origin?: "import" | "sample";
}

/**
 * A published announcement of another place, with the times it had there. Counts as announced, so nobody is ever told
 * of it; its topics say in their timelines when it came out.
 */
export async function importAnnouncement(
  tx: Tx,
  imported: ImportedAnnouncement,
): Promise<{ id: number; slug: string }> {
  const {
    text,
    release,
    labels,
    authorId,
    publishedAt,
    createdAt = publishedAt,
    topicIds,
    origin = "import",
  } = imported;
  const status = "published" as const;
  const announcedAt = publishedAt;
  const made = await insertAnnouncement(tx, {
    text,
    release,
    labels,
    authorId,
    status,
    createdAt,
    publishedAt,
    announcedAt,
    origin,
  });
  await linkTopics(tx, { announcementId: made.id, topicIds }, { at: publishedAt, isQuiet: true });
  await appendEvent(tx, announcementPublished(made.id, { quiet: true }));
  return made;
}
