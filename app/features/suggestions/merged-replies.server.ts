import type { Context } from "~/features/members/context";
import {
  placedReplyOf,
  replyColumns,
  replyJoins,
  type ReplyRow,
  standingWhere,
} from "~/features/topics/reply";
import { type ReplyNode, replyTrees } from "~/features/topics/reply-tree";
import { visibleWhere } from "~/features/topics/visibility";

/** Replies of one merged suggestion on a page, in the order of its own thread. */
export interface MergedThread {
  /** The merged suggestion they were written under. */
  origin: { number: number; slug: string; title: string; language: string; authorId: number };
  trees: ReplyNode[];
}

export interface MergedReplies {
  threads: MergedThread[];
  /** Id of the reply the next page begins with, or null. */
  next: number | null;
}

type Row = ReplyRow & {
  originNumber: number;
  originSlug: string;
  originTitle: string;
  originLanguage: string;
  originAuthorId: number;
};

/**
 * What was said under the suggestions that were merged into this one, one after the other, from the reply `from` on.
 * One query; a page costs the same wherever it begins.
 */
export async function listMergedReplies(
  ctx: Context,
  { survivorId, from, limit }: { survivorId: number; from?: number; limit: number },
): Promise<MergedReplies> {
  const topic = visibleWhere(ctx.actor);
  const standing = standingWhere(ctx.actor);
  const whose = [...topic.params, ...standing.params];
  const start =
    from === undefined
      ? ""
      : `AND (t."id", r."path") >= (SELECT b."topicId", b."path" FROM "Reply" b JOIN "Topic" s ON s."id" = b."topicId"
          WHERE b."id" = ? AND s."mergedIntoId" = ? AND ${topic.sql.replaceAll('t."', 's."')}
          AND ${standing.sql.replaceAll('r."', 'b."')})`;
  const rows = await ctx.rows<Row>(
    `SELECT ${replyColumns}, t."number" AS "originNumber", t."slug" AS "originSlug", t."title" AS "originTitle",
       t."language" AS "originLanguage", t."authorId" AS "originAuthorId"
     FROM "Topic" t JOIN "Reply" r ON r."topicId" = t."id" ${replyJoins}
     WHERE t."mergedIntoId" = ? AND ${topic.sql} AND ${standing.sql} ${start}
     ORDER BY t."id", r."path" LIMIT ${limit + 1}`,
    [survivorId, ...whose, ...(from === undefined ? [] : [from, survivorId, ...whose])],
  );
  const shown = rows.slice(0, limit);
  const numbers = [...new Set(shown.map(({ originNumber }) => originNumber))];
  const threads = numbers.map((number) => {
    const own = shown.filter(({ originNumber }) => originNumber === number);
    return { origin: originOf(own[0]!), trees: replyTrees(own.map((row) => placedReplyOf(row, ctx.actor))) };
  });
  return { threads, next: rows.length > limit ? rows[limit]!.id : null };
}

function originOf(row: Row): MergedThread["origin"] {
  const { originNumber, originSlug, originTitle, originLanguage, originAuthorId } = row;
  return {
    number: originNumber,
    slug: originSlug,
    title: originTitle,
    language: originLanguage,
    authorId: originAuthorId,
  };
}
