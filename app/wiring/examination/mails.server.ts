import type { Check } from "./check";

const checks: [name: string, sql: string][] = [
  [
    "notices of what is not there",
    `"Notice" n WHERE n."topicId" IS NULL AND n."replyId" IS NULL AND n."announcementId" IS NULL`,
  ],
  [
    "replies told to somebody twice",
    `(SELECT 1 FROM "Notice" WHERE "replyId" IS NOT NULL AND "type" IN ('reply', 'mention', 'official')
       GROUP BY "memberId", "replyId" HAVING COUNT(*) > 1) AS twice`,
  ],
  ["mails that were sent without being claimed", `"Mail" m WHERE m."state" = 'sent' AND m."claims" = 0`],
  [
    "mails that nobody will send",
    `"Mail" m WHERE m."state" NOT IN ('waiting', 'sent', 'dropped', 'failed')
       OR (m."state" = 'waiting' AND m."endedAt" IS NOT NULL)`,
  ],
  [
    "links of mails that have gone",
    `"Mail" m WHERE m."state" <> 'waiting' AND CAST(m."data" AS TEXT) <> '{}'`,
  ],
];

/** Notices and mails: each fact told once, each mail claimed before it went, nothing kept of what has gone. */
export const mailChecks: Check[] = checks.map(([name, from]) => ({
  name,
  async count({ rows }) {
    const [row] = await rows<{ wrong: unknown }>(`SELECT COUNT(*) AS wrong FROM ${from}`);
    return Number(row?.wrong ?? 0);
  },
}));
