import type { Tx } from "~/features/members/context";
import type { PreparedText } from "~/features/topics/text.server";
import type { AnnouncementStatus, Label } from "./announcement";
import { freeSlug, wantedSlug } from "./slug";

export interface NewAnnouncement {
  text: PreparedText & { title: string };
  release: string;
  labels: readonly Label[];
  status: AnnouncementStatus;
  authorId: number;
  createdAt: Date;
  publishedAt?: Date;
  /** Given when nobody is to be told of it any more. */
  announcedAt?: Date;
  origin?: "posted" | "import" | "sample";
}

/** One new row with an address of its own; used by drafting and importing. */
export async function insertAnnouncement(
  tx: Tx,
  announcement: NewAnnouncement,
): Promise<{ id: number; slug: string }> {
  const { text, labels, release, ...rest } = announcement;
  const slug = await takeSlug(tx, wantedSlug({ title: text.title, release }));
  const { id } = await tx.db.announcement.create({
    data: {
      ...rest,
      slug,
      release,
      labels: [...labels],
      title: text.title,
      body: text.body,
      bodyHtml: text.bodyHtml,
      excerpt: text.excerpt,
      language: text.language,
      rendererVersion: text.rendererVersion,
    },
    select: { id: true },
  });
  return { id, slug };
}

/** Slugs never change and never repeat. Whoever takes one holds this row, so two at once get two different ones. */
async function takeSlug(tx: Tx, wanted: string): Promise<string> {
  await tx.db.$executeRaw`
    INSERT INTO "Sequence" ("name", "value") VALUES ('announcement-slug', 1)
    ON CONFLICT ("name") DO UPDATE SET "value" = "Sequence"."value" + 1`;
  const alike = await tx.db.announcement.findMany({
    where: { slug: { startsWith: wanted } },
    select: { slug: true },
  });
  const taken = new Set(alike.map((announcement) => announcement.slug));
  return freeSlug(wanted, (candidate) => taken.has(candidate));
}
