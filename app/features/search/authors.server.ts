import type { Context } from "~/features/members/context";
import { fold } from "./typed-filters";

const shownAuthors = 8;

export interface FacetAuthor {
  id: number;
  name: string;
  displayName: string;
  count: number;
}

/** Members by the names a question gives. Case and width do not matter. */
export async function findAuthors(
  ctx: Context,
  names: readonly string[],
): Promise<{ ids: number[]; unknown: string[] }> {
  if (names.length === 0) return { ids: [], unknown: [] };
  const folded = names.map(fold);
  const rows = await ctx.rows<{ id: number; nameFolded: string }>(
    `SELECT "id", "nameFolded" FROM "Member" WHERE "deletedAt" IS NULL AND "nameFolded" IN (${folded.map(() => "?").join(", ")})`,
    folded,
  );
  const known = new Set(rows.map((row) => row.nameFolded));
  return { ids: rows.map((row) => row.id), unknown: names.filter((name) => !known.has(fold(name))) };
}

/** Names for the most frequent authors of an answer, and for those the question named. */
export async function listFacetAuthors(
  ctx: Context,
  counts: Readonly<Record<string, number>>,
  asked: readonly number[],
): Promise<FacetAuthor[]> {
  const frequent = Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .slice(0, shownAuthors);
  const ids = [...new Set([...asked, ...frequent.map(([id]) => Number(id))])].filter(Number.isSafeInteger);
  if (ids.length === 0) return [];
  const rows = await ctx.rows<Omit<FacetAuthor, "count">>(
    `SELECT "id", "name", "displayName" FROM "Member" WHERE "deletedAt" IS NULL AND "id" IN (${ids.map(() => "?").join(", ")})`,
    ids,
  );
  return rows
    .map((row) => ({ ...row, count: counts[String(row.id)] ?? 0 }))
    .sort((a, b) => b.count - a.count || a.id - b.id);
}
