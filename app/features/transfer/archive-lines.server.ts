import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

// A topic of ten thousand replies is a tenth of this.
const maxLineCharacters = 64 * 1024 * 1024;

/** An archive that cannot be read to its end. Found while surveying, before anything is written. */
export class DamagedArchive extends Error {
  override name = "DamagedArchive";
}

export interface ArchiveLine {
  /** From 1. */
  line: number;
  text: string;
}

/** Lines of a file of one JSON object each, gzipped or plain, read as a stream. Throws DamagedArchive. */
export async function* archiveLines(path: string): AsyncGenerator<ArchiveLine> {
  const file = createReadStream(path);
  const bytes = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  // An error of the file does not travel through the pipe by itself.
  file.on("error", (error) => bytes.destroy(error));
  let line = 0;
  try {
    for await (const text of linesOf(bytes)) {
      line++;
      if (text.trim() !== "") yield { line, text };
    }
    // The reader ends quietly at an error that came while nobody waited for a line.
    if (bytes.errored) throw bytes.errored;
  } catch (error) {
    if (!isDamage(error)) throw error;
    throw new DamagedArchive(
      `${basename(path)} is damaged: it cannot be read beyond line ${line}. Fetch the file again; nothing of it was imported.`,
    );
  } finally {
    file.destroy();
  }
}

/** Reads on only when its lines were taken: node:readline would hold a thousand of them. */
async function* linesOf(bytes: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    const pieces = decoder.decode(chunk, { stream: true }).split("\n");
    for (const piece of pieces.slice(0, -1)) {
      yield [...begun, piece].join("");
      [begun, length] = [[], 0];
    }
    const rest = pieces.at(-1)!;
    begun.push(rest);
    length += rest.length;
    if (length > maxLineCharacters) throw new LineTooLong();
  }
  if (length > 0) yield begun.join("");
}

class LineTooLong extends Error {}

function isDamage(error: unknown): boolean {
  return error instanceof LineTooLong || /^Z_/.test((error as { code?: string }).code ?? "");
}
