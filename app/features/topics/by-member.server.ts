import type { Context } from "~/features/members/context";
import { asDate } from "~/platform/db/columns";
import type { SqlValue } from "~/platform/db/client.server";
import { excerpt } from "~/platform/text/excerpt";
import { textFromMarkdown } from "~/platform/text/plain-text";
import { readCursor, writeCursor } from "./list-cursor";
import type { Board } from "./topic";
import { visibleReplyWhere, visibleWhere } from "./visibility";

const perPage = 15;
const excerptCharacters = 160;
// Enough source for an excerpt, so that no page carries whole texts.
const sourceCharacters = 1_000;

export interface OwnTopic {
  id: number;
  number: number;
  slug: string;
  board: Board;
  title: string;
  status: string;
  language: string;
  createdAt: Date;
  replyCount: number;
}

export interface OwnReply {
  id: number;
  topic: { number: number; slug: string; title: string; language: string };
  excerpt: string;
  language: string;
  isOfficial: boolean;
  /** What the topic was solved by. */
  isSolution: boolean;
  createdAt: Date;
}

export interface Activity<Item> {
  items: Item[];
  next: string | null;
}

/** What a member started, newest first, as far as the reader may see it. */
export async function listTopicsBy(
  ctx: Context,
  memberId: number,
  after: string | null,
): Promise<Activity<OwnTopic>> {
  const visible = visibleWhere(ctx.actor);
  const later = beginning("t", after);
  const rows = await ctx.rows<Omit<OwnTopic, "createdAt"> & { createdAt: unknown }>(
    `SELECT t."id", t."number", t."slug", t."board", t."title", t."status", t."language", t."createdAt", t."replyCount"
     FROM "Topic" t WHERE t."authorId" = ? AND ${visible.sql}${later.sql}
     ORDER BY t."createdAt" DESC, t."id" DESC LIMIT ${perPage + 1}`,
    [memberId, ...visible.params, ...later.params],
  );
  return page(rows.map((row) => ({ ...row, createdAt: asDate(row.createdAt) })));
}

/** What a member answered, newest first, in topics the reader may see: all of it, or what solved something. */
export async function listRepliesBy(
  ctx: Context,
  memberId: number,
  { after, onlySolutions }: { after: string | null; onlySolutions: boolean },
): Promise<Activity<OwnReply>> {
  const topics = visibleWhere(ctx.actor);
  const replies = visibleReplyWhere(ctx.actor);
  const later = beginning("r", after);
  const rows = await ctx.rows<
    Record<string, string | number> & {
      id: number;
      createdAt: unknown;
      isOfficial: unknown;
      isSolution: unknown;
    }
  >(
    `SELECT r."id", substr(r."body", 1, ${sourceCharacters}) AS "source", r."language", r."isOfficial", r."createdAt",
            CASE WHEN t."solutionId" = r."id" THEN 1 ELSE 0 END AS "isSolution",
            t."number", t."slug", t."title", t."language" AS "topicLanguage"
     FROM "Reply" r JOIN "Topic" t ON t."id" = r."topicId"
     WHERE r."authorId" = ? AND ${replies.sql} AND ${topics.sql}${later.sql}${onlySolutions ? ` AND t."solutionId" = r."id"` : ""}
     ORDER BY r."createdAt" DESC, r."id" DESC LIMIT ${perPage + 1}`,
    [memberId, ...replies.params, ...topics.params, ...later.params],
  );
  return page(
    rows.map(
      ({ id, source, language, isOfficial, isSolution, createdAt, number, slug, title, topicLanguage }) => ({
        id,
        topic: {
          number: Number(number),
          slug: String(slug),
          title: String(title),
          language: String(topicLanguage),
        },
        excerpt: excerpt(textFromMarkdown(String(source)), excerptCharacters),
        language: String(language),
        isOfficial: Boolean(isOfficial),
        isSolution: Boolean(isSolution),
        createdAt: asDate(createdAt),
      }),
    ),
  );
}

function beginning(alias: string, after: string | null): { sql: string; params: SqlValue[] } {
  const cursor = readCursor(after, "newest");
  if (!cursor) return { sql: "", params: [] };
  const at = `${alias}."createdAt"`;
  return {
    sql: ` AND (${at} < ? OR (${at} = ? AND ${alias}."id" < ?))`,
    params: [cursor.key, cursor.key, cursor.id],
  };
}

function page<Item extends { id: number; createdAt: Date }>(found: Item[]): Activity<Item> {
  const items = found.slice(0, perPage);
  const last = found.length > perPage ? items.at(-1) : undefined;
  return { items, next: last ? writeCursor({ key: last.createdAt, id: last.id }) : null };
}
