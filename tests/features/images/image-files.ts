import { deflateSync } from "node:zlib";
import sharp from "sharp";

// Real files, made here. A noisy picture, because flat ones compress to nothing and hide what costs time.

export function aPicture(width = 640, height = 480) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#888",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  });
}

/** Left half red, right half blue, so that turning it can be seen. */
export function aTwoColouredPicture(width: number, height: number) {
  const red = { create: { width: width / 2, height, channels: 3 as const, background: "#f00" } };
  const ground = sharp({ create: { width, height, channels: 3, background: "#00f" } });
  return ground.composite([{ input: red, left: 0, top: 0 }]);
}

export async function anAnimation(
  type: "gif" | "webp",
  { frames, width, height }: { frames: number; width: number; height: number },
) {
  const pages = await Promise.all(
    Array.from({ length: frames }, () => aPicture(width, height).png().toBuffer()),
  );
  const joined = sharp(pages, { join: { animated: true } });
  return type === "gif" ? joined.gif({ effort: 1 }).toBuffer() : joined.webp({ effort: 0 }).toBuffer();
}

/** A PNG that is all zeros: a few kilobytes that unfold to any size. */
export function aPngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit a pixel, grey
  const rows = deflateSync(Buffer.alloc(height * (Math.ceil(width / 8) + 1)), { level: 9 });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk("IHDR", header),
    pngChunk("IDAT", rows),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A GIF of one-pixel frames, by hand: the encoder would join them. */
export function aGifOfManyFrames(frames: number, { width = 1, height = 1 } = {}): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  const header = Buffer.concat([
    Buffer.from("GIF89a"),
    size,
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
  ]);
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([header, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const chunk = Buffer.alloc(body.byteLength + 8);
  chunk.writeUInt32BE(data.byteLength, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.byteLength + 4);
  return chunk;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
