import { isOfficialType } from "~/features/official/official-reply";
import { replyPath } from "~/features/topics/paths";
import { asDate } from "~/platform/db/columns";
import { type Translator, translator } from "~/platform/i18n/translator";
import type { Locale } from "~/locales/locales";
import { entryOf, replyTextColumns, type TextRow } from "./entry-columns";
import type { FeedEntry } from "./feed";
import type { FeedContext } from "./feed-context";
import { officialSource } from "./sources";

interface OfficialRow extends TextRow {
  replyId: number;
  type: string;
  authorName: string;
  authorTitle: string;
  memberName: string;
  postedAt: unknown;
  number: number;
  title: string;
}

/** The newest official replies on topics everybody may read, signed as they were sent. One query. */
export async function listOfficialEntries(
  ctx: FeedContext,
  t: Translator<"feeds">,
  locale: Locale,
): Promise<FeedEntry[]> {
  const words = translator(locale, "official");
  const source = officialSource();
  const rows = await ctx.rows<OfficialRow>(
    source.select(`o."replyId", o."type", o."authorName", o."authorTitle", o."postedAt", m."name" AS "memberName",
            t."number", t."title", ${replyTextColumns("r")}`),
    source.params,
  );
  return rows.map((row) => {
    const { type, title, authorName, authorTitle } = row;
    return entryOf(ctx, {
      row,
      idPath: `reply/${row.replyId}`,
      path: replyPath(row.number, row.replyId),
      title: isOfficialType(type) ? t("officialOn", { type: words(`types.${type}`), title }) : title,
      publishedAt: asDate(row.postedAt),
      author: {
        displayName: authorTitle ? t("officialAuthor", { name: authorName, title: authorTitle }) : authorName,
        name: row.memberName,
      },
      tags: ["official", type],
    });
  });
}
