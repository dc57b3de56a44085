import type { Backlog } from "./backlog.server";
import type { EmbeddedEngine } from "./embedded.server";
import { SearchUnavailable } from "./errors";
import type { Healing } from "./healing.server";
import { mergeIdLists } from "./id-lists";
import type { MeilisearchEngine } from "./meilisearch.server";
import type {
  EngineStats,
  IndexSchema,
  RebuildReport,
  SearchBatch,
  SearchChange,
  SearchDocument,
  SearchEngine,
  SearchKind,
  SearchOptions,
  SearchQuery,
  SearchTicket,
  Settlement,
  Viewer,
} from "./port";

const defaultBudgetMs = 1_500;
// The rest is the fallback's: the reader should get an answer, not an explanation.
const shareOfFirst = 0.6;

/**
 * Meilisearch for as long as it answers, the embedded engine whenever it does not. Both get every write; what the first
 * could not take waits in the backlog, and until that is delivered the second answers, so that nothing old is shown.
 */
export class EngineWithFallback implements SearchEngine {
  readonly first: MeilisearchEngine;
  readonly second: EmbeddedEngine;
  readonly backlog: Backlog;
  readonly #idsOf = new WeakMap<SearchTicket, readonly string[]>();
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly healing: Healing) {
    this.first = healing.first;
    this.second = healing.second;
    this.backlog = healing.backlog;
  }

  /** Looks after the first engine from time to time, so that it comes back without anybody asking. */
  healEvery(ms: number): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => void this.healing.heal(), ms).unref();
  }

  /** Ready as soon as one of the two can answer rightly; the other is seen to in the background. */
  async prepare(schema: IndexSchema): Promise<"ready" | "needs-rebuild"> {
    const state = await this.second.prepare(schema);
    void this.healing.heal();
    return state;
  }

  async search(viewer: Viewer, query: SearchQuery, options: SearchOptions = {}) {
    const { signal, budgetMs = defaultBudgetMs } = options;
    return this.#either(signal, (engine, share) =>
      engine.search(viewer, query, { signal, budgetMs: budgetMs * share }),
    );
  }

  async similarTitles(
    viewer: Viewer,
    title: string,
    options: { kinds: readonly SearchKind[]; limit: number; signal?: AbortSignal },
  ) {
    return this.#either(options.signal, (engine) => engine.similarTitles(viewer, title, options));
  }

  async apply(batch: SearchBatch): Promise<SearchTicket> {
    const taken = await this.second.apply(batch);
    const ids = [...batch.upsert.map((document) => document.id), ...batch.remove];
    const taskIds = await this.#applyToFirst(batch, ids);
    const ticket: SearchTicket = { ...taken, taskIds };
    this.#idsOf.set(ticket, ids);
    return ticket;
  }

  /** What the first engine could not keep waits in the backlog from then on, and the second one answers. */
  async settled(ticket: SearchTicket, options: { timeoutMs: number }): Promise<Settlement> {
    if (ticket.taskIds.length === 0) return this.second.settled(ticket);
    const ids = this.#idsOf.get(ticket);
    try {
      const state = await this.first.settled(ticket, options);
      if (state !== "failed" || !ids) return state;
    } catch (error) {
      if (!(error instanceof SearchUnavailable) || !ids) throw error;
      this.healing.failed(error);
    }
    this.backlog.add(ids);
    return this.second.settled(ticket);
  }

  /** The first engine is filled from the second: at once when it answers, else when it comes back. */
  async rebuild(
    source: AsyncIterable<readonly SearchDocument[]>,
    options: { catchUp: () => AsyncIterable<SearchChange> },
  ): Promise<RebuildReport> {
    const report = await this.second.rebuild(source, options);
    this.backlog.wantRefill();
    await this.healing.heal();
    return report;
  }

  async listIds(after = "", limit = 1_000) {
    const ofSecond = await this.second.listIds(after, limit);
    if (!this.healing.isUsable) return ofSecond;
    return mergeIdLists(ofSecond, await this.first.listIds(after, limit), limit);
  }

  async stats(): Promise<EngineStats> {
    const { isUsable, problem } = this.healing;
    const stats = await this.#either(undefined, (engine) => engine.stats());
    return {
      ...stats,
      answering: isUsable ? "meilisearch" : "embedded",
      backlog: this.backlog.size,
      ...(isUsable ? {} : { problem }),
    };
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all([this.first.close(), this.second.close()]);
    this.backlog.close();
  }

  async #applyToFirst(batch: SearchBatch, ids: readonly string[]): Promise<readonly number[]> {
    if (this.healing.isUsable) {
      try {
        const { taskIds } = await this.first.apply(batch);
        return taskIds;
      } catch (error) {
        if (!(error instanceof SearchUnavailable)) throw error;
        this.healing.failed(error);
      }
    }
    this.backlog.add(ids);
    void this.healing.heal();
    return [];
  }

  async #either<T>(
    signal: AbortSignal | undefined,
    ask: (engine: SearchEngine, share: number) => Promise<T>,
  ): Promise<T> {
    if (!this.healing.isUsable) {
      void this.healing.heal();
      return ask(this.second, 1);
    }
    try {
      const answer = await ask(this.first, shareOfFirst);
      this.healing.succeeded();
      return answer;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof SearchUnavailable)) throw error;
      this.healing.failed(error);
      return ask(this.second, 1 - shareOfFirst);
    }
  }
}
