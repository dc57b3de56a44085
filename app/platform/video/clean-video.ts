import { createHash } from "node:crypto";
import { ByteSource } from "./byte-source";
import { cleanMp4 } from "./clean-mp4";
import { cleanWebm } from "./clean-webm";
import { maxVideoBytes } from "./limits";
import { type VideoFacts, VideoRefused, type VideoType } from "./port";

export interface CleanVideo extends VideoFacts {
  bytes: number;
  /** Hex SHA-256 of what is kept. */
  sha256: string;
}

/**
 * Passes a video on as it comes in, with everything in it that is neither picture nor sound written over: place, names,
 * times, comments. Frames stay as they are. Nothing but the tables of the file is ever held. Throws VideoRefused within
 * the stream; the facts are there once the stream has ended.
 */
export async function* cleanVideo(
  type: VideoType,
  content: AsyncIterable<Uint8Array>,
  told: (video: CleanVideo) => void,
): AsyncGenerator<Uint8Array> {
  const source = new ByteSource(bounded(content));
  const hash = createHash("sha256");
  let facts: VideoFacts | null = null;
  let bytes = 0;
  const clean = type === "mp4" ? cleanMp4 : cleanWebm;
  for await (const piece of clean(source, (found) => (facts = found))) {
    hash.update(piece);
    bytes += piece.byteLength;
    yield piece;
  }
  if (!facts) throw new VideoRefused("damaged");
  told({ ...(facts as VideoFacts), bytes, sha256: hash.digest("hex") });
}

async function* bounded(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.byteLength;
    if (bytes > maxVideoBytes) throw new VideoRefused("too-large");
    yield chunk;
  }
}
