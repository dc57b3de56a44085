import type { DatabaseKind } from "~/platform/db/client.server";

/**
 * A column that holds some rows of another table as one JSON array, so that what belongs to a thing is read with it in
 * one query. `from` is all after the FROM of a query whose columns `fields` names; `order` an ORDER BY list.
 */
export function jsonRows(
  kind: DatabaseKind,
  { fields, from, order }: { fields: Readonly<Record<string, string>>; from: string; order: string },
): string {
  const pairs = Object.entries(fields).map(([name, column]) => `'${name}', ${column}`);
  return kind === "postgresql"
    ? `(SELECT COALESCE(json_agg(json_build_object(${pairs.join(", ")}) ORDER BY ${order}), '[]') FROM ${from})`
    : `(SELECT json_group_array(json_object(${pairs.join(", ")}) ORDER BY ${order}) FROM ${from})`;
}

/** A JSON column inside `jsonRows`: SQLite keeps it as text and would quote it a second time. */
export function jsonColumn(kind: DatabaseKind, column: string): string {
  return kind === "postgresql" ? column : `json(${column})`;
}

/** A time that came through JSON, where PostgreSQL leaves out that it is UTC. */
export function dateInJson(value: string): Date {
  return new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`);
}
