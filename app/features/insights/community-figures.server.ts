import type { Context } from "~/features/members/context";
import { shortCache } from "~/features/site/short-cache";
import { days } from "~/platform/clock/clock";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import { answeredInTime, medianWait } from "./answering-figures";
import { type CommunityFigures, figuresOverDays, mostCounted } from "./community-figures";

const mostCompared = 1_000;

type Reader = Pick<Context, "rows" | "config" | "clock">;

const cache = shortCache(load);

/** What the data says about how this community is answered. One bounded query, at most every few seconds. */
export async function readCommunityFigures(ctx: Reader): Promise<CommunityFigures> {
  return cache.get(ctx);
}

async function load({ rows, clock }: Reader): Promise<CommunityFigures> {
  const now = clock.now();
  const monthStart = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const found = await rows<{ figure: string; postedAt: unknown; firstOfficialAt: unknown; amount: unknown }>(
    figuresSql,
    [new Date(now.getTime() - days(figuresOverDays)), monthStart],
  );
  const waited = found
    .filter(({ figure }) => figure === "waited")
    .map((row) => ({ postedAt: asDate(row.postedAt), firstOfficialAt: asDateOrNull(row.firstOfficialAt) }));
  const amount = (name: string) => Number(found.find(({ figure }) => figure === name)?.amount ?? 0);
  return {
    medianWaitMs: medianWait(waited),
    answeredInTime: answeredInTime(waited, now),
    openProblems: amount("open-problems"),
    problemsInWork: amount("problems-in-work"),
    settledThisMonth: amount("settled"),
    openSuggestions: amount("open-suggestions"),
  };
}

function counted(figure: string, where: string): string {
  return `SELECT '${figure}', NULL, NULL, COUNT(*) FROM (
    SELECT 1 FROM "Topic" WHERE "isListed" = TRUE AND "origin" <> 'sample' AND ${where} LIMIT ${mostCounted}) AS counted`;
}

// Said by exclusion: asked for by name, SQLite would read every problem there ever was from the index of kinds.
const isProblem = `"kind" NOT IN ('question', 'experience')`;

// One statement for all figures; each part reads its own stretch of an index and stops at a bound. The sample community
// is left out: a new site would boast of answers nobody gave.
const figuresSql = [
  `SELECT 'waited' AS "figure", "postedAt", "firstOfficialAt", 0 AS "amount" FROM (
     SELECT "createdAt" AS "postedAt", "firstOfficialAt" FROM "Topic" WHERE "board" = 'discussion'
     AND "isListed" = TRUE AND "createdAt" >= ? AND "kind" IN ('problem', 'question') AND "origin" <> 'sample'
     ORDER BY "createdAt" DESC LIMIT ${mostCompared}) AS waited`,
  counted(
    "settled",
    `"board" = 'discussion' AND "status" IN ('answered', 'solved') AND "statusChangedAt" >= ?`,
  ),
  counted(
    "open-problems",
    `"board" = 'discussion' AND ${isProblem} AND "status" IN ('open', 'acknowledged', 'investigating', 'known-issue')`,
  ),
  counted(
    "problems-in-work",
    `"board" = 'discussion' AND ${isProblem} AND "status" IN ('acknowledged', 'investigating', 'known-issue')`,
  ),
  counted("open-suggestions", `"board" = 'suggestion' AND "status" IN ('open', 'under-review')`),
].join(" UNION ALL ");
