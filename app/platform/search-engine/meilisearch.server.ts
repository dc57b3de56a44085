import { Meilisearch } from "meilisearch";
import type { Clock } from "../clock/clock";
import { checkDocuments } from "./document-check";
import { SearchUnavailable, SearchWriteFailed } from "./errors";
import { unavailableFrom } from "./meilisearch/failures";
import { indexNames, type IndexNames } from "./meilisearch/index-names";
import { indexStats, Inventory } from "./meilisearch/inventory.server";
import { Reader } from "./meilisearch/reader.server";
import { ReadingKeys } from "./meilisearch/reading-keys.server";
import { rebuildIndexes, type Journal } from "./meilisearch/rebuilding.server";
import { searchMeilisearch } from "./meilisearch/searching.server";
import { settingsFor, settingsHash } from "./meilisearch/settings";
import { similarTitles } from "./meilisearch/similar-titles.server";
import { readState, writeState } from "./meilisearch/state.server";
import { documentVersion } from "./meilisearch/stored-document";
import { succeed } from "./meilisearch/tasks.server";
import { requireVersion } from "./meilisearch/version.server";
import { DocumentSender } from "./meilisearch/writing.server";
import type {
  IndexSchema,
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
import { readQuery } from "./read-query";
import { emptySchema, readSchemaWords } from "./schema-words";

const defaultBudgetMs = 1_500;
const writeTimeoutMs = 15_000;
const settingsTimeoutMs = 10 * 60_000;

export interface MeilisearchOptions {
  url: string;
  /** May look after documents, settings, indexes, tasks and keys. Without rights on keys, reads carry it too. */
  apiKey?: string;
  clock: Clock;
  /** Begins the names of the indexes. Small letters, digits and `-`. */
  prefix?: string;
}

/** Search by a Meilisearch server of version 1.50 or later. Nothing is asked of it before the first call. */
export class MeilisearchEngine implements SearchEngine {
  readonly #admin: Meilisearch;
  readonly #names: IndexNames;
  readonly #reader: Reader;
  readonly #sender: DocumentSender;
  readonly #inventory: Inventory;
  #schema = emptySchema;
  #words = readSchemaWords(emptySchema);
  #journal: Journal | undefined;

  constructor({ url, apiKey, clock, prefix = "forum" }: MeilisearchOptions) {
    this.#names = indexNames(prefix);
    this.#admin = new Meilisearch({ host: url, apiKey, timeout: writeTimeoutMs });
    const keys = new ReadingKeys(this.#admin, this.#names, clock);
    this.#reader = new Reader(new Meilisearch({ host: url, apiKey }), keys);
    this.#sender = new DocumentSender(this.#admin, this.#names);
    this.#inventory = new Inventory(this.#admin, this.#names);
  }

  async prepare(schema: IndexSchema): Promise<"ready" | "needs-rebuild"> {
    this.#schema = schema;
    this.#words = readSchemaWords(schema);
    const settings = settingsFor(schema);
    const hash = settingsHash(settings);
    return this.#orUnavailable(async () => {
      await requireVersion(this.#admin);
      const state = await readState(this.#admin, this.#names);
      if (state?.documentVersion !== documentVersion) return "needs-rebuild";
      if (state.settingsHash === hash) return "ready";
      for (const name of [this.#names.main, this.#names.staff]) {
        await succeed(this.#admin, this.#admin.index(name).updateSettings(settings), settingsTimeoutMs);
      }
      await writeState(this.#admin, this.#names, { settingsHash: hash, documentVersion });
      return "ready";
    });
  }

  async search(
    viewer: Viewer,
    query: SearchQuery,
    { signal, budgetMs = defaultBudgetMs }: SearchOptions = {},
  ) {
    const startedAt = performance.now();
    const request = readQuery(query, this.#words.dictionary);
    const page = await searchMeilisearch(this.#reader, this.#names, viewer, request, { signal, budgetMs });
    return { ...page, tookMs: performance.now() - startedAt };
  }

  async similarTitles(
    viewer: Viewer,
    title: string,
    { kinds, limit, signal }: { kinds: readonly SearchKind[]; limit: number; signal?: AbortSignal },
  ) {
    const deadline = { signal, budgetMs: defaultBudgetMs };
    return similarTitles(this.#reader, this.#names, viewer, title, { kinds, limit, deadline });
  }

  async apply({ upsert, remove, batchId }: SearchBatch): Promise<SearchTicket> {
    const { sound, poisonIds } = checkDocuments(upsert);
    // Noted before it is sent: a rebuild that changes the indexes in between then sends it again.
    for (const document of sound) noteNewest(this.#journal, document);
    for (const id of remove) this.#journal?.set(id, undefined);
    const taskIds = await this.#sender.send(sound, remove, batchId);
    return { batchId, taskIds, poisonIds };
  }

  async settled(ticket: SearchTicket, { timeoutMs }: { timeoutMs: number }): Promise<Settlement> {
    const { state, poisonIds } = await this.#sender.follow(ticket, timeoutMs);
    if (state === "searchable" && poisonIds.length > 0) throw new SearchWriteFailed(poisonIds);
    return state;
  }

  async rebuild(
    source: AsyncIterable<readonly SearchDocument[]>,
    { catchUp }: { catchUp: () => AsyncIterable<SearchChange> },
  ) {
    if (this.#journal) throw new SearchUnavailable("not-ready");
    const startedAt = performance.now();
    const journal: Journal = new Map();
    this.#journal = journal;
    const settings = settingsFor(this.#schema);
    try {
      return await this.#orUnavailable(async () => {
        const rebuild = { admin: this.#admin, names: this.#names, settings, journal, source, catchUp };
        const report = await rebuildIndexes(rebuild);
        await writeState(this.#admin, this.#names, { settingsHash: settingsHash(settings), documentVersion });
        return { ...report, tookMs: performance.now() - startedAt };
      });
    } finally {
      this.#journal = undefined;
    }
  }

  async listIds(after = "", limit = 1_000) {
    return this.#orUnavailable(() => this.#inventory.list(after, limit));
  }

  async stats() {
    return this.#orUnavailable(() => indexStats(this.#admin, this.#names));
  }

  /** Whether the server answers at all. Never throws. */
  async isHealthy(timeoutMs: number): Promise<boolean> {
    const late = new Promise<false>((resolve) => setTimeout(resolve, timeoutMs, false).unref());
    return Promise.race([this.#admin.isHealthy(), late]);
  }

  async close(): Promise<void> {
    // Nothing is held open between requests.
  }

  async #orUnavailable<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw unavailableFrom(error);
    }
  }
}

function noteNewest(journal: Journal | undefined, document: SearchDocument): void {
  const known = journal?.get(document.id);
  if (!known || known.rev <= document.rev) journal?.set(document.id, document);
}
