import { eraseRows } from "~/features/members/erase-rows";
import type { Erasure } from "~/features/members/own-data";
import { lockByIds } from "./locking.server";
import { unsetVote } from "./voting.server";
import { ownTable } from "~/features/members/own-table";

const topic = `JOIN "Topic" t ON t."id" = x."topicId"`;

export const suggestionsTables = [
  ownTable({
    ...{ file: "votes", table: "Vote", owner: "memberId", key: "topicId" },
    columns: {
      ...{ suggestion: `t."number"`, isCounted: `x."isCounted"`, createdAt: `x."createdAt"` },
      isAddedByTeam: `CASE WHEN x."addedById" IS NULL THEN 0 ELSE 1 END`,
    },
    join: topic,
  }),
  ownTable({
    ...{ file: "votes-added-by-team", table: "AddedVote", owner: "memberId", key: "topicId" },
    columns: { suggestion: `t."number"`, createdAt: `x."createdAt"`, withdrawnAt: `x."withdrawnAt"` },
    join: topic,
  }),
] as const;

const votesAtOnce = 20;

export const suggestionsErasures: readonly Erasure[] = [
  {
    name: "votes",
    answersFor: ["Vote.memberId"],
    async eraseSome(tx, { memberId }) {
      const found = await tx.db.vote.findMany({
        where: { memberId },
        orderBy: { topicId: "asc" },
        take: votesAtOnce,
        select: { topicId: true, topic: { select: { mergedIntoId: true } } },
      });
      const counted = [...new Set(found.map(({ topicId, topic }) => topic.mergedIntoId ?? topicId))];
      for (const suggestion of await lockByIds(tx, counted)) await unsetVote(tx, suggestion, { memberId });
      // Of what is no suggestion any more nothing is counted, and nothing may be left.
      await tx.db.vote.deleteMany({
        where: { memberId, topicId: { in: found.map(({ topicId }) => topicId) } },
      });
      return found.length === votesAtOnce;
    },
  },
  eraseRows("votes-added", ["AddedVote.memberId"], (db, where, limit) =>
    db.addedVote.deleteMany({ where, limit }),
  ),
];
