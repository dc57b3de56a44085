import type { Context } from "~/features/members/context";
import { noQuestion } from "~/features/search/question";
import { search } from "~/features/search/searching.server";
import { findSimilar } from "~/features/search/similar.server";
import { type MergeCandidate, numberTyped } from "~/features/suggestions/merge-candidate";
import { readMergeCandidates } from "~/features/suggestions/merge-candidates.server";

const candidatesShown = 10;

/** Suggestions one could be merged into: what words find, the one a number names, and without either the similar ones. */
export async function findMergeCandidates(
  ctx: Context,
  { number, title, words }: { number: number; title: string; words: string },
): Promise<MergeCandidate[]> {
  return readMergeCandidates(ctx, { numbers: await numbersFor(ctx, title, words), except: number });
}

async function numbersFor(ctx: Context, title: string, words: string): Promise<number[]> {
  if (words.trim() === "") {
    const similar = await findSimilar(ctx, { title, kinds: ["suggestion"] });
    return similar.flatMap((thing) => thing.number ?? []);
  }
  const typed = numberTyped(words);
  if (typed !== null) return [typed];
  const answer = await search(ctx, { ...noQuestion, words, kinds: ["suggestion"] });
  if (answer.state !== "answered") return [];
  return answer.results.slice(0, candidatesShown).flatMap(({ url }) => numberTyped(url) ?? []);
}
