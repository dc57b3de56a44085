import type { MemberContext } from "~/features/members/context";
import { asDate, asDateOrNull, asJson } from "~/platform/db/columns";
import type { NoticeType } from "./notice";
import { isShown, shownFrom } from "./shown-notices";

const perPage = 40;
export const mostCounted = 100;

/** One notice as a row: facts, and what they are about by its present name. */
export interface NoticeRow {
  id: number;
  type: NoticeType;
  createdAt: Date;
  isUnread: boolean;
  actor: { displayName: string; isStaff: boolean } | null;
  topic: { id: number; number: number; slug: string; title: string; language: string } | null;
  replyId: number | null;
  announcement: { slug: string; title: string; release: string; language: string } | null;
  data: Record<string, unknown>;
}

export interface NoticePage {
  notices: NoticeRow[];
  /** Id the next page begins before, or null. */
  next: number | null;
}

export const noticeColumns = `n."id", n."type", n."createdAt", n."readAt", n."data", n."replyId",
  m."displayName" AS "actorName", m."role" AS "actorRole",
  t."id" AS "topicId", t."number", t."slug", t."title", t."language",
  a."slug" AS "entrySlug", a."title" AS "entryTitle", a."release" AS "entryRelease", a."language" AS "entryLanguage"`;

/** Newest first, one statement; the cost is that of the page. */
export async function listNotices(ctx: MemberContext, before: number | null): Promise<NoticePage> {
  const rows = await ctx.rows<Record<string, unknown>>(
    `SELECT ${noticeColumns}
     FROM ${shownFrom} LEFT JOIN "Member" m ON m."id" = n."actorId"
     WHERE n."memberId" = ? AND ${isShown} AND n."id" < ? ORDER BY n."id" DESC LIMIT ${perPage + 1}`,
    [ctx.actor.id, before ?? 2_147_483_647],
  );
  const notices = rows.slice(0, perPage).map(noticeOf);
  return { notices, next: rows.length > perPage ? notices.at(-1)!.id : null };
}

/** How many wait to be read: counted each time, so it is never wrong, and never beyond what the bell can say. */
export async function countUnread({ rows }: Pick<MemberContext, "rows">, memberId: number): Promise<number> {
  const [row] = await rows<{ count: unknown }>(
    `SELECT COUNT(*) AS "count" FROM (SELECT 1 FROM ${shownFrom}
       WHERE n."memberId" = ? AND n."readAt" IS NULL AND ${isShown} LIMIT ${mostCounted}) AS "unread"`,
    [memberId],
  );
  return Number(row?.count ?? 0);
}

/** A row of `noticeColumns`. */
export function noticeOf(row: Record<string, unknown>): NoticeRow {
  const text = (name: string) => (typeof row[name] === "string" ? row[name] : "");
  return {
    id: Number(row.id),
    type: row.type as NoticeType,
    createdAt: asDate(row.createdAt),
    isUnread: asDateOrNull(row.readAt) === null,
    actor:
      row.actorName === null
        ? null
        : {
            displayName: text("actorName"),
            isStaff: row.actorRole === "staff" || row.actorRole === "admin",
          },
    topic:
      row.topicId === null
        ? null
        : {
            id: Number(row.topicId),
            number: Number(row.number),
            slug: text("slug"),
            title: text("title"),
            language: text("language"),
          },
    replyId: row.replyId === null ? null : Number(row.replyId),
    announcement:
      row.entrySlug === null
        ? null
        : {
            slug: text("entrySlug"),
            title: text("entryTitle"),
            release: text("entryRelease"),
            language: text("entryLanguage"),
          },
    data: asJson(row.data),
  };
}
