import type { MiddlewareHandler } from "hono";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses changes that another site's page sends with a visitor's cookies. Without it any page on the web could post
 * forms as whoever reads it. Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin.
 */
export function refuseForeignForms(origin: string): MiddlewareHandler {
  return async (c, next) => {
    if (safeMethods.has(c.req.method) || isOwn(c.req.raw.headers, origin)) return next();
    return c.text("This form was sent from another site. Open the page here and send it again.", 403, {
      "Cache-Control": "no-store",
    });
  };
}

export function isOwn(headers: Headers, origin: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin" || site === "none";
  const from = headers.get("origin");
  if (from) return from === origin;
  // No browser omits both on a form it sends with cookies; a program without cookies can harm nobody.
  return !headers.has("cookie");
}
