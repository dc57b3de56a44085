import { systemContext } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { recountVotes } from "~/features/suggestions/counting.server";
import { hotScore } from "~/features/suggestions/hot-score";
import { lockByIds } from "~/features/suggestions/locking.server";
import { countsVotes } from "~/features/suggestions/standing";
import { refreshAllVotes } from "~/features/suggestions/vote-standing.server";
import { groupOf, votersOf } from "~/features/topics/merge-group";
import { asDate } from "~/platform/db/columns";
import { inTransaction } from "~/platform/db/transaction.server";
import type { Platform } from "~/platform/platform";
import type { Check } from "./check";

const suggestionsAtOnce = 200;
// Scores are sums of powers, kept in steps: the steps may differ from the sum by a little rounding.
const roundingOfScores = 1e-6;

/** Votes against the accounts that cast them, counts and scores against the votes, merges against their one rule. */
export const voteChecks: Check[] = [
  {
    name: "votes that count though their account does not, or the other way round",
    async count(platform) {
      const rules = await readSite(platform);
      const [row] = await platform.rows<{ wrong: unknown }>(
        `SELECT COUNT(*) AS wrong FROM "Vote" v JOIN "Member" m ON m.id = v."memberId" WHERE v."isCounted" <> ${countsVotes(rules)}`,
      );
      return Number(row?.wrong ?? 0);
    },
    fix: (platform) => refreshAllVotes(systemContext(platform)),
  },
  {
    name: "votes of suggestions",
    async count(platform) {
      return (await wrongCounts(platform)).length;
    },
    async fix(platform) {
      return recount(platform, await wrongCounts(platform));
    },
  },
  {
    name: "scores that suggestions trend by",
    async count(platform) {
      return (await wrongScores(platform)).length;
    },
    async fix(platform) {
      return recount(platform, await wrongScores(platform));
    },
  },
  {
    name: "merges that lead in circles, through two steps, or nowhere",
    async count({ rows }) {
      const [row] = await rows<{ wrong: unknown }>(
        `SELECT COUNT(*) AS wrong FROM "Topic" t LEFT JOIN "Topic" s ON s.id = t."mergedIntoId"
         WHERE (t."mergedIntoId" IS NOT NULL AND (s.id IS NULL OR s."mergedIntoId" IS NOT NULL OR s.board <> 'suggestion'))
            OR (t.status = 'merged') <> (t."mergedIntoId" IS NOT NULL) OR (t.status = 'merged' AND t."isListed")`,
      );
      return Number(row?.wrong ?? 0);
    },
  },
];

async function wrongCounts({ rows }: Platform): Promise<number[]> {
  const found = await rows<{ id: number }>(
    `SELECT t.id FROM "Topic" t WHERE t.board = 'suggestion' AND t."voteCount" <> ${votersOf("t")} ORDER BY t.id`,
  );
  return found.map(({ id }) => id);
}

async function wrongScores(platform: Platform): Promise<number[]> {
  const wrong: number[] = [];
  for (let after = 0; ;) {
    const page = await platform.rows<{ id: number; hotScore: number; createdAt: unknown; imported: unknown }>(
      `SELECT t.id, t."hotScore", t."createdAt",
         (SELECT SUM(i."importedVotes") FROM "Topic" i WHERE i.id IN ${groupOf("t.id")}) AS imported
       FROM "Topic" t WHERE t.board = 'suggestion' AND t.id > ? ORDER BY t.id LIMIT ${suggestionsAtOnce}`,
      [after],
    );
    for (const { id, hotScore: kept, createdAt, imported } of page) {
      const votes = await platform.rows<{ castAt: unknown }>(
        `SELECT MIN(v."createdAt") AS "castAt" FROM "Vote" v WHERE v."isCounted" AND v."topicId" IN ${groupOf("?")}
         GROUP BY v."memberId" ORDER BY 1`,
        [id, id],
      );
      const castAt = votes.map((vote) => asDate(vote.castAt));
      const score = hotScore(asDate(createdAt), castAt, Number(imported ?? 0));
      if (Math.abs(score - kept) > roundingOfScores) wrong.push(id);
    }
    if (page.length < suggestionsAtOnce) return wrong;
    after = page.at(-1)!.id;
  }
}

async function recount(platform: Platform, ids: readonly number[]): Promise<number> {
  const ctx = systemContext(platform);
  for (const id of ids) {
    await inTransaction(ctx, async (tx) => {
      for (const suggestion of await lockByIds(tx, [id])) await recountVotes(tx, suggestion);
    });
  }
  return ids.length;
}
