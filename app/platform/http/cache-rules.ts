/**
 * Keeps what one person may see out of every cache: errors, answers to changes and everything sent to a browser that
 * holds a session are not stored at all. A page for guests may be kept, but must be asked for again, and by language.
 * An answer that brought rules of its own keeps them.
 */
export function withCacheRules(request: Request, response: Response): Response {
  const headers = new Headers(response.headers);
  const isPage = (headers.get("content-type") ?? "").startsWith("text/html");
  if (isPage) headers.append("Vary", "Cookie, Accept-Language");
  if (isPrivate(request, response)) {
    if (!headers.has("Cache-Control") || headers.has("Set-Cookie")) headers.set("Cache-Control", "no-store");
  } else if (isPage && !headers.has("Cache-Control")) {
    headers.set("Cache-Control", "private, no-cache");
  }
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

function isPrivate(request: Request, response: Response): boolean {
  if (response.status >= 400 || response.headers.has("Set-Cookie")) return true;
  if (request.method !== "GET" && request.method !== "HEAD") return true;
  return /(^|;\s*)(__Host-)?session=/.test(request.headers.get("cookie") ?? "");
}
