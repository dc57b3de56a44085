import type { Context } from "~/features/members/context";
import { SearchBadQuery, SearchUnavailable } from "~/platform/search-engine/errors";
import { translator } from "~/platform/i18n/translator";
import { readHits } from "./reading-hits.server";
import { viewerOf } from "./searching.server";

const shown = 7;
// Somebody is typing: an answer that takes longer comes too late to be looked at.
const budgetMs = 400;

export interface Suggestion {
  url: string;
  title: string;
  kind: string;
  /** The kind in the reader's language. */
  label: string;
}

/** What somebody may mean while they type. Empty when the engine is down: the box still searches on Enter. */
export async function listSuggestions(
  ctx: Context,
  typed: string,
  signal?: AbortSignal,
): Promise<Suggestion[]> {
  const text = typed.trim().slice(0, 200);
  if (text === "") return [];
  try {
    const page = await ctx.search.search(
      viewerOf(ctx),
      { text, perPage: shown, collapse: "thread", relaxed: "never" },
      { signal, budgetMs },
    );
    const t = translator(ctx.locale, "search");
    const results = await readHits(ctx, page.hits);
    return results.map(({ url, title, kind, official }) => ({
      url,
      title: title.map((segment) => segment.text).join(""),
      kind,
      label: official ? t("meta.official") : t(`kind.${kind}`),
    }));
  } catch (error) {
    if (error instanceof SearchUnavailable || error instanceof SearchBadQuery) return [];
    throw error;
  }
}
