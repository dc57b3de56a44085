import type { Context, MemberContext } from "~/features/members/context";
import { foldName } from "~/features/members/naming";
import { isStaff, type Role } from "~/features/members/role";
import { visibleReplyWhere, visibleWhere } from "./visibility";

/** No question brings more names than this, however many there are. */
const shown = 8;
const longestQuestion = 39;
/** Of a long topic, those who spoke last. */
const repliesLookedAt = 500;

export interface Mentionable {
  name: string;
  displayName: string;
  isStaff: boolean;
  /** Takes part in the topic that is being answered. */
  isHere: boolean;
}

interface Row {
  name: string;
  displayName: string;
  role: Role;
}

/**
 * Who may be meant by the letters after an "@": those who take part in the topic first, then the team, then everybody
 * who has posted something; by the beginning of their name, those near also by the name they show. Never by e-mail, and
 * nobody who has left no trace in public.
 */
export async function listMentionable(
  ctx: MemberContext,
  { q, number }: { q: string; number?: number },
): Promise<Mentionable[]> {
  const asked = foldName(q.trim());
  if (asked === "" || [...asked].length > longestQuestion) return [];
  const prefix = `${asked.replace(/[\\%_]/g, "\\$&")}%`;
  const [here, team, others] = await Promise.all([
    number === undefined ? [] : listHere(ctx, number, prefix),
    listTeam(ctx, prefix),
    listOthers(ctx, prefix),
  ]);
  const byName = new Map<string, Mentionable>();
  for (const [rows, isHere] of [
    [here, true],
    [team, false],
    [others, false],
  ] as const) {
    for (const { name, displayName, role } of rows) {
      if (!byName.has(name)) byName.set(name, { name, displayName, isStaff: isStaff({ role }), isHere });
    }
  }
  byName.delete(ctx.actor.name);
  return [...byName.values()].slice(0, shown);
}

const isThere = `m."deletedAt" IS NULL AND m."suspendedAt" IS NULL`;
const isNamed = `m."nameFolded" LIKE ? ESCAPE '\\'`;
const isShownAs = `LOWER(m."displayName") LIKE ? ESCAPE '\\'`;
const columns = `m."name", m."displayName", m."role"`;

async function listHere(ctx: Context, number: number, prefix: string): Promise<Row[]> {
  const topic = visibleWhere(ctx.actor);
  const reply = visibleReplyWhere(ctx.actor);
  return ctx.rows<Row>(
    `SELECT ${columns} FROM "Member" m WHERE ${isThere} AND (${isNamed} OR ${isShownAs}) AND m."id" IN (
       SELECT t."authorId" FROM "Topic" t WHERE t."number" = ? AND ${topic.sql} UNION
       SELECT s."authorId" FROM (SELECT r."authorId" FROM "Reply" r JOIN "Topic" t ON t."id" = r."topicId"
         WHERE t."number" = ? AND ${topic.sql} AND ${reply.sql} ORDER BY r."createdAt" DESC LIMIT ${repliesLookedAt}) s)
     ORDER BY m."nameFolded" LIMIT ${shown + 1}`,
    [prefix, prefix, number, ...topic.params, number, ...topic.params, ...reply.params],
  );
}

async function listTeam(ctx: Context, prefix: string): Promise<Row[]> {
  return ctx.rows<Row>(
    `SELECT ${columns} FROM "Member" m WHERE m."role" IN ('staff', 'admin') AND ${isThere}
     AND (${isNamed} OR ${isShownAs}) ORDER BY m."nameFolded" LIMIT ${shown + 1}`,
    [prefix, prefix],
  );
}

/** What was answered where nobody sees it is no trace; the count of a member's replies does not ask where they stand. */
async function listOthers(ctx: Context, prefix: string): Promise<Row[]> {
  const [topic, reply] = [visibleWhere(null), visibleReplyWhere(null)];
  return ctx.rows<Row>(
    `SELECT ${columns} FROM "Member" m WHERE ${isNamed} AND ${isThere}
     AND (m."topicCount" > 0 OR (m."replyCount" > 0 AND EXISTS (SELECT 1 FROM "Reply" r JOIN "Topic" t
       ON t."id" = r."topicId" WHERE r."authorId" = m."id" AND ${topic.sql} AND ${reply.sql}))) ORDER BY m."nameFolded" LIMIT ${shown + 1}`,
    [prefix],
  );
}
