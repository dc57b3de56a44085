import { isTeam, type ObligationSource, stands } from "./source";

/** Several say that a fix did not help them, and nobody on the team has said anything since. */
export const doubtedFix: ObligationSource = {
  kind: "doubt",
  sql: `SELECT t."id" AS "topicId", k."doubtedAt" AS "since", t."authorId" AS "askedById"
    FROM "Asked" t JOIN "KnownIssue" k ON k."topicId" = t."id"
    WHERE t."status" = 'solved' AND k."state" = 'fixed' AND k."doubtedAt" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "Reply" s JOIN "Member" b ON b."id" = s."authorId"
        WHERE s."topicId" = t."id" AND s."createdAt" > k."doubtedAt" AND ${stands("s")}
          AND (s."isOfficial" = TRUE OR ${isTeam("b")}))
      AND NOT EXISTS (SELECT 1 FROM "KnownIssueUpdate" u WHERE u."topicId" = t."id" AND u."createdAt" > k."doubtedAt")`,
};
