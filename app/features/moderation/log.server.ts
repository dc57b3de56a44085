import type { Context } from "~/features/members/context";
import { readCursor, writeCursor } from "~/features/topics/list-cursor";
import type { SqlValue } from "~/platform/db/client.server";
import { asBoolean, asDate } from "~/platform/db/columns";

const perPage = 40;

/** A removal as everybody may know of it: no name, no text, no address. */
export interface Removal {
  id: number;
  at: Date;
  reason: string;
  /** "problem", "suggestion", … or "reply". */
  kind: string;
  areaId: number;
  appeal: "none" | "open" | "upheld" | "refused";
  /** It is back, by an appeal or without one. */
  isBack: boolean;
}

/** What moderators took away, the latest first. One query; a deep page costs what the first does. */
export async function listRemovals(
  ctx: Context,
  after: string | null,
): Promise<{ removals: Removal[]; next: string | null }> {
  const cursor = readCursor(after, "newest");
  const params: SqlValue[] = cursor ? [cursor.key, cursor.id] : [];
  const rows = await ctx.rows<Record<string, unknown> & Pick<Removal, "id" | "reason" | "kind" | "areaId">>(
    `SELECT d."id", d."decidedAt", d."reason", d."areaId", COALESCE(a."state", 'none') AS "appeal",
       CASE WHEN d."replyId" IS NOT NULL THEN 'reply' ELSE COALESCE(t."kind", 'topic') END AS "kind",
       EXISTS (SELECT 1 FROM "ModerationDecision" l WHERE l."topicId" = d."topicId" AND l."id" > d."id" AND l."act" = 'restored'
         AND (l."replyId" = d."replyId" OR (l."replyId" IS NULL AND d."replyId" IS NULL))) AS "isBack"
     FROM "ModerationDecision" d LEFT JOIN "Appeal" a ON a."decisionId" = d."id" LEFT JOIN "Topic" t ON t."id" = d."topicId"
     WHERE d."act" = 'removed' ${cursor ? `AND (d."decidedAt", d."id") < (?, ?)` : ""}
     ORDER BY d."decidedAt" DESC, d."id" DESC LIMIT ${perPage + 1}`,
    params,
  );
  const removals = rows.slice(0, perPage).map((row) => ({
    ...{ id: row.id, reason: row.reason, kind: row.kind, areaId: row.areaId },
    at: asDate(row.decidedAt),
    appeal: row.appeal as Removal["appeal"],
    isBack: asBoolean(row.isBack),
  }));
  const last = rows.length > perPage ? removals.at(-1) : undefined;
  return { removals, next: last ? writeCursor({ key: last.at, id: last.id }) : null };
}
