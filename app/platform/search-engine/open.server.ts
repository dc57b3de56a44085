import { join } from "node:path";
import { systemClock, type Clock } from "../clock/clock";
import { Backlog } from "./backlog.server";
import { EmbeddedEngine } from "./embedded.server";
import { Healing } from "./healing.server";
import { MeilisearchEngine } from "./meilisearch.server";
import type { SearchEngine } from "./port";
import { EngineWithFallback } from "./with-fallback.server";

const healEveryMs = 5_000;

export interface OpenSearchOptions {
  /** The engine keeps its files in `search` below it. */
  dataDir: string;
  /** Without it the embedded engine answers alone. */
  meili?: { url: string; apiKey?: string } | null;
  clock?: Clock;
}

/** The search of one process. Asks nothing over the network yet and never fails because a server is down. */
export async function openSearchEngine({
  dataDir,
  meili,
  clock = systemClock,
}: OpenSearchOptions): Promise<SearchEngine> {
  const directory = join(dataDir, "search");
  const embedded = new EmbeddedEngine(directory, clock);
  if (!meili) return embedded;
  const meilisearch = new MeilisearchEngine({ ...meili, clock });
  const backlog = new Backlog(join(directory, "backlog.sqlite"), clock);
  const engine = new EngineWithFallback(new Healing(meilisearch, embedded, backlog, clock));
  engine.healEvery(healEveryMs);
  return engine;
}
