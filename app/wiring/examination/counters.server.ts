import type { Platform } from "~/platform/platform";
import type { Check } from "./check";

interface Counter {
  name: string;
  table: string;
  column: string;
  /** SQL of the true value for the row with alias `x`. */
  truth: string;
}

const counters: Counter[] = [
  {
    name: "people affected by problems",
    table: "Topic",
    column: "affectedCount",
    truth: `x."importedAffected" + (SELECT COUNT(*) FROM "Affected" a WHERE a."topicId" = x.id)`,
  },
  {
    name: "replies of topics",
    table: "Topic",
    column: "replyCount",
    truth: `(SELECT COUNT(*) FROM "Reply" r WHERE r."topicId" = x.id AND r."deletedAt" IS NULL AND r."heldAt" IS NULL)`,
  },
  {
    name: "official replies of topics",
    table: "Topic",
    column: "officialCount",
    truth: `(SELECT COUNT(*) FROM "Reply" r WHERE r."topicId" = x.id AND r."isOfficial" AND r."deletedAt" IS NULL)`,
  },
  {
    name: "replies found helpful",
    table: "Reply",
    column: "helpfulCount",
    truth: `x."importedHelpful" + (SELECT COUNT(*) FROM "Reaction" n WHERE n."replyId" = x.id AND n."kind" = 'helpful')`,
  },
  ...(["yes", "no"] as const).map((answer) => ({
    name: `official replies that ${answer === "yes" ? "answered" : "did not answer"}`,
    table: "OfficialReply",
    column: `${answer}Count`,
    truth: `(SELECT COUNT(*) FROM "AnswerFeedback" f WHERE f."replyId" = x."replyId" AND f."answer" = '${answer}')`,
  })),
  {
    name: "links of announcements",
    table: "Announcement",
    column: "topicCount",
    truth: `(SELECT COUNT(*) FROM "AnnouncementTopic" l WHERE l."announcementId" = x.id)`,
  },
  ...([true, false] as const).map((isSolved) => ({
    name: isSolved ? "fixes confirmed by those affected" : "fixes denied by those affected",
    table: "KnownIssue",
    column: isSolved ? "confirmedCount" : "deniedCount",
    truth: `(SELECT COUNT(*) FROM "FixAnswer" a WHERE a."topicId" = x."topicId" AND a."isSolved" = ${isSolved ? "TRUE" : "FALSE"}
      AND x."fixedAt" IS NOT NULL AND a."answeredAt" >= x."fixedAt")`,
  })),
];

/** Every counter that is stored beside its rows, counted again. */
export const counterChecks: Check[] = counters.map(({ name, table, column, truth }) => ({
  name,
  async count({ rows }: Platform) {
    const [row] = await rows<{ wrong: unknown }>(
      `SELECT COUNT(*) AS wrong FROM "${table}" x WHERE x."${column}" <> ${truth}`,
    );
    return Number(row?.wrong ?? 0);
  },
  async fix({ db }: Platform) {
    // Table, column and truth are the constants above.
    return db.$executeRawUnsafe(
      `UPDATE "${table}" AS x SET "${column}" = ${truth} WHERE x."${column}" <> ${truth}`,
    );
  },
}));
