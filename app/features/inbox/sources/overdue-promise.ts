import type { ObligationSource } from "./source";

/** The team promised something for a day; once that is over where the site is, it owes a word of what became of it. */
export const overduePromise: ObligationSource = {
  kind: "promise",
  isFromEndOfDay: true,
  sql: `SELECT t."id" AS "topicId", MIN(p."dueOn") AS "since", t."authorId" AS "askedById"
    FROM "Asked" t JOIN "TeamPromise" p ON p."topicId" = t."id"
    WHERE p."state" = 'open' AND p."dueOn" IS NOT NULL GROUP BY t."id", t."authorId"`,
};
