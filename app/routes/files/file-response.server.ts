import type { LoaderFunctionArgs } from "@remix-run/node";
import { isVideo } from "~/features/attachments/attachment";
import { type FileSize, fileKey } from "~/features/attachments/file-keys";
import { getFile, type ReadableFile } from "~/features/attachments/reading.server";
import { visitor } from "~/features/auth/identifying.server";
import type { Context } from "~/features/members/context";
import { NotFound } from "~/platform/errors";
import { parseRange } from "~/platform/storage/byte-range";
import { headersOf } from "./file-headers.server";

/** One size of a file, as far as the visitor may see it; what they may not see looks like what is not there. */
export async function fileResponse(args: LoaderFunctionArgs, asked: "full" | "thumb"): Promise<Response> {
  const { request, params } = args;
  const ctx = await visitor(args);
  try {
    const file = await getFile(ctx, params.id ?? "");
    if (isVideo(file) && asked === "thumb") throw new NotFound("file");
    const size = isVideo(file) ? "video" : asked;
    return await answer(ctx, request, { file, size });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  }
}

async function answer(
  ctx: Context,
  request: Request,
  { file, size }: { file: ReadableFile; size: FileSize },
): Promise<Response> {
  const headers = headersOf(file, size);
  const etag = headers.get("etag")!;
  const key = fileKey(file.id, size);
  if (matches(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  if (request.method === "HEAD") {
    const stored = await ctx.files.stat(key);
    if (!stored) throw new NotFound("file");
    headers.set("Content-Length", String(stored.size));
    return new Response(null, { headers });
  }
  // Only a video is read in parts; its size stands in its row.
  const range = size === "video" ? rangeOf(request, etag, file.bytes) : null;
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${file.bytes}`);
    headers.set("Cache-Control", "no-store");
    return new Response(null, { status: 416, headers });
  }
  const content = await ctx.files.get(key, range ?? undefined);
  if (!content) throw new NotFound("file");
  if (!range) {
    headers.set("Content-Length", String(content.size));
    return new Response(content.stream, { headers });
  }
  headers.set("Content-Length", String(range.end - range.start + 1));
  headers.set("Content-Range", `bytes ${range.start}-${range.end}/${content.size}`);
  return new Response(content.stream, { status: 206, headers });
}

/** RFC 9110, 13.1.5: a range of another version than the one `If-Range` names is answered with the whole file. */
function rangeOf(request: Request, etag: string, bytes: number) {
  const condition = request.headers.get("if-range");
  if (condition !== null && condition.trim() !== etag) return null;
  return parseRange(request.headers.get("range"), bytes);
}

function matches(asked: string | null, etag: string): boolean {
  if (!asked) return false;
  return asked.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}
