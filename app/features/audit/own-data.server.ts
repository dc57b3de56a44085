import { ownTable } from "~/features/members/own-table";

/** What they did that stays on record. Whom it was done to is not theirs to take along. */
export const auditTables = [
  ownTable({
    ...{ file: "audit", table: "AuditEntry", owner: "actorId", key: "id" },
    columns: { kind: `x."kind"`, doneAt: `x."at"` },
  }),
] as const;
