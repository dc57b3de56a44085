import type { MiddlewareHandler } from "hono";

/**
 * Tells in a header how many statements a page sent to the database: for benches, which send one request at a time.
 * With several at once each would also count the statements of the others.
 */
export function queryCounter(): { onQuery: () => void; header: MiddlewareHandler } {
  let sent = 0;
  return {
    onQuery() {
      sent++;
    },
    async header(c, next) {
      const before = sent;
      await next();
      c.header("X-Query-Count", String(sent - before));
    },
  };
}
