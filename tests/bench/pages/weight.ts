import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ask, type Answer } from "./asking";

export interface Weight {
  htmlBytes: number;
  gzipBytes: number;
}

export interface AssetWeight {
  styleBytes: number;
  scriptBytes: number;
  /** Files a first visit asks for beside the page. */
  files: number;
}

export function weigh({ body, headers }: Answer): Weight {
  const isGzip = headers["content-encoding"] === "gzip";
  return { htmlBytes: isGzip ? gunzipSync(body).length : body.length, gzipBytes: body.length };
}

export function textOf({ body, headers }: Answer): string {
  switch (headers["content-encoding"]) {
    case "gzip":
      return gunzipSync(body).toString();
    case "br":
      return brotliDecompressSync(body).toString();
    default:
      return body.toString();
  }
}

/** Style and script a page names, and what that script asks for, in the bytes that travel to a browser that takes Brotli. */
export async function weighAssets(address: string, html: string): Promise<AssetWeight> {
  const seen = new Set<string>();
  const bytes = { css: 0, js: 0 };
  async function follow(path: string): Promise<void> {
    if (seen.has(path)) return;
    seen.add(path);
    const answer = await ask(address + path, { "Accept-Encoding": "br" });
    const kind = path.endsWith(".css") ? "css" : "js";
    bytes[kind] += answer.body.length;
    if (kind === "css") return;
    for (const [, name] of textOf(answer).matchAll(
      /\bfrom?\s*["']\.\/([\w.-]+\.js)["']|\bimport\s*["']\.\/([\w.-]+\.js)["']/g,
    ))
      if (name) await follow(`/assets/${name}`);
  }
  for (const [, path] of html.matchAll(
    /<(?:link|script)\b[^>]*?(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g,
  ))
    await follow(path!);
  return { styleBytes: bytes.css, scriptBytes: bytes.js, files: seen.size };
}
