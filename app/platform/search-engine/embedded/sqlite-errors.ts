import { SearchUnavailable } from "../errors";

/** Whether the file itself is damaged, so that only a new one helps. */
export function isDamaged(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB";
}

/** Whether another connection holds the lock; later it will not. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith("SQLITE_BUSY");
}

/** What a caller of the port may hear of an error: SQLite's own ones mean that search is down, others are bugs. */
export function unavailableFrom(error: unknown): unknown {
  const code = codeOf(error);
  if (!code.startsWith("SQLITE_")) return error;
  if (isBusy(error)) return new SearchUnavailable("overloaded", { cause: error });
  return new SearchUnavailable(isDamaged(error) ? "not-ready" : "down", { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
