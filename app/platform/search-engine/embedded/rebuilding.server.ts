import { setImmediate as nextTurn } from "node:timers/promises";
import { checkDocuments } from "../document-check";
import { SearchUnavailable } from "../errors";
import type { RebuildReport, SearchChange, SearchDocument } from "../port";
import { claimRebuild, holdsClaim, keepClaim, releaseClaim, type Claim } from "./rebuild-claim.server";
import type { IndexFiles } from "./index-files.server";
import { storedSchema } from "./snapshot.server";
import { storedDocumentById } from "./stored-documents.server";
import { inTurns } from "./turns";
import { DocumentWriter } from "./writing.server";

const documentsPerCommit = 500;
const journalLeftForTheEnd = 50;
const mergePagesPerSlice = 100;

/**
 * Fills a new file and puts it in the place of the one in use. Meanwhile every write to the old file notes its id in a
 * journal; the last of the journal is read under the old file's write lock, so nothing falls between the two.
 * Works in slices of milliseconds, because the process may be serving pages.
 */
export async function rebuildIndex(
  files: IndexFiles,
  source: AsyncIterable<readonly SearchDocument[]>,
  catchUp: () => AsyncIterable<SearchChange>,
  now: () => number,
): Promise<Omit<RebuildReport, "tookMs">> {
  const claim = await claimRebuild(files, now);
  const writer = new DocumentWriter(claim.connection);
  const rebuild = new Rebuild(files, claim, writer, now);
  try {
    for await (const documents of source) await rebuild.add(documents);
    await rebuild.mergeSegments();
    await rebuild.followJournal();
    for await (const change of catchUp()) await rebuild.change(change);
    await rebuild.followJournal();
    await rebuild.swap();
  } catch (error) {
    await releaseClaim(files, claim);
    throw error;
  }
  return { documents: rebuild.documents, caughtUp: rebuild.caughtUp, poisonIds: rebuild.poisonIds };
}

class Rebuild {
  documents = 0;
  caughtUp = 0;
  poisonIds: string[] = [];
  #journalRead = 0;

  constructor(
    readonly files: IndexFiles,
    readonly claim: Claim,
    readonly writer: DocumentWriter,
    readonly now: () => number,
  ) {}

  async add(documents: readonly SearchDocument[]): Promise<void> {
    const { sound, poisonIds } = checkDocuments(documents);
    this.poisonIds.push(...poisonIds);
    await this.#inSlices(sound, (document) => this.writer.upsert(document));
    this.documents += sound.length;
    await keepClaim(this.files, this.claim, this.now);
  }

  async change({ upsert, remove }: SearchChange): Promise<void> {
    const { sound, poisonIds } = checkDocuments(upsert);
    this.poisonIds.push(...poisonIds);
    await this.#inSlices(sound, (document) => this.writer.upsert(document));
    await this.#inSlices(remove, (id) => this.writer.remove(id));
    this.caughtUp += sound.length + remove.length;
  }

  /** Many small pieces of index become few large ones, which halves what a search reads. */
  async mergeSegments(): Promise<void> {
    const { connection } = this.writer;
    const changes = () => connection.get<{ count: number }>("SELECT total_changes() AS count")!.count;
    let pages = -mergePagesPerSlice;
    for (;;) {
      const before = changes();
      connection.run("INSERT INTO words (words, rank) VALUES ('merge', ?)", pages);
      // FTS5 reports an unfinished merge by at least two changes.
      if (changes() - before < 2) return;
      pages = mergePagesPerSlice;
      await nextTurn();
    }
  }

  /** Until so little is left that it can be done while writers wait. */
  async followJournal(): Promise<void> {
    let ids = this.#journaled();
    while (ids.length > journalLeftForTheEnd) {
      await this.#inSlices(ids, (id) => this.#copy(id));
      this.caughtUp += ids.length;
      ids = this.#journaled();
    }
    await this.#inSlices(ids, (id) => this.#copy(id));
    this.caughtUp += ids.length;
  }

  async swap(): Promise<void> {
    const { connection, name } = this.claim;
    // Most of the file reaches the disk here, so that writers wait for the last pages only.
    connection.makeDurable();
    await this.files.writing((old) => {
      if (!holdsClaim(old.connection, this.claim)) throw new SearchUnavailable("not-ready");
      const ids = this.#journaled();
      connection.writing(() => {
        ids.forEach((id) => this.#copy(id));
        this.writer.forgetUnusedWords();
        const schema = storedSchema(old.connection);
        if (schema) connection.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('schema', ?)", schema);
        connection.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('built', 'yes')");
      });
      connection.makeDurable();
      old.connection.run("INSERT INTO meta (key, value) VALUES ('successor', ?)", name);
      this.caughtUp += ids.length;
    });
    connection.close();
    this.files.generations.point(name);
    this.files.close();
    this.files.generations.removeAllBut([name]);
  }

  #journaled(): string[] {
    const rows = this.files.reading(({ connection }) =>
      connection.all<{ number: number; id: string }>(
        "SELECT number, id FROM journal WHERE number > ? ORDER BY number",
        this.#journalRead,
      ),
    );
    this.#journalRead = rows.at(-1)?.number ?? this.#journalRead;
    return [...new Set(rows.map((row) => row.id))];
  }

  #copy(id: string): void {
    const document = this.files.reading(({ connection }) => storedDocumentById(connection, id));
    if (document) this.writer.upsert(document);
    else this.writer.remove(id);
  }

  /** Nobody else uses the new file, so a transaction may stay open while other work of the process gets its turn. */
  async #inSlices<T>(items: readonly T[], write: (item: T) => void): Promise<void> {
    const { connection } = this.writer;
    for (let from = 0; from < items.length; from += documentsPerCommit) {
      connection.begin();
      for await (const item of inTurns(items.slice(from, from + documentsPerCommit))) write(item);
      this.writer.forgetUnusedWords();
      connection.commit();
    }
  }
}
