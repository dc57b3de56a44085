import { isTeam, lastLetter, type ObligationSource } from "./source";

/** A problem or a question without an official reply, that nobody settled and the team has not called a known issue. */
export const unanswered: ObligationSource = {
  kind: "answer",
  sql: `SELECT t."id" AS "topicId", t."createdAt" AS "since", t."authorId" AS "askedById"
    FROM "Asked" t JOIN "Member" m ON m."id" = t."authorId"
    WHERE t."kind" IN ('problem', 'question') AND t."status" IN ('open', 'acknowledged', 'investigating')
      AND NOT (${isTeam("m")}) AND ${lastLetter} IS NULL`,
};
