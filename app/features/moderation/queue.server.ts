import type { MemberContext } from "~/features/members/context";
import { type Person, personColumns, personOf } from "~/features/topics/person";
import { readCursor, writeCursor } from "~/features/topics/list-cursor";
import type { SqlValue } from "~/platform/db/client.server";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import { Forbidden } from "~/platform/errors";
import { excerpt } from "~/platform/text/excerpt";
import { textFromHtml } from "~/platform/text/plain-text";
import { reviewClaimLasts, type ReviewClaim, reviewClaimOf } from "./claim";
import type { QueueView } from "./paths";
import { mayModerate } from "./policy";
import { type ReviewKind, reviewKinds } from "./post";

const perPage = 20;
export const mostCounted = 999;
const excerptCharacters = 240;
// Enough of the markup for the excerpt; a page does not carry whole texts.
const markupCharacters = 2_000;

export interface QueueRow {
  id: number;
  kind: ReviewKind;
  /** Why it is held, or the gravest reason of its flags, or why it was removed. */
  reason: string;
  score: number;
  flagCount: number;
  openedAt: Date;
  isHidden: boolean;
  topic: { number: number; title: string; language: string };
  replyId: number | null;
  author: Person;
  authorId: number;
  excerpt: string;
  language: string;
  claim: ReviewClaim | null;
}

export interface QueuePage {
  rows: QueueRow[];
  /** Cursor of the next page, or null. */
  next: string | null;
}

/** What waits of posts that are there; appeals are about posts that are not. */
const waits = `q."state" = 'open' AND (q."kind" = 'appeal' OR t."deletedAt" IS NULL)`;
const from = `"ReviewItem" q JOIN "Topic" t ON t."id" = q."topicId"`;
export const waitingItems = `${from} WHERE ${waits}`;

/** One page of what waits for moderators, the oldest or the heaviest first. One query; a deep page costs what the first does. */
export async function listQueue(ctx: MemberContext, view: QueueView): Promise<QueuePage> {
  if (!mayModerate(ctx.actor)) throw new Forbidden("moderation.read");
  const now = ctx.clock.now();
  const isHeaviest = view.order === "heaviest";
  const where = [waits];
  const params: SqlValue[] = [];
  if (view.kind) {
    where.push(`q."kind" = ?`);
    params.push(view.kind);
  }
  if (view.isMine) {
    where.push(`q."claimedById" = ? AND q."claimedAt" > ?`);
    params.push(ctx.actor.id, new Date(now.getTime() - reviewClaimLasts));
  }
  const cursor = readCursor(view.after, isHeaviest ? "top" : "newest");
  if (cursor && isHeaviest) {
    where.push(`(q."score" < ? OR (q."score" = ? AND q."id" > ?))`);
    params.push(cursor.key, cursor.key, cursor.id);
  } else if (cursor) {
    where.push(`(q."openedAt", q."id") > (?, ?)`);
    params.push(cursor.key, cursor.id);
  }
  const order = isHeaviest ? `q."score" DESC, q."id"` : `q."openedAt", q."id"`;
  const found = await ctx.rows<Row>(
    `SELECT q."id", q."kind", q."reason", q."score", q."flagCount", q."openedAt", q."replyId", q."claimedById", q."claimedAt",
       c."displayName" AS "claimedByName", t."number", t."title", t."language", q."authorId", ${personColumns("m")},
       COALESCE(r."heldAt", CASE WHEN q."replyId" IS NULL THEN t."heldAt" END) AS "heldAt",
       substr(CASE WHEN q."replyId" IS NULL THEN t."bodyHtml" ELSE r."bodyHtml" END, 1, ${markupCharacters}) AS "markup",
       CASE WHEN q."replyId" IS NULL THEN t."language" ELSE r."language" END AS "textLanguage"
     FROM ${from} JOIN "Member" m ON m."id" = q."authorId" LEFT JOIN "Reply" r ON r."id" = q."replyId"
     LEFT JOIN "Member" c ON c."id" = q."claimedById"
     WHERE ${where.join(" AND ")} ORDER BY ${order} LIMIT ${perPage + 1}`,
    params,
  );
  const rows = found.slice(0, perPage).map((row) => rowOf(row, now));
  const last = found.length > perPage ? rows.at(-1) : undefined;
  const next = last ? writeCursor({ key: isHeaviest ? last.score : last.openedAt, id: last.id }) : null;
  return { rows, next };
}

/** How much waits of each kind and of all together, up to a thousand. One query. */
export async function countQueue(ctx: MemberContext): Promise<Record<ReviewKind | "all", number>> {
  if (!mayModerate(ctx.actor)) throw new Forbidden("moderation.read");
  const count = (name: string, condition: string) =>
    `(SELECT COUNT(*) FROM (SELECT 1 FROM ${from} WHERE ${waits}${condition} LIMIT ${mostCounted + 1}) AS x) AS "${name}"`;
  const columns = [count("all", ""), ...reviewKinds.map((kind) => count(kind, ` AND q."kind" = '${kind}'`))];
  const [row] = await ctx.rows<Record<string, unknown>>(`SELECT ${columns.join(", ")}`);
  const read = (name: string) => Number(row?.[name] ?? 0);
  return { all: read("all"), held: read("held"), flagged: read("flagged"), appeal: read("appeal") };
}

type Row = Record<string, unknown> &
  Pick<QueueRow, "id" | "kind" | "reason" | "score" | "flagCount" | "replyId" | "authorId"> & {
    claimedById: number | null;
    claimedByName: string | null;
    number: number;
    title: string;
    language: string;
    markup: string | null;
    textLanguage: string;
    authorName: string;
    authorDisplayName: string;
    authorRole: string;
  };

function rowOf(row: Row, now: Date): QueueRow {
  const { id, kind, reason, score, flagCount, replyId, authorId, number, title, language } = row;
  const { claimedById, claimedByName } = row;
  return {
    ...{ id, kind, reason, score, flagCount, replyId, authorId },
    openedAt: asDate(row.openedAt),
    isHidden: row.heldAt !== null,
    topic: { number, title, language },
    author: personOf(row),
    excerpt: excerpt(textFromHtml(row.markup ?? ""), excerptCharacters),
    language: row.textLanguage,
    claim: reviewClaimOf({ claimedById, claimedByName, claimedAt: asDateOrNull(row.claimedAt) }, now),
  };
}
