import type { Erasure } from "~/features/members/own-data";
import { ownTable } from "~/features/members/own-table";

const topic = `JOIN "Topic" t ON t."id" = x."topicId"`;

export const knownIssuesTables = [
  ownTable({
    ...{ file: "fix-answers", table: "FixAnswer", owner: "memberId", key: "topicId" },
    columns: { topic: `t."number"`, isSolved: `x."isSolved"`, answeredAt: `x."answeredAt"` },
    join: topic,
  }),
  ownTable({
    ...{ file: "known-issue-updates", table: "KnownIssueUpdate", owner: "authorId", key: "id" },
    columns: {
      ...{ topic: `t."number"`, state: `x."state"`, body: `x."body"`, createdAt: `x."createdAt"` },
    },
    join: topic,
  }),
] as const;

const answersAtOnce = 50;

export const knownIssuesErasures: readonly Erasure[] = [
  {
    name: "fix-answers",
    answersFor: ["FixAnswer.memberId"],
    async eraseSome({ db }, { memberId }) {
      const found = await db.fixAnswer.findMany({
        where: { memberId },
        orderBy: { topicId: "asc" },
        take: answersAtOnce,
      });
      for (const { topicId } of found) {
        await db.$executeRaw`UPDATE "KnownIssue" SET "topicId" = "topicId" WHERE "topicId" = ${topicId}`;
        await db.fixAnswer.deleteMany({ where: { topicId, memberId } });
        const { fixedAt } = await db.knownIssue.findUniqueOrThrow({ where: { topicId } });
        const standing = { topicId, answeredAt: { gte: fixedAt ?? new Date(8.64e15) } };
        const confirmedCount = await db.fixAnswer.count({ where: { ...standing, isSolved: true } });
        const deniedCount = await db.fixAnswer.count({ where: { ...standing, isSolved: false } });
        await db.knownIssue.update({ where: { topicId }, data: { confirmedCount, deniedCount } });
      }
      return found.length === answersAtOnce;
    },
  },
];
