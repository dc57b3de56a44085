import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "../clock/clock";
import { checkDocuments } from "./document-check";
import { Generations } from "./embedded/generations.server";
import { IndexFiles } from "./embedded/index-files.server";
import { indexStats } from "./embedded/index-stats.server";
import { rebuildIndex } from "./embedded/rebuilding.server";
import { searchSnapshot } from "./embedded/searching.server";
import { similarTitles } from "./embedded/similar-titles.server";
import type { Snapshot } from "./embedded/snapshot.server";
import { isDamaged, unavailableFrom } from "./embedded/sqlite-errors";
import { isBuilt, readSchema, storeSchema } from "./embedded/state.server";
import { storedDocumentById } from "./embedded/stored-documents.server";
import type { DocumentWriter } from "./embedded/writing.server";
import { SearchUnavailable, SearchWriteFailed } from "./errors";
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

const defaultBudgetMs = 1_500;
const writeSliceMs = 6;
const documentsPerPage = 200;

/** Search in a SQLite file of its own. Any number of processes may read it while one writes. */
export class EmbeddedEngine implements SearchEngine {
  readonly #files: IndexFiles;
  /** Batches keep their order: a removal must not overtake the write it undoes. */
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(
    directory: string,
    readonly clock: Clock,
  ) {
    this.#files = new IndexFiles(new Generations(directory));
  }

  async prepare(schema: IndexSchema): Promise<"ready" | "needs-rebuild"> {
    try {
      await storeSchema(this.#files, schema);
    } catch (error) {
      if (!isDamaged(error)) throw unavailableFrom(error);
      // Everything in it can be built again from the database, so a damaged file is not worth mending.
      this.#files.close();
      this.#files.generations.startOver();
      await storeSchema(this.#files, schema);
    }
    return (await this.isFilled()) ? "ready" : "needs-rebuild";
  }

  async search(
    viewer: Viewer,
    query: SearchQuery,
    { signal, budgetMs = defaultBudgetMs }: SearchOptions = {},
  ) {
    const startedAt = performance.now();
    const checkTime = () => {
      signal?.throwIfAborted();
      if (performance.now() - startedAt > budgetMs) throw new SearchUnavailable("timeout");
    };
    await nextTurn();
    checkTime();
    const page = this.#reading((snapshot) => searchSnapshot(snapshot, viewer, query, checkTime));
    return { ...page, tookMs: performance.now() - startedAt };
  }

  async similarTitles(
    viewer: Viewer,
    title: string,
    { signal, ...options }: { kinds: readonly SearchKind[]; limit: number; signal?: AbortSignal },
  ) {
    await nextTurn();
    signal?.throwIfAborted();
    return this.#reading((snapshot) => similarTitles(snapshot, viewer, title, options));
  }

  async apply({ upsert, remove, batchId }: SearchBatch): Promise<SearchTicket> {
    const { sound, poisonIds } = checkDocuments(upsert);
    const writes = [
      ...sound.map((document) => (writer: DocumentWriter) => writer.upsert(document)),
      ...remove.map((id) => (writer: DocumentWriter) => writer.remove(id)),
    ];
    const written = this.#lastWrite.then(() => this.#write(writes));
    this.#lastWrite = written.catch(() => undefined);
    await written;
    return { batchId, taskIds: [], poisonIds };
  }

  async settled({ poisonIds }: SearchTicket): Promise<Settlement> {
    if (poisonIds.length > 0) throw new SearchWriteFailed(poisonIds);
    return "searchable";
  }

  async rebuild(
    source: AsyncIterable<readonly SearchDocument[]>,
    { catchUp }: { catchUp: () => AsyncIterable<SearchChange> },
  ) {
    const startedAt = performance.now();
    try {
      const report = await rebuildIndex(this.#files, source, catchUp, () => this.clock.now().getTime());
      return { ...report, tookMs: performance.now() - startedAt };
    } catch (error) {
      throw unavailableFrom(error);
    }
  }

  async listIds(after = "", limit = 1_000) {
    return this.#reading(({ connection }) =>
      connection.all<{ id: string; rev: number }>(
        "SELECT id, rev FROM document WHERE id > ? ORDER BY id LIMIT ?",
        after,
        limit,
      ),
    );
  }

  async stats() {
    return this.#reading(indexStats);
  }

  /** Whether everything was written into it once; a new file fills as things change, but lacks what did not. */
  async isFilled(): Promise<boolean> {
    return this.#reading(isBuilt);
  }

  /** The site's words as the last process to prepare has stored them. */
  async schema(): Promise<IndexSchema | undefined> {
    return this.#reading(({ connection }) => readSchema(connection));
  }

  /** The document as it was written, for an engine that has lost it. */
  async document(id: string): Promise<SearchDocument | undefined> {
    return this.#reading(({ connection }) => storedDocumentById(connection, id));
  }

  /** All documents in order of id, for filling another engine. Those written meanwhile may be missing. */
  async *documents(): AsyncGenerator<SearchDocument[]> {
    for (let after = ""; ;) {
      const page = await this.listIds(after, documentsPerPage);
      if (page.length === 0) return;
      yield (await Promise.all(page.map(({ id }) => this.document(id)))).filter((one) => one !== undefined);
      after = page.at(-1)!.id;
    }
  }

  async close(): Promise<void> {
    await this.#lastWrite;
    this.#files.close();
  }

  async #write(writes: readonly ((writer: DocumentWriter) => void)[]): Promise<void> {
    try {
      for (let next = 0; next < writes.length; await nextTurn()) {
        next = await this.#files.writing((writer) => writeSlice(writer, writes, next));
      }
      this.#files.truncateLog();
    } catch (error) {
      throw unavailableFrom(error);
    }
  }

  #reading<T>(read: (snapshot: Snapshot) => T): T {
    try {
      return this.#files.reading(read);
    } catch (error) {
      throw unavailableFrom(error);
    }
  }
}

/** Writes for a few milliseconds and returns how far it came: pages are being served by the same thread. */
function writeSlice(
  writer: DocumentWriter,
  writes: readonly ((writer: DocumentWriter) => void)[],
  from: number,
): number {
  const endsAt = performance.now() + writeSliceMs;
  let next = from;
  do {
    writes[next]?.(writer);
    next += 1;
  } while (next < writes.length && performance.now() < endsAt);
  return next;
}
