import type { MiddlewareHandler } from "hono";

/**
 * Names the address of a redirect instead of redirecting, when `X-Answer: location` asks for it. The script that sends
 * forms with files asks so: a redirect it followed would lose its fragment and use up what the next page says once.
 */
export function nameLocation(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const location = c.res.headers.get("location");
    if (c.req.header("x-answer") !== "location" || !location || c.res.status >= 400) return;
    const headers = new Headers(c.res.headers);
    for (const name of ["location", "content-type", "content-length"]) headers.delete(name);
    headers.set("X-Location", location);
    c.res = undefined;
    c.res = new Response(null, { status: 204, headers });
  };
}
