import type { DatabaseKind } from "~/platform/db/client.server";
import { openMigrationAdapter } from "~/platform/db/migration-adapter.server";
import { migrationList, migrationNames, readSchema } from "~/platform/db/migrations.server";
import { startSchemaEngine } from "~/platform/db/schema-engine.server";

/**
 * SQL that the models ask for and the migration history of one database does not make yet; null when they are equal.
 * `url` names a server on which an empty shadow database may be made.
 */
export async function missingFromHistory({
  root,
  kind,
  url,
}: {
  root: string;
  kind: DatabaseKind;
  url: string;
}): Promise<string | null> {
  const schema = readSchema(root, kind);
  const adapter = openMigrationAdapter(url);
  try {
    const engine = await startSchemaEngine(adapter.factory, schema);
    const hasHistory = migrationNames(root, kind).length > 0;
    const difference = await engine.diff({
      from: hasHistory ? { tag: "migrations", ...migrationList(root, kind) } : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return difference.exitCode === 0 ? null : difference.stdout;
  } finally {
    await adapter.close();
  }
}
