import type { Database, DatabaseKind, OpenOptions } from "./client.server";
import { openPostgresql } from "./postgresql.server";
import { openSqlite } from "./sqlite.server";

export function databaseKind(url: string): DatabaseKind {
  if (url.startsWith("file:")) return "sqlite";
  if (/^postgres(ql)?:\/\//.test(url)) return "postgresql";
  throw new Error("DATABASE_URL must start with file: or postgresql://");
}

/** Opens the database `url` names; the caller closes it. */
export function openDatabase(url: string, options: OpenOptions = {}): Database {
  return databaseKind(url) === "sqlite" ? openSqlite(url, options) : openPostgresql(url, options);
}
