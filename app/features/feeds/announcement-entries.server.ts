import { orderLabels } from "~/features/changelog/announcement";
import { announcementPath } from "~/features/changelog/paths";
import { asDate, asJson } from "~/platform/db/columns";
import type { Translator } from "~/platform/i18n/translator";
import { entryOf, type TextRow, textColumns } from "./entry-columns";
import type { FeedEntry } from "./feed";
import type { FeedContext } from "./feed-context";
import { announcementSource } from "./sources";

interface AnnouncementRow extends TextRow {
  id: number;
  slug: string;
  title: string;
  release: string;
  labels: unknown;
  publishedAt: unknown;
  authorName: string;
  authorDisplayName: string;
}

/** The newest published announcements. One query. */
export async function listAnnouncementEntries(
  ctx: FeedContext,
  t: Translator<"feeds">,
): Promise<FeedEntry[]> {
  const rows = await ctx.rows<AnnouncementRow>(
    announcementSource().select(`a."id", a."slug", a."title", a."release", a."labels", a."publishedAt",
            m."name" AS "authorName", m."displayName" AS "authorDisplayName", ${textColumns("a")}`),
  );
  return rows.map((row) => {
    const { release, title } = row;
    const entry = entryOf(ctx, {
      row,
      idPath: `announcement/${row.id}`,
      path: announcementPath(row),
      title: release && !title.includes(release) ? t("released", { release, title }) : title,
      publishedAt: asDate(row.publishedAt),
      author: { displayName: row.authorDisplayName, name: row.authorName },
      tags: orderLabels(asJson(row.labels)),
    });
    // A draft may have been edited before it was published, which is no update of what people saw.
    return entry.updatedAt < entry.publishedAt ? { ...entry, updatedAt: entry.publishedAt } : entry;
  });
}
