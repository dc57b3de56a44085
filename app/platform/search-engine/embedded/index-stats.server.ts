import { statSync } from "node:fs";
import type { EngineStats, SearchKind } from "../port";
import type { Snapshot } from "./snapshot.server";

export function indexStats({ connection, combinations }: Snapshot): EngineStats {
  const byKind: EngineStats["byKind"] = {};
  let documents = 0;
  for (const combination of combinations.values()) {
    const kind = combination.kind as SearchKind;
    byKind[kind] = (byKind[kind] ?? 0) + combination.documents;
    documents += combination.documents;
  }
  return { engine: "embedded", documents, byKind, sizeBytes: statSync(connection.path).size };
}
