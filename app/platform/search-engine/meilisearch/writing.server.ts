import type { Meilisearch, RecordAny } from "meilisearch";
import { isDocumentId } from "../document-check";
import type { SearchDocument, SearchTicket, Settlement } from "../port";
import { unavailableFrom } from "./failures";
import type { IndexNames } from "./index-names";
import { SentRevs } from "./sent-revs";
import { toStored, type StoredDocument } from "./stored-document";
import { finishedTask } from "./tasks.server";

const mostPayloadCharacters = 8_000_000;
const mostTasksRemembered = 500;
const primaryKey = "id";
// The client asks for documents by a GET, whose address must stay short.
const idsPerAddress = 100;

interface Sent {
  index: string;
  documents: readonly StoredDocument[];
}

/** Sends documents and removals and follows what becomes of them. */
export class DocumentSender {
  /** What each task holds, to take it apart should the server refuse it as a whole. */
  readonly #sent = new Map<number, Sent>();
  readonly revs = new SentRevs();

  constructor(
    readonly admin: Meilisearch,
    readonly names: IndexNames,
  ) {}

  /** The ids of the tasks it became. Documents older than what the index has are left out. */
  async send(
    upsert: readonly SearchDocument[],
    remove: readonly string[],
    batchId: string,
  ): Promise<number[]> {
    const taskIds: number[] = [];
    for (const index of [this.names.main, this.names.staff]) {
      const documents = upsert.filter((document) => this.indexOf(document) === index).map(toStored);
      for (const part of inPayloads(await this.#newer(index, documents))) {
        taskIds.push(await this.add(index, part, batchId));
      }
      // A removal does not say what kind it removes; an index that lacks the id does nothing.
      const ids = remove.filter(isDocumentId);
      ids.forEach((id) => this.revs.forget(id));
      if (ids.length > 0) taskIds.push(await this.#delete(index, ids, batchId));
    }
    return taskIds;
  }

  /** Without the look at what is there, for an index that nobody else writes. */
  async add(index: string, documents: readonly StoredDocument[], batchId: string): Promise<number> {
    try {
      const { taskUid } = await this.admin
        .index<RecordAny>(index)
        .addDocuments([...documents], { primaryKey, customMetadata: batchId });
      this.#remember(taskUid, { index, documents });
      return taskUid;
    } catch (error) {
      throw unavailableFrom(error);
    }
  }

  indexOf(document: SearchDocument): string {
    return document.kind === "note" ? this.names.staff : this.names.main;
  }

  /** Until every task has ended or the time is over, with the ids of documents the server refuses. */
  async follow(
    { taskIds, poisonIds }: SearchTicket,
    timeoutMs: number,
  ): Promise<{ state: Settlement; poisonIds: readonly string[] }> {
    const endsAt = performance.now() + timeoutMs;
    const poison = [...poisonIds];
    for (const taskId of taskIds) {
      const state = await this.#settle(taskId, endsAt, poison);
      if (state !== "searchable") return { state, poisonIds: poison };
    }
    return { state: "searchable", poisonIds: poison };
  }

  async #settle(taskId: number, endsAt: number, poison: string[]): Promise<Settlement> {
    const task = await finishedTask(this.admin, taskId, Math.max(1, endsAt - performance.now()));
    if (!task) return "pending";
    const sent = this.#sent.get(taskId);
    this.#sent.delete(taskId);
    if (task.status === "succeeded") return "searchable";
    const isRefused = task.status === "failed" && task.error?.type === "invalid_request";
    if (!isRefused || !sent) return "failed";
    if (sent.documents.length > 1) return this.#halve(sent, endsAt, poison);
    poison.push(...sent.documents.map((document) => document.id));
    return "searchable";
  }

  /** One document that cannot be indexed fails its whole task: halves are sent until it stands alone. */
  async #halve({ index, documents }: Sent, endsAt: number, poison: string[]): Promise<Settlement> {
    const middle = Math.ceil(documents.length / 2);
    for (const half of [documents.slice(0, middle), documents.slice(middle)]) {
      const taskId = await this.add(index, half, "halved");
      const state = await this.#settle(taskId, endsAt, poison);
      if (state !== "searchable") return state === "pending" ? "failed" : state;
    }
    return "searchable";
  }

  async #delete(index: string, ids: readonly string[], batchId: string): Promise<number> {
    try {
      const { taskUid } = await this.admin
        .index(index)
        .deleteDocuments([...ids], { customMetadata: batchId });
      return taskUid;
    } catch (error) {
      throw unavailableFrom(error);
    }
  }

  /** The server replaces whatever it has; it does not know that a write may be late. */
  async #newer(index: string, documents: readonly StoredDocument[]): Promise<readonly StoredDocument[]> {
    const newer: StoredDocument[] = [];
    for (let from = 0; from < documents.length; from += idsPerAddress) {
      const part = documents.slice(from, from + idsPerAddress);
      const stored = await this.#storedRevs(
        index,
        part.map((document) => document.id),
      );
      newer.push(
        ...part.filter(({ id, rev }) => rev >= Math.max(stored.get(id) ?? -Infinity, this.revs.of(id))),
      );
    }
    newer.forEach(({ id, rev }) => this.revs.note(id, rev));
    return newer;
  }

  async #storedRevs(index: string, ids: string[]): Promise<Map<string, number>> {
    try {
      const { results } = await this.admin
        .index<{ id: string; rev: number }>(index)
        .getDocuments({ ids, fields: ["id", "rev"], limit: ids.length });
      return new Map(results.map(({ id, rev }) => [id, rev]));
    } catch (error) {
      // Also when the index is missing: one made by a write would have no settings, and no search in it would work.
      throw unavailableFrom(error);
    }
  }

  #remember(taskId: number, sent: Sent): void {
    if (this.#sent.size >= mostTasksRemembered) this.#sent.delete(this.#sent.keys().next().value!);
    this.#sent.set(taskId, sent);
  }
}

/** Parts small enough for one request each. */
export function inPayloads(documents: readonly StoredDocument[]): StoredDocument[][] {
  const parts: StoredDocument[][] = [];
  let room = 0;
  for (const document of documents) {
    const size = document.body.length + document.bodyPairs.length + document.title.length + 1_000;
    if (parts.length === 0 || size > room) {
      parts.push([]);
      room = mostPayloadCharacters;
    }
    parts.at(-1)!.push(document);
    room -= size;
  }
  return parts;
}
