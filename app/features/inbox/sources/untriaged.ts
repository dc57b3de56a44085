import { lastLetter, type ObligationSource } from "./source";

/** A suggestion nobody on the team has said anything to, neither by a status nor by a letter. */
export const untriaged: ObligationSource = {
  kind: "triage",
  sql: `SELECT t."id" AS "topicId", t."createdAt" AS "since", t."authorId" AS "askedById" FROM "Asked" t
    WHERE t."board" = 'suggestion' AND t."status" = 'open' AND ${lastLetter} IS NULL`,
};
