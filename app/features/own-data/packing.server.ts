import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";
import { type FileSize, fileKey, sizesOf } from "~/features/attachments/file-keys";
import type { Context } from "~/features/members/context";
import type { OwnTable } from "~/features/members/own-data";
import { readmeOf } from "./readme";
import { ownTables } from "./tables";

const uploadsAtOnce = 200;
const endings: Record<string, string> = { "video/mp4": "mp4", "video/webm": "webm" };

interface Packing {
  memberId: number;
  /** Called with how many of how many files are in. */
  onStep: (done: number, total: number) => Promise<void>;
  signal?: AbortSignal;
}

/**
 * Everything the site keeps of a member as one ZIP, byte for byte as it is made: however much it is, no more than a page
 * of rows and a piece of a file is held. Throws in the reader when a part of it cannot be read.
 */
export async function* packOwnData(
  ctx: Context,
  { memberId, onStep, signal }: Packing,
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  const zip = new ZipFile();
  const out = zip.outputStream.pipe(new PassThrough());
  // What the archive says of a broken part, the reader of the stream has to hear.
  zip.on("error", (error: Error) => out.destroy(error));
  // After the reader has gone nobody else asks what became of it.
  out.on("error", () => {});
  signal?.addEventListener("abort", () => out.destroy(new Error("The copy was not finished")), {
    once: true,
  });

  const uploads = await countUploads(ctx, memberId);
  const total = ownTables.length + uploads;
  let finished = 0;
  let reading: Readable | null = null;
  const mtime = ctx.clock.now();
  function add(name: string, open: () => Promise<Readable>, isPacked: boolean): void {
    zip.addReadStreamLazy(name, { mtime, compress: isPacked }, (hand) => {
      open().then(
        (stream) => {
          reading = stream;
          stream.once(
            "end",
            () => void onStep(++finished, total).catch((error: Error) => out.destroy(error)),
          );
          hand(null, stream);
        },
        (error: unknown) => hand(error, undefined as never),
      );
    });
  }

  zip.addBuffer(Buffer.from(readmeOf(ownTables), "utf8"), "README.md", { mtime });
  for (const table of ownTables)
    add(`data/${table.file}.json`, () => Promise.resolve(Readable.from(jsonOf(ctx, table, memberId))), true);
  for await (const { id, size, ending } of uploadsOf(ctx, memberId)) {
    // The row may be there a moment longer than its file.
    if (!(await ctx.files.stat(fileKey(id, size)))) continue;
    add(`files/${id}.${ending}`, () => openUpload(ctx, fileKey(id, size)), false);
  }
  zip.end();
  try {
    yield* out;
  } finally {
    // Of a copy that is given up half-way the part at hand would stay open.
    (reading as Readable | null)?.destroy();
  }
}

async function* jsonOf(ctx: Context, table: OwnTable, memberId: number): AsyncGenerator<Buffer> {
  let written = 0;
  let part = "[";
  for await (const row of table.read(ctx, memberId)) {
    part += `${written++ === 0 ? "" : ","}\n  ${JSON.stringify(row)}`;
    if (part.length < 65_536) continue;
    yield Buffer.from(part, "utf8");
    part = "";
  }
  yield Buffer.from(`${part}${written > 0 ? "\n" : ""}]\n`, "utf8");
}

async function openUpload(ctx: Context, key: string): Promise<Readable> {
  const content = await ctx.files.get(key);
  return content
    ? Readable.fromWeb(content.stream as Parameters<typeof Readable.fromWeb>[0])
    : Readable.from([]);
}

async function countUploads(ctx: Context, ownerId: number): Promise<number> {
  return ctx.db.attachment.count({ where: { ownerId } });
}

async function* uploadsOf(
  ctx: Context,
  ownerId: number,
): AsyncGenerator<{ id: string; size: FileSize; ending: string }> {
  for (let after = ""; ;) {
    const page = await ctx.db.attachment.findMany({
      where: { ownerId, id: { gt: after } },
      orderBy: { id: "asc" },
      take: uploadsAtOnce,
      select: { id: true, mediaType: true },
    });
    for (const { id, mediaType } of page)
      yield { id, size: sizesOf({ mediaType })[0]!, ending: endings[mediaType] ?? "webp" };
    if (page.length < uploadsAtOnce) return;
    after = page.at(-1)!.id;
  }
}
