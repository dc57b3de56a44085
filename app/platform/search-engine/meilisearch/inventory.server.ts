import type { Meilisearch } from "meilisearch";
import type { EngineStats, SearchKind } from "../port";
import type { IndexNames } from "./index-names";

const documentsPerPage = 1_000;

interface Listed {
  id: string;
  rev: number;
}

/** Lists what the indexes hold, in order of id. */
export class Inventory {
  /** The last whole list, for the next pages of the same walk. */
  #walk: Listed[] | undefined;

  constructor(
    readonly admin: Meilisearch,
    readonly names: IndexNames,
  ) {}

  /** Read as a whole, because the server orders texts without regard to case and cannot start behind an id. */
  async list(after: string, limit: number): Promise<Listed[]> {
    if (after === "" || !this.#walk) this.#walk = await readAll(this.admin, this.names);
    return this.#walk.filter((row) => row.id > after).slice(0, limit);
  }
}

export async function indexStats(admin: Meilisearch, names: IndexNames): Promise<EngineStats> {
  const byKind: EngineStats["byKind"] = {};
  let documents = 0;
  let sizeBytes = 0;
  for (const name of [names.main, names.staff]) {
    const stats = await admin.index(name).getStats();
    documents += stats.numberOfDocuments;
    sizeBytes += stats.rawDocumentDbSize ?? 0;
    const { facetDistribution } = await admin.index(name).search("", { facets: ["kind"], limit: 0 });
    Object.assign(byKind, facetDistribution?.kind as Partial<Record<SearchKind, number>> | undefined);
  }
  return { engine: "meilisearch", documents, byKind, sizeBytes };
}

async function readAll(admin: Meilisearch, names: IndexNames): Promise<Listed[]> {
  const all: Listed[] = [];
  for (const name of [names.main, names.staff]) {
    for (let offset = 0; ; offset += documentsPerPage) {
      const page = { offset, limit: documentsPerPage, fields: ["id", "rev"] as ("id" | "rev")[] };
      const { results } = await admin.index<Listed>(name).getDocuments(page);
      all.push(...results);
      if (results.length < documentsPerPage) break;
    }
  }
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
