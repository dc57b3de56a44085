import { ownTable } from "~/features/members/own-table";

export const changelogTables = [
  ownTable({
    ...{ file: "announcements", table: "Announcement", owner: "authorId", key: "id" },
    columns: {
      ...{ slug: `x."slug"`, status: `x."status"`, title: `x."title"`, body: `x."body"` },
      ...{ createdAt: `x."createdAt"`, publishedAt: `x."publishedAt"` },
    },
  }),
] as const;
