import type { Context } from "~/features/members/context";
import { isStaff } from "~/features/members/role";
import { readSite } from "~/features/site/settings.server";
import { readCursor, writeCursor } from "~/features/topics/list-cursor";
import { groupOf } from "~/features/topics/merge-group";
import { asDate } from "~/platform/db/columns";
import type { SqlValue } from "~/platform/db/client.server";
import { Forbidden, SignInRequired } from "~/platform/errors";
import { maySeeVoters } from "./voters";

const votersPerPage = 30;
// Nobody counts on: a page says "1,000+" from here.
const mostHiddenCounted = 1_000;

export interface Voter {
  name: string;
  displayName: string;
  isStaff: boolean;
  at: Date;
  /** Asked to be left out; only the team sees them all the same. */
  isHidden: boolean;
  /** Who of the team voted for them; told to the team alone. */
  addedBy: string | null;
}

export interface VoterPage {
  voters: Voter[];
  next: string | null;
  /** How many keep their names to themselves and stand nowhere on the list. */
  hiddenCount: number;
}

interface VotersQuery {
  topicId: number;
  /** Ids of what was merged into it. */
  mergedIds: readonly number[];
  after: string | null;
}

/**
 * Who votes for a suggestion and for those merged into it, each person once, the latest first. Only votes that count.
 * Throws for whoever the site does not show voters to. Two queries, whatever the number of voters.
 */
export async function listVoters(ctx: Context, query: VotersQuery): Promise<VoterPage> {
  const { votersSeenBy } = await readSite(ctx);
  if (!maySeeVoters(ctx.actor, votersSeenBy)) {
    throw ctx.actor ? new Forbidden("suggestion.voters") : new SignInRequired();
  }
  const isForStaff = isStaff(ctx.actor);
  const { sql, params } = pageQuery(query, isForStaff);
  const [rows, hiddenCount] = await Promise.all([
    ctx.rows<Row>(sql, params),
    isForStaff ? 0 : countHidden(ctx, query.topicId),
  ]);
  const shown = rows.slice(0, votersPerPage);
  const last = rows.length > votersPerPage ? shown.at(-1) : undefined;
  return {
    voters: shown.map((row) => voterOf(row, isForStaff)),
    next: last ? writeCursor({ key: asDate(last.createdAt), id: last.memberId }) : null,
    hiddenCount,
  };
}

type Row = Record<"createdAt" | "votesHiddenAt", unknown> & {
  memberId: number;
  name: string;
  displayName: string;
  role: string;
  addedBy: string | null;
};

function voterOf(row: Row, isForStaff: boolean): Voter {
  const { name, displayName, role, createdAt, votesHiddenAt, addedBy } = row;
  return {
    ...{ name, displayName },
    isStaff: role === "staff" || role === "admin",
    at: asDate(createdAt),
    isHidden: votesHiddenAt !== null,
    addedBy: isForStaff ? addedBy : null,
  };
}

/**
 * Each suggestion of the group is read from its own stretch of the index and the parts are merged. Whoever votes for
 * several stands in the list with the latest of their votes, so a row is left out when a later one of theirs is there.
 */
function pageQuery(
  { topicId, mergedIds, after }: VotersQuery,
  isForStaff: boolean,
): { sql: string; params: SqlValue[] } {
  const cursor = readCursor(after, "newest");
  const hidden = isForStaff ? "" : `AND m."votesHiddenAt" IS NULL`;
  const later = cursor ? `AND (v."createdAt", v."memberId") < (?, ?)` : "";
  const order = `"createdAt" DESC, "memberId" DESC LIMIT ${votersPerPage + 1}`;
  const isLatest = `AND NOT EXISTS (SELECT 1 FROM "Vote" w WHERE w."memberId" = v."memberId" AND w."isCounted"
    AND w."topicId" IN ${groupOf("?")} AND (w."createdAt" > v."createdAt"
      OR (w."createdAt" = v."createdAt" AND w."topicId" > v."topicId")))`;
  const ids = [topicId, ...mergedIds];
  const parts = ids.map(
    (
      _id,
      index,
    ) => `SELECT * FROM (SELECT v."memberId", v."createdAt", v."addedById", m."name", m."displayName",
      m."role", m."votesHiddenAt" FROM "Vote" v JOIN "Member" m ON m."id" = v."memberId"
      WHERE v."topicId" = ? AND v."isCounted" ${hidden} ${later} ${ids.length > 1 ? isLatest : ""}
      ORDER BY v.${order.replace(`"memberId"`, `v."memberId"`)}) AS "part${index}"`,
  );
  return {
    sql: `SELECT p."memberId", p."createdAt", p."name", p."displayName", p."role", p."votesHiddenAt",
        a."displayName" AS "addedBy"
      FROM (${parts.join(" UNION ALL ")}) AS p LEFT JOIN "Member" a ON a."id" = p."addedById"
      ORDER BY p.${order.replace(`"memberId"`, `p."memberId"`)}`,
    params: ids.flatMap((id) => [
      id,
      ...(cursor ? [cursor.key, cursor.id] : []),
      ...(ids.length > 1 ? [topicId, topicId] : []),
    ]),
  };
}

async function countHidden(ctx: Context, topicId: number): Promise<number> {
  const [row] = await ctx.rows<{ count: number | string }>(
    `SELECT COUNT(*) AS "count" FROM (SELECT DISTINCT v."memberId" FROM "Member" m
       JOIN "Vote" v ON v."memberId" = m."id" AND v."isCounted"
       WHERE m."votesHiddenAt" IS NOT NULL AND v."topicId" IN ${groupOf("?")}
       LIMIT ${mostHiddenCounted}) AS "hidden"`,
    [topicId, topicId],
  );
  return Number(row?.count ?? 0);
}
