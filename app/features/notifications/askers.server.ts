import type { Context } from "~/features/members/context";
import { areaDecides } from "~/features/topics/follow-level";
import { asBoolean, asJson } from "~/platform/db/columns";
import type { SqlValue } from "~/platform/db/client.server";
import { type Choices, isWanted } from "./notice";

/** Why an announcement concerns somebody, the strongest first. */
export const askReasons = ["voted", "affected", "follows", "area"] as const;
export type AskReason = (typeof askReasons)[number];

/** What becomes of somebody an announcement concerns: told by mail too, in the app only, or why not at all. */
export type AskerFate =
  | { is: "mailed"; reason: AskReason }
  | { is: "app-only"; reason: AskReason; because: "no-address" | "bounced" | "no-mail" }
  | { is: "left"; because: "muted" | "away" | "not-an-account" | "chose-nothing" };

interface AskerRow {
  /** Position in `askReasons` of the strongest reason that is not muted; null when all are. */
  reason: number | null;
  isAccount: unknown;
  isAway: unknown;
  hasAddress: unknown;
  isBounced: unknown;
  isMailMuted: unknown;
  choices: unknown;
}

/**
 * The same people as `askedSql`, with those who mute it: one row for each kind of them with `count`, or one for each person
 * when `each` names columns. `whose` is a condition on `q."memberId"`.
 */
export function askersQuery(
  announcementId: number,
  { whose, each, tail = "" }: { whose?: { sql: string; params: SqlValue[] }; each?: string; tail?: string },
): { sql: string; params: SqlValue[] } {
  const open = `l."announcementId" = ? AND t."deletedAt" IS NULL AND t."heldAt" IS NULL AND ${whose?.sql ?? "1 = 1"}`;
  const links = `"AnnouncementTopic" l JOIN "Topic" t ON t."id" = l."topicId"`;
  // Everything known of a person and a topic comes as rows and is put together by grouping: each table is read once, whatever
  // the database believes about their sizes.
  const known = [
    {
      table: "Vote",
      columns: `1 AS "voted", 0 AS "affected", NULL AS "level", NULL AS "reason", NULL AS "area"`,
    },
    { table: "Affected", columns: `0, 1, NULL, NULL, NULL` },
    { table: "Follow", columns: `0, 0, q."level", q."reason", NULL` },
  ].map(
    ({ table, columns }) => `SELECT q."memberId", q."topicId", ${columns}
      FROM ${links} JOIN "${table}" q ON q."topicId" = l."topicId" WHERE ${open}`,
  );
  const ofArea = `SELECT q."memberId", l."topicId", 0, 0, NULL, NULL, q."level"
      FROM ${links} JOIN "AreaFollow" q ON q."areaId" = t."areaId" WHERE ${open}`;
  const decides = areaDecides({ level: `g."level"`, reason: `g."reason"`, area: `g."area"` });
  const reasons = `SELECT g."memberId", CASE
        WHEN COALESCE(CASE WHEN ${decides} THEN g."area" ELSE g."level" END, '') <> 'muted'
          AND (g."voted" = 1 OR g."affected" = 1 OR g."level" IS NOT NULL)
          THEN CASE WHEN g."voted" = 1 THEN 0 WHEN g."affected" = 1 THEN 1 ELSE 2 END
        WHEN g."area" <> 'muted' AND COALESCE(g."level", '') <> 'muted' THEN 3 END AS "reason"
      FROM (SELECT k."memberId", k."topicId", MAX(k."voted") AS "voted", MAX(k."affected") AS "affected",
          MAX(k."level") AS "level", MAX(k."reason") AS "reason", MAX(k."area") AS "area"
        FROM (${[...known, ofArea].join(" UNION ALL ")}) k GROUP BY k."memberId", k."topicId") g`;
  const params = [announcementId, ...(whose?.params ?? [])];
  const kind = `x."reason",
      CASE WHEN m."origin" = 'account' THEN 1 ELSE 0 END AS "isAccount",
      CASE WHEN m."suspendedAt" IS NOT NULL OR m."deletedAt" IS NOT NULL THEN 1 ELSE 0 END AS "isAway",
      CASE WHEN m."email" IS NOT NULL AND m."emailVerifiedAt" IS NOT NULL THEN 1 ELSE 0 END AS "hasAddress",
      CASE WHEN b."suppressedAt" IS NOT NULL THEN 1 ELSE 0 END AS "isBounced",
      s."isMailMuted", CAST(s."choices" AS TEXT) AS "choices"`;
  return {
    sql: `SELECT ${kind}, ${each ?? `COUNT(*) AS "count"`}
      FROM (SELECT k."memberId", MIN(k."reason") AS "reason" FROM (${reasons}) k GROUP BY k."memberId") x
      JOIN "Member" m ON m."id" = x."memberId" LEFT JOIN "NoticeSettings" s ON s."memberId" = m."id"
      LEFT JOIN "MailBounce" b ON b."address" = LOWER(m."email")
      ${each ? tail : "GROUP BY 1, 2, 3, 4, 5, 6, 7"}`,
    params: [...params, ...params, ...params, ...params],
  };
}

/** The rules of telling and of sending in one place, as `telling` and the mail queue apply them. */
export function fateOf(row: AskerRow): AskerFate {
  if (!asBoolean(row.isAccount)) return { is: "left", because: "not-an-account" };
  if (asBoolean(row.isAway)) return { is: "left", because: "away" };
  const reason = row.reason === null ? undefined : askReasons[Number(row.reason)];
  if (!reason) return { is: "left", because: "muted" };
  const choices = row.choices === null ? {} : asJson<Choices>(row.choices);
  const wants = (channel: "app" | "mail" | "digest") => isWanted(choices, "announcement", channel);
  if (!wants("app") && !wants("mail") && !wants("digest")) return { is: "left", because: "chose-nothing" };
  const isMuted = row.isMailMuted !== null && asBoolean(row.isMailMuted);
  if (!wants("mail") || isMuted) return { is: "app-only", reason, because: "no-mail" };
  if (!asBoolean(row.hasAddress)) return { is: "app-only", reason, because: "no-address" };
  return asBoolean(row.isBounced) ? { is: "app-only", reason, because: "bounced" } : { is: "mailed", reason };
}

/** Which of these members get a mail of an announcement as members. One query, or none. */
export async function listMailedAskers(
  { rows }: Pick<Context, "rows">,
  announcementId: number,
  memberIds: readonly number[],
): Promise<Set<number>> {
  if (memberIds.length === 0) return new Set();
  const whose = {
    sql: `q."memberId" IN (${memberIds.map(() => "?").join(", ")})`,
    params: [...memberIds],
  };
  const { sql, params } = askersQuery(announcementId, { whose, each: `x."memberId"` });
  const found = await rows<AskerRow & { memberId: number }>(sql, params);
  return new Set(found.filter((row) => fateOf(row).is === "mailed").map(({ memberId }) => memberId));
}
