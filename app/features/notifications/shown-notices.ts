/**
 * Notices a member can be shown, as SQL on "Notice" n: what they are about is there for everybody at this moment. What was
 * held, hidden, deleted or withdrawn after the telling is neither shown nor counted.
 */
export const shownFrom = `"Notice" n
  LEFT JOIN "Topic" t ON t."id" = n."topicId"
  LEFT JOIN "Reply" r ON r."id" = n."replyId"
  LEFT JOIN "Announcement" a ON a."id" = n."announcementId"`;

export const isTold = `(n."topicId" IS NULL OR (t."deletedAt" IS NULL AND t."heldAt" IS NULL))
  AND (n."replyId" IS NULL OR (r."deletedAt" IS NULL AND r."heldAt" IS NULL))
  AND (n."announcementId" IS NULL OR a."status" = 'published')`;

export const isShown = `n."isShown" = TRUE AND ${isTold}`;
