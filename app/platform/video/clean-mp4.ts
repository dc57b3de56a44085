import type { ByteSource } from "./byte-source";
import { maxHeldBytes, maxParts } from "./limits";
import { cleanFragment, cleanMovie } from "./mp4-movie";
import { type VideoFacts, VideoRefused } from "./port";

// What a player needs beside the movie's tables. Anything else at this level (free, uuid, meta, emsg, …) may hold a
// place or a name, and is written over with nothing of the same size so that no offset changes.
const passed = new Set(["mdat", "sidx", "ssix", "styp", "pdin", "mfra"]);
const maxKindBytes = 1_024;

/** ISO/IEC 14496-12, 4.2: a file is a row of boxes, each with its size and its type. */
export async function* cleanMp4(
  source: ByteSource,
  told: (facts: VideoFacts) => void,
): AsyncGenerator<Uint8Array> {
  let facts: VideoFacts | null = null;
  let hasFrames = false;
  for (let parts = 0; (await source.peek(1)).length > 0; parts++) {
    if (parts > maxParts) throw new VideoRefused("damaged");
    const { type, header, bytes } = await nextBox(source);
    const isKind = type === "ftyp";
    if (isKind !== (parts === 0) || (isKind && bytes > maxKindBytes)) throw new VideoRefused("damaged");
    if (type === "moov" || type === "moof") {
      if (bytes > maxHeldBytes || (type === "moov" && facts)) throw new VideoRefused("damaged");
      const box = Buffer.concat([header, await source.take(bytes)]);
      if (type === "moov") facts = cleanMovie(box, header.length);
      else cleanFragment(box, header.length);
      yield box;
    } else if (isKind || passed.has(type)) {
      hasFrames ||= type === "mdat";
      yield header;
      yield* source.pass(bytes);
    } else {
      header.write("free", 4, "latin1");
      yield header;
      for await (const piece of source.pass(bytes)) yield Buffer.alloc(piece.byteLength);
    }
  }
  if (!facts || !hasFrames) throw new VideoRefused("damaged");
  told(facts);
}

async function nextBox(source: ByteSource): Promise<{ type: string; header: Buffer; bytes: number }> {
  const short = await source.take(8);
  const type = short.toString("latin1", 4, 8);
  const size = short.readUInt32BE(0);
  if (size === 0) return { type, header: short, bytes: Infinity };
  if (size !== 1) return { type, header: short, bytes: within(size - 8) };
  const long = await source.take(8);
  return { type, header: Buffer.concat([short, long]), bytes: within(Number(long.readBigUInt64BE(0)) - 16) };
}

function within(bytes: number): number {
  if (bytes < 0 || !Number.isSafeInteger(bytes)) throw new VideoRefused("damaged");
  return bytes;
}
