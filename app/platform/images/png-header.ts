import { letters, view, type ImageHeader } from "./header";

const firstChunk = 8;

/** https://www.w3.org/TR/png-3/#11IHDR. An animated PNG counts as its still picture, which is all that is kept of it. */
export function readPngHeader(bytes: Uint8Array): ImageHeader | null {
  if (bytes.byteLength < firstChunk + 8 + 13 || letters(bytes, firstChunk + 4, 4) !== "IHDR") return null;
  const data = view(bytes);
  return { width: data.getUint32(firstChunk + 8), height: data.getUint32(firstChunk + 12), frames: 1 };
}
