import { topicUnaffected } from "./events";
import type { Erasure } from "~/features/members/own-data";
import { appendEvent } from "~/platform/outbox/append.server";
import { ownTable } from "~/features/members/own-table";

export const discussionsTables = [
  ownTable({
    ...{ file: "affected", table: "Affected", owner: "memberId", key: "topicId" },
    columns: { topic: `t."number"`, createdAt: `x."createdAt"` },
    join: `JOIN "Topic" t ON t."id" = x."topicId"`,
  }),
] as const;

const topicsAtOnce = 50;

export const discussionsErasures: readonly Erasure[] = [
  {
    name: "affected",
    answersFor: ["Affected.memberId"],
    async eraseSome(tx, { memberId }) {
      const found = await tx.db.affected.findMany({
        where: { memberId },
        orderBy: { topicId: "asc" },
        take: topicsAtOnce,
      });
      for (const { topicId } of found) {
        await tx.db.topic.update({ where: { id: topicId }, data: { affectedCount: { decrement: 1 } } });
        await tx.db.affected.deleteMany({ where: { topicId, memberId } });
        await appendEvent(tx, topicUnaffected(topicId, memberId));
      }
      return found.length === topicsAtOnce;
    },
  },
];
