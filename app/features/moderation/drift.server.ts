import type { Platform } from "~/platform/platform";
import { refreshPost } from "./listening.server";
import { heldForSuspension } from "~/features/topics/held-for-suspension";
import { heldForFlags, type PostIds } from "./post";

const atOnce = 500;

interface Row {
  topicId: number;
  replyId: number | null;
}

/**
 * Posts the queue has wrong, in the order of their ids, as one query each for topics and replies: held without an item, an
 * item without a reason, or a score that is not the sum of the flags. What the queue has not heard of yet is not among them.
 */
export async function findDrift({ rows }: Pick<Platform, "rows">): Promise<PostIds[]> {
  const found: Row[] = [];
  for (const table of ["Topic", "Reply"] as const) found.push(...(await rows<Row>(driftSql(table))));
  return found.map(({ topicId, replyId }) => ({ topicId, replyId }));
}

/** Appeals that stand open without waiting for anybody, or wait though decided. */
export async function countLostAppeals({ rows }: Pick<Platform, "rows">): Promise<number> {
  const [row] = await rows<{ count: unknown }>(
    `SELECT COUNT(*) AS "count" FROM "Appeal" a LEFT JOIN "ReviewItem" i ON i."appealId" = a."id"
     WHERE (a."state" = 'open') <> (COALESCE(i."state", '') = 'open')`,
  );
  return Number(row?.count ?? 0);
}

export async function mendDrift(platform: Platform): Promise<number> {
  let mended = 0;
  for (const post of await findDrift(platform)) mended += (await refreshPost(platform, post)) > 0 ? 1 : 0;
  return mended;
}

function driftSql(table: "Topic" | "Reply"): string {
  const isTopic = table === "Topic";
  const ids = isTopic ? `p."id" AS "topicId", NULL AS "replyId"` : `p."topicId", p."id" AS "replyId"`;
  const own = (alias: string) =>
    isTopic ? `${alias}."topicId" = p."id" AND ${alias}."replyId" IS NULL` : `${alias}."replyId" = p."id"`;
  const item = (kind: string) =>
    `EXISTS (SELECT 1 FROM "ReviewItem" i WHERE i."state" = 'open' AND i."kind" = '${kind}' AND ${own("i")})`;
  const openFlags = `FROM "Flag" f WHERE f."state" = 'open' AND ${own("f")}`;
  const isThere = `p."deletedAt" IS NULL`;
  const isHidden = `(${isThere} AND p."heldAt" IS NOT NULL AND COALESCE(p."heldFor", '') = '${heldForFlags}')`;
  const isHeld = `(${isThere} AND p."heldAt" IS NOT NULL AND COALESCE(p."heldFor", '')
    NOT IN ('${heldForFlags}', '${heldForSuspension}'))`;
  const isFlagged = `(${isThere} AND (${isHidden} OR EXISTS (SELECT 1 ${openFlags})))`;
  // Only what is held, flagged or waits is looked at, by the indexes of those.
  const concerned = `p."heldAt" IS NOT NULL OR p."id" IN (SELECT ${isTopic ? `"topicId"` : `"replyId"`} FROM "Flag"
    WHERE "state" = 'open'${isTopic ? ` AND "replyId" IS NULL` : ` AND "replyId" IS NOT NULL`})
    OR p."id" IN (SELECT ${isTopic ? `"topicId"` : `"replyId"`} FROM "ReviewItem" WHERE "state" = 'open'
    ${isTopic ? ` AND "replyId" IS NULL` : ` AND "replyId" IS NOT NULL`})`;
  // Events on their way are late, not wrong.
  const isLate = `EXISTS (SELECT 1 FROM "Outbox" o WHERE o."finishedAt" IS NULL AND o."failedAt" IS NULL
    AND (o."type" LIKE 'topic.%' OR o."type" LIKE 'reply.%'))`;
  return `SELECT ${ids} FROM "${table}" p WHERE (${concerned}) AND NOT ${isLate} AND (
      ${isHeld} <> ${item("held")} OR ${isFlagged} <> ${item("flagged")}
      OR EXISTS (SELECT 1 FROM "ReviewItem" i WHERE i."state" = 'open' AND i."kind" = 'flagged' AND ${own("i")}
        AND i."score" <> (SELECT COALESCE(SUM(f."weight"), 0) ${openFlags})))
    ORDER BY p."id" LIMIT ${atOnce}`;
}
