/** The engine is down, too slow or not built yet. Asking again later may help; posting must never depend on it. */
export class SearchUnavailable extends Error {
  override readonly name = "SearchUnavailable";

  constructor(
    readonly reason: "down" | "timeout" | "overloaded" | "not-ready",
    options?: { cause?: unknown; retryAfterMs?: number },
  ) {
    super(`search is unavailable: ${reason}`, { cause: options?.cause });
    this.retryAfterMs = options?.retryAfterMs;
  }

  readonly retryAfterMs: number | undefined;
}

/** The question itself cannot be asked; asking again will not help. */
export class SearchBadQuery extends Error {
  override readonly name = "SearchBadQuery";
}

/** These documents can never be indexed as they are. The rest of their batch is searchable. */
export class SearchWriteFailed extends Error {
  override readonly name = "SearchWriteFailed";

  constructor(
    readonly poisonIds: readonly string[],
    options?: { cause?: unknown },
  ) {
    super(`search cannot index ${poisonIds.length} document(s)`, { cause: options?.cause });
  }
}
