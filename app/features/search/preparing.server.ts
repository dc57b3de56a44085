import { systemContext } from "~/features/members/context";
import type { Platform } from "~/platform/platform";
import { SearchUnavailable } from "~/platform/search-engine/errors";
import { reindex } from "./reindexing.server";
import { siteWords } from "./words";

/**
 * Hands the engine the site's words and fills an index that is empty or was made by another version. For the start of
 * the background process; the site serves meanwhile, and an engine that is down does not stop it.
 */
export async function prepareSearch(platform: Platform): Promise<void> {
  try {
    const state = await platform.search.prepare(siteWords);
    if (state === "ready") return;
    const report = await reindex(systemContext(platform));
    platform.log.info(
      { documents: report.documents, ms: Math.round(report.tookMs) },
      "the search index was built",
    );
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error;
    platform.log.warn({ err: error }, "the search index could not be prepared");
  }
}
