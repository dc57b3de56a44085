import type { Context } from "~/features/members/context";
import { groupOf } from "~/features/topics/merge-group";

export interface MergePreview {
  /** Votes of the one that is merged, of the survivor, how many people are in both, and what the survivor will count. */
  sourceVotes: number;
  survivorVotes: number;
  bothVotes: number;
  distinctVotes: number;
  replies: number;
  /** Who will follow the survivor without having done so. */
  newFollowers: number;
}

/** What a merge would do, by the numbers as they are now. One query. */
export async function previewMerge(
  { rows }: Pick<Context, "rows">,
  { sourceId, survivorNumber }: { sourceId: number; survivorNumber: number },
): Promise<MergePreview> {
  const [row] = await rows<
    Record<"sourceVotes" | "survivorVotes" | "both" | "replies" | "followers", unknown>
  >(
    `SELECT s."voteCount" AS "sourceVotes", s."replyCount" AS "replies", t."voteCount" AS "survivorVotes",
       (SELECT COUNT(DISTINCT v."memberId") FROM "Vote" v WHERE v."topicId" = s."id" AND v."isCounted" AND EXISTS (
          SELECT 1 FROM "Vote" w WHERE w."memberId" = v."memberId" AND w."isCounted"
          AND w."topicId" IN ${groupOf(`t."id"`)})) AS "both",
       (SELECT COUNT(*) FROM "Follow" f WHERE f."topicId" = s."id" AND f."level" <> 'muted' AND NOT EXISTS (
          SELECT 1 FROM "Follow" x WHERE x."topicId" = t."id" AND x."memberId" = f."memberId")) AS "followers"
     FROM "Topic" s JOIN "Topic" t ON t."number" = ? WHERE s."id" = ?`,
    [survivorNumber, sourceId],
  );
  const sourceVotes = Number(row?.sourceVotes ?? 0);
  const survivorVotes = Number(row?.survivorVotes ?? 0);
  const bothVotes = Number(row?.both ?? 0);
  return {
    ...{ sourceVotes, survivorVotes, bothVotes },
    distinctVotes: sourceVotes + survivorVotes - bothVotes,
    replies: Number(row?.replies ?? 0),
    newFollowers: Number(row?.followers ?? 0),
  };
}
