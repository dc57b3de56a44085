import { view, type ImageHeader } from "./header";

const startOfScan = 0xda;
const endOfImage = 0xd9;
// Frame headers are C0 to CF, but for the tables (C4, CC) and the reserved C8 in between.
const notFrame = new Set([0xc4, 0xc8, 0xcc]);

/** Walks the segments as in ITU-T T.81, annex B, and counts the scans. */
export function readJpegHeader(bytes: Uint8Array): (ImageHeader & { scans: number }) | null {
  const data = view(bytes);
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  let position = 2;
  while ((position = nextMarker(bytes, position)) > 0 && position + 4 <= bytes.byteLength) {
    const marker = bytes[position + 1] ?? 0;
    if (marker === endOfImage) break;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && !notFrame.has(marker);
    if (isFrame && !size && position + 9 <= bytes.byteLength) {
      size = { height: data.getUint16(position + 5), width: data.getUint16(position + 7) };
    }
    if (marker === startOfScan) scans++;
    position += 2 + data.getUint16(position + 2);
  }
  return size && { ...size, frames: 1, scans };
}

/** Skips picture data, in which FF stands only before 00 or a restart mark. 0 when there is no more. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (
    let position = bytes.indexOf(0xff, from);
    position >= 0;
    position = bytes.indexOf(0xff, position + 1)
  ) {
    const code = bytes[position + 1] ?? 0;
    const isData = code === 0x00 || code === 0xff || (code >= 0xd0 && code <= 0xd7) || code === 0x01;
    if (!isData) return position;
  }
  return 0;
}
