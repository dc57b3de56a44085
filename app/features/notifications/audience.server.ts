import type { Context } from "~/features/members/context";
import { listToTellOfFix } from "~/features/known-issues/audience.server";
import { listFollowers } from "~/features/topics/followers.server";
import type { SqlValue } from "~/platform/db/client.server";
import type { Audience } from "./fact";
import { notMutedSql } from "./follow-sql";

export const recipientsAtOnce = 500;

interface Part {
  memberIds: number[];
  /** Id to go on after, or null when these were the last. */
  next: number | null;
}

/**
 * The next members of an audience after this id, in the order of their ids: with an account of their own that is neither
 * suspended nor gone, and not muting what it is about. The cost is that of the part asked for, however many there are.
 */
export async function nextRecipients(ctx: Context, audience: Audience, after: number): Promise<Part> {
  if (audience.of === "followers") {
    const { topicId, news } = audience;
    const { followers, next } = await listFollowers(ctx, { topicId, news, after, limit: recipientsAtOnce });
    const ids = followers.map(({ memberId }) => memberId);
    return { memberIds: await withAccount(ctx, ids), next };
  }
  if (audience.of === "waiting-for-fix") {
    const ids = await listToTellOfFix(ctx, audience, { after, limit: recipientsAtOnce });
    const next = ids.length === recipientsAtOnce ? ids.at(-1)! : null;
    return { memberIds: await allowed(ctx, { of: "members", ids, topicId: audience.topicId }), next };
  }
  const memberIds = await allowed(ctx, audience, after);
  return { memberIds, next: memberIds.length === recipientsAtOnce ? memberIds.at(-1)! : null };
}

type Listed = Extract<Audience, { of: "askers" | "members" }>;

interface Query {
  sql: string;
  params: SqlValue[];
}

function membersOf(audience: Listed, after: number): Query {
  switch (audience.of) {
    case "askers": {
      const asked = askedSql(audience.announcementId, `q."memberId" > ?`, [after]);
      return { sql: `SELECT DISTINCT k."memberId" FROM (${asked.sql}) k`, params: asked.params };
    }
    case "members":
      return {
        sql: `SELECT q."memberId" FROM (SELECT "id" AS "memberId", CAST(? AS INTEGER) AS "topicId" FROM "Member"
            WHERE "id" IN (${audience.ids.map(() => "?").join(", ")})) q
          WHERE q."memberId" > ? AND ${notMutedSql("q")}`,
        params: [audience.topicId, ...audience.ids, after],
      };
  }
}

/**
 * Who of some members (a condition on `q."memberId"`) asked for what an announcement answers, with the topic: a vote, "I
 * have this too", following it or its area, as long as they do not mute it and everybody can see it.
 */
export function askedSql(announcementId: number, whose: string, params: readonly SqlValue[]): Query {
  const open = `l."announcementId" = ? AND t."deletedAt" IS NULL AND t."heldAt" IS NULL AND ${whose}`;
  const links = `"AnnouncementTopic" l JOIN "Topic" t ON t."id" = l."topicId"`;
  const reasons = ["Vote", "Affected", "Follow"].map(
    (table) => `SELECT q."memberId", q."topicId" FROM ${links}
      JOIN "${table}" q ON q."topicId" = l."topicId" WHERE ${open} AND ${notMutedSql("q")}`,
  );
  const byArea = `SELECT q."memberId", l."topicId" FROM ${links} JOIN "AreaFollow" q ON q."areaId" = t."areaId"
      WHERE ${open} AND q."level" <> 'muted' AND NOT EXISTS (SELECT 1 FROM "Follow" w
        WHERE w."topicId" = t."id" AND w."memberId" = q."memberId" AND w."level" = 'muted')`;
  const each = [announcementId, ...params];
  return { sql: [...reasons, byArea].join(" UNION "), params: [...each, ...each, ...each, ...each] };
}

async function allowed(ctx: Context, audience: Listed, after = 0): Promise<number[]> {
  if (audience.of === "members" && audience.ids.length === 0) return [];
  const { sql, params } = membersOf(audience, after);
  const rows = await ctx.rows<{ memberId: number }>(
    `SELECT x."memberId" FROM (${sql}) x JOIN "Member" m ON m."id" = x."memberId"
     WHERE m."origin" = 'account' AND m."suspendedAt" IS NULL AND m."deletedAt" IS NULL
     ORDER BY x."memberId" LIMIT ${recipientsAtOnce}`,
    params,
  );
  return rows.map(({ memberId }) => memberId);
}

/** Imported people and those made up as samples stand for somebody who never was here. */
async function withAccount({ rows }: Context, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const found = await rows<{ id: number }>(
    `SELECT "id" FROM "Member" WHERE "id" IN (${ids.map(() => "?").join(", ")}) AND "origin" = 'account' ORDER BY "id"`,
    ids,
  );
  return found.map(({ id }) => id);
}
