import type { Meilisearch } from "meilisearch";
import { isIndexMissing } from "./failures";
import type { IndexNames } from "./index-names";
import { succeed } from "./tasks.server";

const stateId = "state";
const stateTimeoutMs = 30_000;

/** What the indexes were made with. Kept on the server, so that every process and the next start know. */
interface IndexState {
  settingsHash: string;
  documentVersion: string;
}

export async function readState(admin: Meilisearch, names: IndexNames): Promise<IndexState | undefined> {
  try {
    // A list, because asking for one document that is not there is an error of another kind.
    const { results } = await admin
      .index<IndexState & { id: string }>(names.state)
      .getDocuments({ limit: 1 });
    return results[0];
  } catch (error) {
    if (isIndexMissing(error)) return undefined;
    throw error;
  }
}

export async function writeState(admin: Meilisearch, names: IndexNames, state: IndexState): Promise<void> {
  const task = admin.index(names.state).addDocuments([{ id: stateId, ...state }], { primaryKey: "id" });
  await succeed(admin, task, stateTimeoutMs);
}
