import { replyPath } from "~/features/topics/paths";
import { asBoolean, asDate } from "~/platform/db/columns";
import type { Translator } from "~/platform/i18n/translator";
import { entryOf, replyTextColumns, type TextRow } from "./entry-columns";
import type { FeedEntry } from "./feed";
import type { FeedContext } from "./feed-context";
import { replySource } from "./sources";

interface ReplyRow extends TextRow {
  id: number;
  createdAt: unknown;
  isOfficial: unknown;
  authorName: string;
  authorDisplayName: string;
}

/** The newest replies of a topic that everybody may read. One query. */
export async function listReplyEntries(
  ctx: FeedContext,
  t: Translator<"feeds">,
  topic: { number: number; title: string },
): Promise<FeedEntry[]> {
  const source = replySource(topic.number);
  const rows = await ctx.rows<ReplyRow>(
    source.select(`r."id", r."createdAt", r."isOfficial", m."name" AS "authorName", m."displayName" AS "authorDisplayName",
            ${replyTextColumns("r")}`),
    source.params,
  );
  return rows.map((row) =>
    entryOf(ctx, {
      row,
      idPath: `reply/${row.id}`,
      path: replyPath(topic.number, row.id),
      title: t("replyBy", { name: row.authorDisplayName, title: topic.title }),
      publishedAt: asDate(row.createdAt),
      author: { displayName: row.authorDisplayName, name: row.authorName },
      tags: asBoolean(row.isOfficial) ? ["official"] : [],
    }),
  );
}
