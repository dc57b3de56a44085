import { view, type ImageHeader } from "./header";
import { maxFrames } from "./limits";

const extension = 0x21;
const imageDescriptor = 0x2c;

/** Walks the blocks of https://www.w3.org/Graphics/GIF/spec-gif89a.txt. Frames may reach beyond the canvas. */
export function readGifHeader(bytes: Uint8Array): ImageHeader | null {
  if (bytes.byteLength < 13) return null;
  const data = view(bytes);
  const header = { width: data.getUint16(6, true), height: data.getUint16(8, true), frames: 0 };
  let position = 13 + colorTableSize(bytes[10] ?? 0);
  while (position < bytes.byteLength && header.frames <= maxFrames) {
    const kind = bytes[position];
    if (kind === extension) position = afterSubBlocks(bytes, position + 2);
    else if (kind === imageDescriptor && position + 10 <= bytes.byteLength) {
      header.frames++;
      header.width = Math.max(
        header.width,
        data.getUint16(position + 1, true) + data.getUint16(position + 5, true),
      );
      header.height = Math.max(
        header.height,
        data.getUint16(position + 3, true) + data.getUint16(position + 7, true),
      );
      position = afterSubBlocks(bytes, position + 10 + colorTableSize(bytes[position + 9] ?? 0) + 1);
    } else break;
  }
  return header.frames > 0 ? header : null;
}

function colorTableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

function afterSubBlocks(bytes: Uint8Array, start: number): number {
  let position = start;
  while (position < bytes.byteLength) {
    const length = bytes[position] ?? 0;
    position += length + 1;
    if (length === 0) break;
  }
  return position;
}
