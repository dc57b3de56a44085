import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const fewestBytes = 1_000;
const text = /^(text\/|application\/([\w.+-]*\+)?(json|xml)\b|application\/javascript|image\/svg)/;

const compressed = promisify(gzip);

/**
 * Compresses answers made of text in one piece, off the main thread. Pages are whole in memory anyway: streaming them
 * through would cost more than compressing them, and would hide how long they are.
 */
export function compressText(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { status, headers: given, body } = c.res;
    // A stream has no end to wait for.
    if (given.get("content-type")?.startsWith("text/event-stream")) return;
    if (!text.test(given.get("content-type") ?? "") || given.has("content-encoding")) return;
    const headers = new Headers(given);
    headers.append("Vary", "Accept-Encoding");
    if (!body || !takesGzip(c.req.header("accept-encoding"))) return answer(body);

    const whole = new Uint8Array(await c.res.arrayBuffer());
    if (whole.length < fewestBytes) return answer(whole);
    headers.set("Content-Encoding", "gzip");
    // What a strong tag names is these bytes; packed they are others.
    const tag = headers.get("etag");
    if (tag && !tag.startsWith("W/")) headers.set("ETag", `W/${tag}`);
    answer(await compressed(whole));

    function answer(content: ReadableStream | Uint8Array<ArrayBuffer> | null): void {
      if (content instanceof Uint8Array) headers.set("Content-Length", String(content.length));
      c.res = undefined;
      c.res = new Response(content, { status, headers });
    }
  };
}

function takesGzip(accepted = ""): boolean {
  return accepted.split(",").some((one) => {
    const [coding = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
    return (coding === "gzip" || coding === "*") && !parameters.some((part) => /^q=0(\.0*)?$/.test(part));
  });
}
