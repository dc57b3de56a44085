import { reactionKinds } from "~/features/topics/reaction";
import type { DatabaseKind } from "~/platform/db/client.server";
import type { Platform } from "~/platform/platform";
import type { Check } from "./check";

const holders = [
  ["topics", "Topic", "topicId"],
  ["replies", "Reply", "replyId"],
  ["announcements", "Announcement", "announcementId"],
] as const;

/** The counts of reactions that stand with each text, summed again. */
export const reactionChecks: Check[] = holders.map(([name, table, key]) => ({
  name: `reactions of ${name}`,
  async count({ rows, databaseKind }: Platform) {
    const [row] = await rows<{ wrong: unknown }>(
      `SELECT COUNT(*) AS wrong FROM "${table}" x WHERE ${differs(databaseKind, key)}`,
    );
    return Number(row?.wrong ?? 0);
  },
  async fix({ db, databaseKind }: Platform) {
    // Table and key are the constants above.
    return db.$executeRawUnsafe(
      `UPDATE "${table}" AS x SET "reactions" = ${summed(databaseKind, key)} WHERE ${differs(databaseKind, key)}`,
    );
  },
}));

// Looked at kind by kind only where there is something to sum: nearly every text has no reactions at all.
function differs(database: DatabaseKind, key: string): string {
  const byKind = reactionKinds.map((kind) => `${stored(database, kind)} <> ${sum(key, kind)}`).join(" OR ");
  return `(x."reactions" IS NOT NULL OR EXISTS (SELECT 1 FROM "Reaction" n WHERE n."${key}" = x.id)) AND (${byKind})`;
}

function stored(database: DatabaseKind, kind: string): string {
  return database === "postgresql"
    ? `COALESCE((x."reactions"->>'${kind}')::int, 0)`
    : `COALESCE(json_extract(x."reactions", '$.${kind}'), 0)`;
}

function sum(key: string, kind: string): string {
  return `(SELECT COUNT(*) FROM "Reaction" n WHERE n."${key}" = x.id AND n."kind" = '${kind}')`;
}

function summed(database: DatabaseKind, key: string): string {
  const of = `FROM (SELECT n."kind", COUNT(*) AS "sum" FROM "Reaction" n WHERE n."${key}" = x.id GROUP BY n."kind") s`;
  return database === "postgresql"
    ? `(SELECT COALESCE(jsonb_object_agg(s."kind", s."sum"), '{}'::jsonb) ${of})`
    : `(SELECT json_group_object(s."kind", s."sum") ${of})`;
}
