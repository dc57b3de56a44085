import { eraseRows } from "~/features/members/erase-rows";
import type { Erasure } from "~/features/members/own-data";
import { ownTable } from "~/features/members/own-table";

export const officialTables = [
  ownTable({
    ...{ file: "answer-feedback", table: "AnswerFeedback", owner: "memberId", key: "replyId" },
    columns: {
      ...{ topic: `t."number"`, reply: `x."replyId"`, answer: `x."answer"`, createdAt: `x."createdAt"` },
    },
    join: `JOIN "Reply" r ON r."id" = x."replyId" JOIN "Topic" t ON t."id" = r."topicId"`,
  }),
  ownTable({
    ...{ file: "promises", table: "TeamPromise", owner: "madeById", key: "id" },
    columns: {
      ...{ topic: `t."number"`, text: `x."text"`, due: `x."dueOn"`, state: `x."state"` },
      createdAt: `x."createdAt"`,
    },
    join: `JOIN "Topic" t ON t."id" = x."topicId"`,
  }),
] as const;

const answersAtOnce = 50;

export const officialErasures: readonly Erasure[] = [
  {
    name: "answer-feedback",
    answersFor: ["AnswerFeedback.memberId"],
    async eraseSome({ db }, { memberId }) {
      const found = await db.answerFeedback.findMany({
        where: { memberId },
        orderBy: { replyId: "asc" },
        take: answersAtOnce,
      });
      for (const { replyId } of found) {
        await db.$executeRaw`UPDATE "OfficialReply" SET "replyId" = "replyId" WHERE "replyId" = ${replyId}`;
        await db.answerFeedback.deleteMany({ where: { replyId, memberId } });
        const yesCount = await db.answerFeedback.count({ where: { replyId, answer: "yes" } });
        const noCount = await db.answerFeedback.count({ where: { replyId, answer: "no" } });
        await db.officialReply.update({ where: { replyId }, data: { yesCount, noCount } });
      }
      return found.length === answersAtOnce;
    },
  },
  // What was said for the site stays, with its seal and the title it was said under. The name goes.
  eraseRows("signed-letters", [], async (db, { memberId: authorId }, limit) => {
    const { displayName } = await db.member.findUniqueOrThrow({ where: { id: authorId } });
    return db.officialReply.updateMany({
      where: { reply: { authorId }, NOT: { authorName: displayName } },
      data: { authorName: displayName },
      limit,
    });
  }),
];
