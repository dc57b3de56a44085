import type { Check } from "./check";

const orphans: [name: string, sql: string][] = [
  [
    "replies without their topic",
    `"Reply" r WHERE NOT EXISTS (SELECT 1 FROM "Topic" t WHERE t.id = r."topicId")`,
  ],
  [
    "replies whose parent is in another topic",
    `"Reply" r JOIN "Reply" p ON p.id = r."parentId" WHERE p."topicId" <> r."topicId"`,
  ],
  [
    "solutions that are no reply of their topic",
    `"Topic" t WHERE t."solutionId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Reply" r WHERE r.id = t."solutionId" AND r."topicId" = t.id)`,
  ],
  [
    "official replies without their mark",
    `"Reply" r WHERE r."isOfficial" AND NOT EXISTS (SELECT 1 FROM "OfficialReply" o WHERE o."replyId" = r.id)`,
  ],
  [
    "files shown in public that hang on nothing",
    `"Attachment" a WHERE a.audience = 'public' AND a."topicId" IS NULL AND a."replyId" IS NULL AND a."announcementId" IS NULL`,
  ],
];

/** Rows that point at what is not there. They are only told: nobody but a person can say which side is right. */
export const orphanChecks: Check[] = orphans.map(([name, from]) => ({
  name,
  async count({ rows }) {
    const [row] = await rows<{ wrong: unknown }>(`SELECT COUNT(*) AS wrong FROM ${from}`);
    return Number(row?.wrong ?? 0);
  },
}));
