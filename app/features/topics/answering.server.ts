import type { Context } from "~/features/members/context";
import { translator } from "~/platform/i18n/translator";
import { quoteHead, quoteMarkdown } from "~/ui/behaviours/quote-text";
import { excerpt } from "~/platform/text/excerpt";
import { textFromHtml } from "~/platform/text/plain-text";
import { replyPath } from "./paths";
import { visibleReplyWhere } from "./visibility";

const excerptCharacters = 180;
/** Of a longer post only the beginning is quoted: the rest is where the quote leads to. */
const quotedCharacters = 10_000;

export interface AnsweredReply {
  id: number;
  name: string;
  excerpt: string;
  language: string;
  /** Its text as a markdown quote, where one was asked for. */
  quote: string | null;
}

/** The reply somebody wants to answer, in short; null when there is none in this topic that takes an answer. */
export async function findAnswered(
  ctx: Context,
  { topicId, replyId, isQuoted }: { topicId: number; replyId: number | undefined; isQuoted?: boolean },
): Promise<AnsweredReply | null> {
  if (replyId === undefined) return null;
  const visible = visibleReplyWhere(ctx.actor);
  const [row] = await ctx.rows<AnsweredRow>(
    `SELECT ${answeredColumns(isQuoted)} FROM "Reply" r JOIN "Member" m ON m."id" = r."authorId"
     JOIN "Topic" t ON t."id" = r."topicId" WHERE r."id" = ? AND r."topicId" = ? AND ${visible.sql}`,
    [replyId, topicId, ...visible.params],
  );
  return row ? answeredOf(ctx, row) : null;
}

export interface AnsweredRow {
  id: number;
  number: number;
  /** Empty unless it is to be quoted. */
  body: string;
  bodyHtml: string;
  language: string;
  name: string;
}

/** Of a reply as `r`, its author as `m` and its topic as `t`. */
export function answeredColumns(isQuoted = false): string {
  return `r."id", t."number", ${isQuoted ? `r."body"` : `''`} AS "body", r."bodyHtml", r."language", m."displayName" AS "name"`;
}

export function answeredOf(ctx: Context, row: AnsweredRow): AnsweredReply {
  const { id, number, body, name, language } = row;
  const words = translator(ctx.locale, "topics")("quote.by", { name });
  const quote = body && quoteMarkdown(quoteHead(words, replyPath(number, id)), body, quotedCharacters);
  return {
    ...{ id, name, language },
    quote: quote || null,
    excerpt: excerpt(textFromHtml(row.bodyHtml), excerptCharacters),
  };
}
