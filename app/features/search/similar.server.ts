import type { Context } from "~/features/members/context";
import { SearchBadQuery, SearchUnavailable } from "~/platform/search-engine/errors";
import type { SearchKind, SimilarTitle } from "~/platform/search-engine/port";
import { type IndexedThing, readDocumentId } from "./document-ids";
import { hasEnoughWords } from "./enough-words";
import { engineKinds, type ResultKind } from "./question";
import { viewerOf } from "./searching.server";
import { orderSimilar } from "./similar-order";
import type { SimilarThing } from "./similar-thing";
import { readSimilarAnnouncements, readSimilarTopics } from "./similar-reading.server";

const asked = 20;
const shown = 5;
// Tried on a hundred titles of two real communities: most of what shares less is something else.
const leastScore = 0.38;

export interface FindSimilarInput {
  /** As typed so far. */
  title: string;
  /** Which kinds to compare with; replies have no titles of their own. */
  kinds?: readonly Exclude<ResultKind, "reply">[];
}

const everyKind = ["problem", "question", "experience", "suggestion", "announcement"] as const;

/**
 * What others posted under a title like this one, the most helpful first: known issues, solved, shipped, open. At most
 * five; none for a title of less than two words or four Han characters. Never throws for the engine: looking for
 * similar things must not keep anybody from posting.
 */
export async function findSimilar(
  ctx: Context,
  { title, kinds = everyKind }: FindSimilarInput,
): Promise<SimilarThing[]> {
  if (!hasEnoughWords(title)) return [];
  const likely = (await similarTitles(ctx, title, kinds.flatMap(engineKinds))).filter(
    ({ score }) => score >= leastScore,
  );
  const things = likely.flatMap((one) => {
    const thing = readDocumentId(one.id);
    return thing ? [{ ...thing, score: one.score }] : [];
  });
  const of = (type: IndexedThing["type"]) =>
    new Map(things.filter((one) => one.type === type).map(({ id, score }) => [id, score]));
  const found = await Promise.all([
    readSimilarTopics(ctx, of("topic")),
    readSimilarAnnouncements(ctx, of("announcement")),
  ]);
  return orderSimilar(found.flat()).slice(0, shown);
}

async function similarTitles(
  ctx: Context,
  title: string,
  kinds: readonly SearchKind[],
): Promise<SimilarTitle[]> {
  try {
    return await ctx.search.similarTitles(viewerOf(ctx), title.slice(0, 300), { kinds, limit: asked });
  } catch (error) {
    if (error instanceof SearchUnavailable || error instanceof SearchBadQuery) return [];
    throw error;
  }
}
