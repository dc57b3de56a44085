import type { VideoType } from "./port";

/** So many bytes at the beginning are enough to tell. */
export const sniffedBytes = 64;

// ISO base media in a form browsers play. Not "qt  " (QuickTime), and none of the picture kinds that share the box.
const mp4Brands = new Set([
  ...["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42"],
  ...["avc1", "hvc1", "av01", "dash", "cmfc", "msdh", "MSNV", "M4V ", "3gp4", "3gp5", "3gp6"],
]);

/** Which of the two kinds a file is by its first bytes, whatever its name says; null for anything else. */
export function videoTypeOf(start: Uint8Array): VideoType | null {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  if (bytes.length < 16) return null;
  if (bytes.readUInt32BE(0) === 0x1a45dfa3) return "webm";
  if (bytes.toString("latin1", 4, 8) !== "ftyp") return null;
  return mp4Brands.has(bytes.toString("latin1", 8, 12)) ? "mp4" : null;
}
