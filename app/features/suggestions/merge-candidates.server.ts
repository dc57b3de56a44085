import type { Context } from "~/features/members/context";
import { excerpt } from "~/platform/text/excerpt";
import type { MergeCandidate } from "./merge-candidate";

const excerptCharacters = 140;

/**
 * Those of these suggestions that another one could be merged into, in the order given: what was merged itself, is gone
 * or held is left out, and so is the one that is to be merged.
 */
export async function readMergeCandidates(
  { rows }: Pick<Context, "rows">,
  { numbers, except }: { numbers: readonly number[]; except: number },
): Promise<MergeCandidate[]> {
  const asked = numbers.filter((number) => number !== except);
  if (asked.length === 0) return [];
  const found = await rows<MergeCandidate>(
    `SELECT t."number", t."slug", t."title", t."language", t."excerpt", t."status", t."voteCount" AS "votes"
     FROM "Topic" t WHERE t."number" IN (${asked.map(() => "?").join(", ")}) AND t."board" = 'suggestion'
     AND t."mergedIntoId" IS NULL AND t."deletedAt" IS NULL AND t."heldAt" IS NULL`,
    asked,
  );
  return asked.flatMap((number) => {
    const candidate = found.find((row) => row.number === number);
    return candidate ? [{ ...candidate, excerpt: excerpt(candidate.excerpt, excerptCharacters) }] : [];
  });
}
