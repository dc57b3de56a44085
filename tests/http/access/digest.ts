import { createHash } from "node:crypto";
import { Prisma } from "~/platform/db/generated/sqlite/client";
import type { Platform } from "~/platform/platform";

// What every request may leave behind: how often somebody asked, and when they were last seen.
const restless = new Set(["RateLimit", "Session"]);
const seen = new Set(["lastSeenAt"]);

export type Digest = Map<string, string>;

/** Every row of every table, as one hash for each table. */
export async function digest({ rows }: Pick<Platform, "rows">): Promise<Digest> {
  const tables = Object.keys(Prisma.ModelName).filter((table) => !restless.has(table));
  const hashes = await Promise.all(
    tables.map(async (table) => {
      const all = await rows<Record<string, unknown>>(`SELECT * FROM "${table}"`);
      const lines = all.map((row) =>
        JSON.stringify(row, (name, value: unknown) =>
          seen.has(name) ? undefined : typeof value === "bigint" ? String(value) : value,
        ),
      );
      return [table, createHash("sha256").update(lines.sort().join("\n")).digest("hex")] as const;
    }),
  );
  return new Map(hashes);
}

export function changedTables(before: Digest, after: Digest): string[] {
  return [...before].filter(([table, hash]) => after.get(table) !== hash).map(([table]) => table);
}
