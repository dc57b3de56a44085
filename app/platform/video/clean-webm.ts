import type { ByteSource } from "./byte-source";
import { type EbmlHeader, maxHeaderBytes, readEbmlHeader, voidHeader } from "./ebml";
import { maxHeldBytes, maxParts } from "./limits";
import { type VideoFacts, VideoRefused } from "./port";
import { cleanInfo, cleanTracks, requireWebm } from "./webm-head";

const head = 0x1a45dfa3;
const segment = 0x18538067;
const cluster = 0x1f43b675;
const info = 0x1549a966;
const tracks = 0x1654ae6b;
// SeekHead, Cues, and what a cluster has: time, position, size of the one before, silent tracks, blocks.
const passed = new Set([0x114d9b74, 0x1c53bb6b, 0xe7, 0xa7, 0xab, 0x5854, 0xa3, 0xa0]);

/**
 * https://www.webmproject.org/docs/container: a head and one segment of clusters. The two may be of unknown size, so
 * their elements are read as one row. Tags, attachments, chapters and all the rest are written over with nothing.
 */
export async function* cleanWebm(
  source: ByteSource,
  told: (facts: VideoFacts) => void,
): AsyncGenerator<Uint8Array> {
  let durationMs: number | null = null;
  let shape: { width: number; height: number } | null = null;
  let hasFrames = false;
  for (let parts = 0; (await source.peek(1)).length > 0; parts++) {
    if (parts > maxParts) throw new VideoRefused("damaged");
    const { element, header } = await nextElement(source);
    const { id, bytes } = element;
    if ((id === head) !== (parts === 0) || (id === segment) !== (parts === 1))
      throw new VideoRefused("damaged");
    if (id === segment || id === cluster) {
      hasFrames ||= id === cluster;
      yield header;
    } else if (bytes === Infinity) {
      throw new VideoRefused("damaged");
    } else if (id === head || id === info || id === tracks) {
      if (bytes > maxHeldBytes) throw new VideoRefused("damaged");
      const content = await source.take(bytes);
      if (id === head) requireWebm(content);
      else if (id === info) durationMs = cleanInfo(content);
      else shape = cleanTracks(content);
      yield header;
      yield content;
    } else if (passed.has(id)) {
      yield header;
      yield* source.pass(bytes);
    } else {
      yield voidHeader(element, bytes);
      for await (const piece of source.pass(bytes)) yield Buffer.alloc(piece.byteLength);
    }
  }
  if (!shape || !hasFrames) throw new VideoRefused("damaged");
  told({ ...shape, durationMs });
}

async function nextElement(source: ByteSource): Promise<{ element: EbmlHeader; header: Buffer }> {
  const element = readEbmlHeader(await source.peek(maxHeaderBytes));
  return { element, header: await source.take(element.length) };
}
