import { MeilisearchApiError } from "meilisearch";
import { SearchUnavailable } from "../errors";

/** Answers whose cause lies in the request; sending it again changes nothing. */
const settingsCodes = new Set(["invalid_search_filter", "invalid_search_sort", "invalid_search_facets"]);
const overloadedStatuses = new Set([429, 503]);

/** The stable code of an answer that is an error, never its text: texts changed between versions. */
function errorCode(error: unknown): string | undefined {
  return error instanceof MeilisearchApiError ? error.cause?.code : undefined;
}

export function isAuthFailure(error: unknown): boolean {
  return error instanceof MeilisearchApiError && [401, 403].includes(error.response.status);
}

export function isIndexMissing(error: unknown): boolean {
  return errorCode(error) === "index_not_found";
}

/**
 * What a caller of the port hears of a failure. Everything that is not an error of Meilisearch's own is one of the way
 * there: the client throws a plain SyntaxError when a proxy answers with a page of HTML.
 */
export function unavailableFrom(error: unknown): SearchUnavailable {
  if (error instanceof SearchUnavailable) return error;
  if (isTimeout(error)) return new SearchUnavailable("timeout", { cause: error });
  if (!(error instanceof MeilisearchApiError)) return new SearchUnavailable("down", { cause: error });
  const { status } = error.response;
  if (overloadedStatuses.has(status)) {
    return new SearchUnavailable("overloaded", { cause: error, retryAfterMs: retryAfterMs(error.response) });
  }
  const code = errorCode(error);
  const isUnprepared = code === "index_not_found" || (code !== undefined && settingsCodes.has(code));
  return new SearchUnavailable(isUnprepared ? "not-ready" : "down", { cause: error });
}

/** Whether trying once more at once may help. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof MeilisearchApiError) return error.response.status >= 500;
  return !isTimeout(error);
}

/** The client wraps what happened to a request; a passed deadline is found below. */
export function isTimeout(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error || at instanceof DOMException; at = at.cause) {
    if (at.name === "TimeoutError" || at.name === "MeilisearchRequestTimeOutError") return true;
  }
  return false;
}

function retryAfterMs(response: Response): number | undefined {
  const seconds = Number(response.headers.get("Retry-After") ?? NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}
