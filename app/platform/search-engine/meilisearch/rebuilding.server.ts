import type { Meilisearch, Settings } from "meilisearch";
import { checkDocuments } from "../document-check";
import { SearchUnavailable } from "../errors";
import type { RebuildReport, SearchChange, SearchDocument } from "../port";
import { freshName, type IndexNames } from "./index-names";
import { toStored } from "./stored-document";
import { succeed, TaskFailed } from "./tasks.server";
import { DocumentSender, inPayloads } from "./writing.server";

const stepTimeoutMs = 10 * 60_000;

/** What was written while a rebuild ran: the newest word on each id. */
export type Journal = Map<string, SearchDocument | undefined>;

interface Rebuild {
  admin: Meilisearch;
  names: IndexNames;
  settings: Settings;
  journal: Journal;
  source: AsyncIterable<readonly SearchDocument[]>;
  catchUp: () => AsyncIterable<SearchChange>;
}

/**
 * Fills a second pair of indexes and lets the pairs change places in one task. What was written meanwhile follows
 * twice: before the exchange to have little left, and after it for what came in between. Revisions keep that harmless.
 */
export async function rebuildIndexes(rebuild: Rebuild): Promise<Omit<RebuildReport, "tookMs">> {
  const { admin, names, settings, journal } = rebuild;
  const fresh: IndexNames = {
    main: freshName(names.main),
    staff: freshName(names.staff),
    state: names.state,
  };
  const newSender = new DocumentSender(admin, fresh);
  for (const name of [names.main, names.staff]) await ensureIndex(admin, name);
  for (const name of [fresh.main, fresh.staff]) await makeIndex(admin, name, settings);

  const report = { documents: 0, caughtUp: 0, poisonIds: [] as string[] };
  for await (const documents of rebuild.source) {
    const { sound, poisonIds } = checkDocuments(documents);
    report.poisonIds.push(...poisonIds);
    for (const name of [fresh.main, fresh.staff]) {
      const own = sound.filter((document) => newSender.indexOf(document) === name);
      for (const part of inPayloads(own.map(toStored))) {
        report.poisonIds.push(...(await settle(newSender, [await newSender.add(name, part, "rebuild")])));
      }
    }
    report.documents += sound.length;
  }
  report.caughtUp += await follow(newSender, journal, rebuild.catchUp);
  await exchange(admin, names, fresh);
  report.caughtUp += await follow(new DocumentSender(admin, names), journal, rebuild.catchUp);
  // The old texts may hold what has since been erased.
  for (const name of [fresh.main, fresh.staff]) await succeed(admin, admin.deleteIndex(name), stepTimeoutMs);
  return report;
}

async function exchange(admin: Meilisearch, names: IndexNames, fresh: IndexNames): Promise<void> {
  const swaps = [
    { indexes: [names.main, fresh.main] as [string, string], rename: false },
    { indexes: [names.staff, fresh.staff] as [string, string], rename: false },
  ];
  await succeed(admin, admin.swapIndexes(swaps), stepTimeoutMs);
}

async function follow(
  sender: DocumentSender,
  journal: Journal,
  catchUp: () => AsyncIterable<SearchChange>,
): Promise<number> {
  let followed = 0;
  for await (const { upsert, remove } of catchUp()) {
    await settle(sender, await sender.send(checkDocuments(upsert).sound, remove, "catch-up"));
    followed += upsert.length + remove.length;
  }
  const written = [...journal];
  const upsert = written.flatMap(([, document]) => document ?? []);
  const remove = written.flatMap(([id, document]) => (document ? [] : [id]));
  await settle(sender, await sender.send(upsert, remove, "catch-up"));
  return followed + written.length;
}

/** Waits for tasks and returns the ids of documents the server refuses. */
async function settle(sender: DocumentSender, taskIds: readonly number[]): Promise<readonly string[]> {
  const ticket = { batchId: "rebuild", taskIds, poisonIds: [] };
  const { state, poisonIds } = await sender.follow(ticket, stepTimeoutMs);
  if (state !== "searchable") throw new SearchUnavailable("down");
  return poisonIds;
}

/** An index to change places with; its settings come with the other. */
async function ensureIndex(admin: Meilisearch, name: string): Promise<void> {
  await ignoring(
    "index_already_exists",
    succeed(admin, admin.createIndex(name, { primaryKey: "id" }), stepTimeoutMs),
  );
}

/** Empty and with its settings before the first document, which is much cheaper than after. */
async function makeIndex(admin: Meilisearch, name: string, settings: Settings): Promise<void> {
  await ignoring("index_not_found", succeed(admin, admin.deleteIndex(name), stepTimeoutMs));
  await succeed(admin, admin.createIndex(name, { primaryKey: "id" }), stepTimeoutMs);
  await succeed(admin, admin.index(name).updateSettings(settings), stepTimeoutMs);
}

async function ignoring(code: string, step: Promise<void>): Promise<void> {
  try {
    await step;
  } catch (error) {
    if (!(error instanceof TaskFailed && error.code === code)) throw error;
  }
}
