import type { Context } from "~/features/members/context";
import { shortCache } from "~/features/site/short-cache";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import { guessLanguage } from "~/platform/text/guess-language";
import type { Incident } from "./incident";

const most = 3;

type Reader = Pick<Context, "rows" | "config" | "clock">;
type Known = Omit<Incident, "mine"> & { authorId: number };

const cache = shortCache(loadIncidents);

/**
 * What staff marked as urgent and is not fixed, the latest first. Costs a guest a query every few seconds; a member one
 * more while there is something urgent, for the state of "Me too".
 */
export async function listIncidents(ctx: Context): Promise<Incident[]> {
  const known = await cache.get(ctx);
  const { actor } = ctx;
  if (!actor || known.length === 0)
    return known.map((incident) => ({ ...withoutAuthor(incident), mine: null }));
  const ids = known.map(({ topicId }) => topicId);
  const rows = await ctx.rows<{ topicId: number }>(
    `SELECT "topicId" FROM "Affected" WHERE "memberId" = ? AND "topicId" IN (${ids.map(() => "?").join(", ")})`,
    [actor.id, ...ids],
  );
  const affecting = new Set(rows.map(({ topicId }) => topicId));
  return known.map((incident) => ({
    ...withoutAuthor(incident),
    mine: incident.authorId === actor.id ? "author" : affecting.has(incident.topicId) ? "affected" : "none",
  }));
}

/** Makes this process read them anew: after a change, and after somebody said to be affected. */
export function forgetIncidents(ctx: Pick<Context, "config" | "clock">): void {
  cache.drop(ctx);
}

function withoutAuthor({ authorId: _authorId, ...incident }: Known): Omit<Incident, "mine"> {
  return incident;
}

async function loadIncidents({ rows }: Reader): Promise<Known[]> {
  const found = await rows<
    Record<"since" | "nextUpdateAt", unknown> & Omit<Known, "since" | "nextUpdateAt" | "language">
  >(
    `SELECT k."topicId", t."number", t."slug", t."authorId", k."summary", t."affectedCount" AS "affected",
            t."createdAt" AS "since", k."nextUpdateAt"
     FROM "KnownIssue" k JOIN "Topic" t ON t."id" = k."topicId"
     WHERE k."isUrgent" = TRUE AND t."status" = 'known-issue' AND t."isListed" = TRUE
     ORDER BY k."createdAt" DESC, k."topicId" DESC LIMIT ${most}`,
  );
  return found.map((row) => ({
    ...row,
    language: guessLanguage(row.summary),
    since: asDate(row.since),
    nextUpdateAt: asDateOrNull(row.nextUpdateAt),
  }));
}
