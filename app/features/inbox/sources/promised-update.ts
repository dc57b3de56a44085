import type { ObligationSource } from "./source";

/** The team said when it would tell more of a known issue; from then on that is owed. */
export const promisedUpdate: ObligationSource = {
  kind: "update",
  sql: `SELECT t."id" AS "topicId", k."nextUpdateAt" AS "since", t."authorId" AS "askedById"
    FROM "Asked" t JOIN "KnownIssue" k ON k."topicId" = t."id"
    WHERE t."status" = 'known-issue' AND k."nextUpdateAt" IS NOT NULL`,
};
