import { isTeam, lastLetter, type ObligationSource, stands } from "./source";

// What anybody on the team says after the letter is the team's word as well.
const lastWord = `COALESCE((SELECT MAX(s."createdAt") FROM "Reply" s JOIN "Member" b ON b."id" = s."authorId"
  WHERE s."topicId" = t."id" AND s."createdAt" >= l."createdAt" AND ${stands("s")} AND ${isTeam("b")}), l."createdAt")`;

/**
 * Answered, and then somebody wrote again. Once the team has said that it knows, answered it for good or asked the
 * reporter something, only the reporter's word calls it back: two hundred who have it too are no two hundred questions.
 */
export const followedUp: ObligationSource = {
  kind: "follow-up",
  sql: `SELECT t."id" AS "topicId", w."createdAt" AS "since", w."authorId" AS "askedById"
    FROM "Asked" t JOIN "Reply" l ON l."id" = ${lastLetter} JOIN "OfficialReply" f ON f."replyId" = l."id"
    JOIN "Reply" w ON w."id" = (SELECT x."id" FROM "Reply" x JOIN "Member" n ON n."id" = x."authorId"
      WHERE x."topicId" = t."id" AND x."createdAt" > ${lastWord} AND ${stands("x")}
        AND x."isOfficial" = FALSE AND NOT (${isTeam("n")})
        AND (x."authorId" = t."authorId"
          OR (t."status" IN ('open', 'acknowledged', 'investigating') AND f."type" <> 'needs-information'))
      ORDER BY x."createdAt", x."id" LIMIT 1)
    WHERE t."kind" IN ('problem', 'question')
      AND t."status" IN ('open', 'acknowledged', 'investigating', 'known-issue', 'answered')`,
};
