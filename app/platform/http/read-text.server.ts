import { TooLarge } from "~/platform/errors";

/** The bytes of a text, read no further than so many. Throws TooLarge. */
export async function readText(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.byteLength;
    if (bytes > maxBytes) throw new TooLarge("form-too-large");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
