import { ownTable } from "~/features/members/own-table";

const topicOf = (column: string) => `LEFT JOIN "Topic" t ON t."id" = x."${column}"`;
const replyAndTopic = `LEFT JOIN "Reply" r ON r."id" = x."replyId"
  LEFT JOIN "Topic" t ON t."id" = COALESCE(x."topicId", r."topicId")`;

export const topicsTables = [
  ownTable({
    ...{ file: "topics", table: "Topic", owner: "authorId", key: "id" },
    columns: {
      ...{
        number: `x."number"`,
        board: `x."board"`,
        kind: `x."kind"`,
        area: `a."slug"`,
        status: `x."status"`,
      },
      ...{ title: `x."title"`, body: `x."body"`, language: `x."language"`, createdAt: `x."createdAt"` },
      ...{ editedAt: `x."editedAt"`, deletedAt: `x."deletedAt"`, heldAt: `x."heldAt"` },
    },
    join: `JOIN "Area" a ON a."id" = x."areaId"`,
  }),
  ownTable({
    ...{ file: "replies", table: "Reply", owner: "authorId", key: "id" },
    columns: {
      ...{ id: `x."id"`, topic: `t."number"`, answers: `x."parentId"`, body: `x."body"` },
      ...{ language: `x."language"`, isOfficial: `x."isOfficial"`, createdAt: `x."createdAt"` },
      ...{ editedAt: `x."editedAt"`, deletedAt: `x."deletedAt"`, heldAt: `x."heldAt"` },
    },
    join: topicOf("topicId"),
  }),
  // Their earlier words, and what they replaced of others' when they edited for the team is left out.
  ownTable({
    ...{ file: "revisions", table: "Revision", owner: "editorId", key: "id" },
    columns: {
      ...{ topic: `t."number"`, reply: `x."replyId"`, announcement: `a."slug"`, version: `x."version"` },
      ...{ title: `x."title"`, body: `x."body"`, reason: `x."reason"`, replacedAt: `x."createdAt"` },
    },
    join: `${replyAndTopic} LEFT JOIN "Announcement" a ON a."id" = x."announcementId"`,
    where: `(x."announcementId" IS NOT NULL OR COALESCE(r."authorId", t."authorId") = x."editorId")`,
  }),
  ownTable({
    ...{ file: "drafts", table: "Draft", owner: "memberId", key: "id" },
    columns: {
      ...{ form: `x."form"`, topic: `x."topicNumber"`, valuesJson: `x."values"` },
      ...{ createdAt: `x."createdAt"`, savedAt: `x."savedAt"` },
    },
  }),
  ownTable({
    ...{ file: "follows", table: "Follow", owner: "memberId", key: "topicId" },
    columns: {
      ...{ topic: `t."number"`, reason: `x."reason"`, level: `x."level"`, createdAt: `x."createdAt"` },
    },
    join: topicOf("topicId"),
  }),
  ownTable({
    ...{ file: "followed-areas", table: "AreaFollow", owner: "memberId", key: "areaId" },
    columns: { area: `a."slug"`, level: `x."level"`, createdAt: `x."createdAt"` },
    join: `JOIN "Area" a ON a."id" = x."areaId"`,
  }),
  ownTable({
    ...{ file: "reactions", table: "Reaction", owner: "memberId", key: "id" },
    columns: {
      ...{ reaction: `x."kind"`, topic: `t."number"`, reply: `x."replyId"`, announcement: `a."slug"` },
      createdAt: `x."createdAt"`,
    },
    join: `${replyAndTopic} LEFT JOIN "Announcement" a ON a."id" = x."announcementId"`,
  }),
  ownTable({
    ...{ file: "bookmarks", table: "Bookmark", owner: "memberId", key: "id" },
    columns: {
      ...{ topic: `t."number"`, reply: `x."replyId"`, note: `x."note"`, createdAt: `x."createdAt"` },
    },
    join: replyAndTopic,
  }),
  ownTable({
    ...{ file: "reading", table: "ReadPosition", owner: "memberId", key: "topicId" },
    columns: { topic: `t."number"`, lastReply: `x."lastReplyId"`, lastAt: `x."lastAt"` },
    join: topicOf("topicId"),
  }),
  ownTable({
    ...{ file: "all-read", table: "ReadHorizon", owner: "memberId", key: "memberId" },
    columns: { markedAt: `x."at"` },
  }),
  ownTable({
    ...{ file: "visits", table: "SectionVisit", owner: "memberId", key: "section" },
    columns: { section: `x."section"`, lastAt: `x."at"`, beforeAt: `x."since"` },
  }),
] as const;
