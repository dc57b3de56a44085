import { eraseRows } from "~/features/members/erase-rows";
import type { Erasure } from "~/features/members/own-data";
import { ownTable } from "~/features/members/own-table";

export const notificationsTables = [
  ownTable({
    ...{ file: "notices", table: "Notice", owner: "memberId", key: "id" },
    columns: {
      ...{ type: `x."type"`, topic: `t."number"`, reply: `x."replyId"` },
      // Its address is made of its title, which is the team's again once it was withdrawn.
      announcement: `CASE WHEN a."status" = 'published' THEN a."slug" END`,
      ...{ createdAt: `x."createdAt"`, readAt: `x."readAt"` },
    },
    join: `LEFT JOIN "Topic" t ON t."id" = x."topicId" LEFT JOIN "Announcement" a ON a."id" = x."announcementId"`,
  }),
  ownTable({
    ...{ file: "notice-settings", table: "NoticeSettings", owner: "memberId", key: "memberId" },
    columns: {
      ...{ choicesJson: `x."choices"`, isMailMuted: `x."isMailMuted"`, digest: `x."digest"` },
      ...{ digestHour: `x."digestHour"`, digestDay: `x."digestDay"` },
    },
  }),
] as const;

export const notificationsErasures: readonly Erasure[] = [
  eraseRows("notices", ["Notice.memberId"], (db, where, limit) => db.notice.deleteMany({ where, limit })),
  // Others were told of what they did; that it happened stays, that it was them does not.
  eraseRows("told-of", ["Notice.actorId"], (db, { memberId: actorId }, limit) =>
    db.notice.updateMany({ where: { actorId }, data: { actorId: null }, limit }),
  ),
  eraseRows("notice-settings", ["NoticeSettings.memberId"], (db, where) =>
    db.noticeSettings.deleteMany({ where }),
  ),
];
