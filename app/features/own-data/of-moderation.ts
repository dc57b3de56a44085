import { eraseRows } from "~/features/members/erase-rows";
import type { Erasure } from "~/features/members/own-data";
import { ownTable } from "~/features/members/own-table";

const onTopic = `LEFT JOIN "Topic" t ON t."id" = x."topicId"`;

// What others reported, who decided and what waits is not theirs to read; what was decided about them is.
export const moderationTables = [
  ownTable({
    ...{ file: "flags", table: "Flag", owner: "memberId", key: "id" },
    columns: {
      ...{ topic: `t."number"`, reply: `x."replyId"`, reason: `x."reason"`, note: `x."note"` },
      ...{ state: `x."state"`, createdAt: `x."createdAt"` },
    },
    join: onTopic,
  }),
  ownTable({
    ...{ file: "decisions", table: "ModerationDecision", owner: "authorId", key: "id" },
    columns: {
      ...{ topic: `t."number"`, reply: `x."replyId"`, act: `x."act"`, reason: `x."reason"` },
      ...{ note: `x."note"`, decidedAt: `x."decidedAt"` },
    },
    join: onTopic,
  }),
  ownTable({
    ...{ file: "appeals", table: "Appeal", owner: "memberId", key: "id" },
    columns: {
      ...{ text: `x."text"`, state: `x."state"`, answer: `x."answer"` },
      ...{ createdAt: `x."createdAt"`, decidedAt: `x."decidedAt"` },
    },
  }),
  ownTable({
    ...{ file: "suspensions", table: "Suspension", owner: "memberId", key: "id" },
    columns: {
      ...{ reason: `x."reason"`, note: `x."note"`, fromAt: `x."fromAt"`, untilAt: `x."untilAt"` },
      liftedAt: `x."liftedAt"`,
    },
  }),
] as const;

// That something was reported and decided stays, for what hangs on it; the words that were written about it go.
export const moderationErasures: readonly Erasure[] = [
  eraseRows("flags", ["Flag.memberId"], (db, where, limit) =>
    db.flag.updateMany({ where: { ...where, NOT: { note: "" } }, data: { note: "" }, limit }),
  ),
  eraseRows("decisions", ["ModerationDecision.authorId"], (db, { memberId: authorId }, limit) =>
    db.moderationDecision.updateMany({ where: { authorId, NOT: { note: "" } }, data: { note: "" }, limit }),
  ),
  eraseRows("appeals", ["Appeal.memberId"], (db, where, limit) =>
    db.appeal.updateMany({
      where: { ...where, NOT: { text: "", answer: "" } },
      data: { text: "", answer: "" },
      limit,
    }),
  ),
  eraseRows("suspensions", ["Suspension.memberId"], (db, where, limit) =>
    db.suspension.deleteMany({ where, limit }),
  ),
];
