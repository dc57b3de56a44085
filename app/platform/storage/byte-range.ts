import type { ByteRange } from "./port";

/**
 * The one range a `Range` header asks for, cut to the file. Null when there is none to honour: no header, another unit,
 * several ranges or nonsense; then the whole file is the right answer (RFC 9110, 14.2). "unsatisfiable" means status 416.
 */
export function parseRange(header: string | null, size: number): ByteRange | "unsatisfiable" | null {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (from === "" && to === "") return null;
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? "unsatisfiable" : { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  if (to !== "" && Number(to) < start) return null;
  if (start >= size) return "unsatisfiable";
  return { start, end: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
}

/** The range cut to the file. */
export function withinFile(range: ByteRange | undefined, size: number): ByteRange | null {
  if (!range) return null;
  const { start, end } = range;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || start >= size) {
    throw new RangeError(`Range ${start}-${end} is not within a file of ${size} bytes`);
  }
  return { start, end: Math.min(end, size - 1) };
}
