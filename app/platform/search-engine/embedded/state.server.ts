import type { IndexSchema } from "../port";
import type { Connection } from "./connection.server";
import type { IndexFiles } from "./index-files.server";
import { storedSchema, type Snapshot } from "./snapshot.server";
import { tokenizerVersion } from "./tables";

/** Keeps the site's words in the file, so that every process that reads it has the same. */
export async function storeSchema(files: IndexFiles, schema: IndexSchema): Promise<void> {
  const text = JSON.stringify(schema);
  if (files.reading(({ connection }) => storedSchema(connection)) === text) return;
  await files.writing(({ connection }) =>
    connection.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('schema', ?)", text),
  );
}

export function readSchema(connection: Connection): IndexSchema | undefined {
  const text = storedSchema(connection);
  return text === undefined ? undefined : (JSON.parse(text) as IndexSchema);
}

/** Whether the file was filled from the database once, with the tokens this release asks for. */
export function isBuilt({ connection }: Snapshot): boolean {
  const rows = connection.all<{ key: string; value: string }>(
    "SELECT key, value FROM meta WHERE key IN ('built', 'tokenizer')",
  );
  const meta = new Map(rows.map(({ key, value }) => [key, value]));
  return meta.has("built") && meta.get("tokenizer") === tokenizerVersion;
}
