import { letters, view, type ImageHeader } from "./header";
import { maxFrames } from "./limits";

const firstChunk = 12;
const chunkHeader = 8;

/** https://developers.google.com/speed/webp/docs/riff_container */
export function readWebpHeader(bytes: Uint8Array): ImageHeader | null {
  if (bytes.byteLength < firstChunk + chunkHeader + 10) return null;
  const start = firstChunk + chunkHeader;
  switch (letters(bytes, firstChunk, 4)) {
    case "VP8 ":
      return {
        width: uint16(bytes, start + 6) & 0x3fff,
        height: uint16(bytes, start + 8) & 0x3fff,
        frames: 1,
      };
    case "VP8L": {
      const packed = view(bytes).getUint32(start + 1, true);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1, frames: 1 };
    }
    case "VP8X": {
      const frames = Math.max(countFrames(bytes), 1);
      return { width: uint24(bytes, start + 4) + 1, height: uint24(bytes, start + 7) + 1, frames };
    }
    default:
      return null;
  }
}

function countFrames(bytes: Uint8Array): number {
  const data = view(bytes);
  let frames = 0;
  let position = firstChunk;
  while (position + chunkHeader <= bytes.byteLength && frames <= maxFrames) {
    if (letters(bytes, position, 4) === "ANMF") frames++;
    const size = data.getUint32(position + 4, true);
    position += chunkHeader + size + (size % 2);
  }
  return frames;
}

function uint16(bytes: Uint8Array, at: number): number {
  return view(bytes).getUint16(at, true);
}

function uint24(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) | ((bytes[at + 2] ?? 0) << 16);
}
