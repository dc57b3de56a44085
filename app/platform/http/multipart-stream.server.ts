import { MultipartPart } from "@remix-run/multipart-parser";
import { BadRequest, TooLarge } from "~/platform/errors";

export interface StreamedPart {
  name: string;
  /** Null for a text field. */
  fileName: string | null;
  /** Read it before asking for the next part; what is left of it is skipped then. */
  content: AsyncIterable<Uint8Array>;
}

export interface MultipartLimits {
  maxParts: number;
  maxBytes: number;
}

const maxHeaderBytes = 8 * 1024;
const endOfHeaders = Buffer.from("\r\n\r\n");

/**
 * The parts of a `multipart/form-data` body as they come in (RFC 7578, RFC 2046 5.1). Holds one chunk and one head at a
 * time, where the parser of `readForm` holds whole files.
 */
export async function* streamParts(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  { maxParts, maxBytes }: MultipartLimits,
): AsyncGenerator<StreamedPart> {
  const chunks = body[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`\r\n--${boundary}`, "latin1");
  // The first delimiter has no line before it.
  let held: Buffer = Buffer.from("\r\n");
  let bytes = 0;
  try {
    for await (const _preamble of untilDelimiter()) throw new BadRequest("form-unreadable");
    for (let parts = 0; !(await isLast()); parts++) {
      if (parts === maxParts) throw new TooLarge("form-too-large");
      const { name, filename, isFile } = new MultipartPart(await readHead(), []);
      const rest = untilDelimiter();
      // Without `return`: whoever stops reading must not end it, for what is left has to be skipped.
      const content = { [Symbol.asyncIterator]: () => ({ next: () => rest.next() }) };
      yield { name: name ?? "", fileName: isFile ? (filename ?? "") : null, content };
      while (!(await rest.next()).done);
    }
  } finally {
    await chunks.return?.();
  }

  async function* untilDelimiter(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = held.indexOf(delimiter);
      const sure = at < 0 ? held.length - delimiter.length + 1 : at;
      const piece = held.subarray(0, Math.max(sure, 0));
      held = held.subarray(piece.length);
      if (piece.length > 0) yield piece;
      if (at >= 0) {
        held = held.subarray(delimiter.length);
        return;
      }
      await more();
    }
  }

  async function isLast(): Promise<boolean> {
    while (held.length < 2) await more();
    const mark = held.toString("latin1", 0, 2);
    if (mark !== "--" && mark !== "\r\n") throw new BadRequest("form-unreadable");
    return mark === "--";
  }

  /** The lines before a part's content, without the line end that belongs to the delimiter. */
  async function readHead(): Promise<Buffer> {
    for (;;) {
      const end = held.indexOf(endOfHeaders);
      if (end > maxHeaderBytes || (end < 0 && held.length > maxHeaderBytes + 4)) break;
      if (end >= 0) {
        const head = held.subarray(2, Math.max(end, 2));
        held = held.subarray(end + endOfHeaders.length);
        return head;
      }
      await more();
    }
    throw new BadRequest("form-unreadable");
  }

  async function more(): Promise<void> {
    const next = await chunks.next();
    if (next.done) throw new BadRequest("form-unreadable");
    bytes += next.value.byteLength;
    if (bytes > maxBytes) throw new TooLarge("form-too-large");
    held = Buffer.concat([held, next.value]);
  }
}
