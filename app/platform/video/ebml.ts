import { VideoRefused } from "./port";

export interface EbmlHeader {
  id: number;
  /** Bytes of the header itself. */
  length: number;
  /** Bytes that follow, or Infinity when the file does not say. */
  bytes: number;
}

/** The longest header: four bytes of id and eight of size. */
export const maxHeaderBytes = 12;

/** RFC 8794, 4 to 6: the number of leading zero bits says how many bytes an id or a size has. */
export function readEbmlHeader(bytes: Uint8Array, at = 0): EbmlHeader {
  const idLength = lengthAt(bytes, at, 4);
  const sizeLength = lengthAt(bytes, at + idLength, 8);
  const id = numberAt(bytes, at, idLength);
  const first = (bytes[at + idLength] ?? 0) & (0xff >> sizeLength);
  const size = first * 256 ** (sizeLength - 1) + numberAt(bytes, at + idLength + 1, sizeLength - 1);
  const isUnknown = size === 2 ** (7 * sizeLength) - 1;
  if (!isUnknown && !Number.isSafeInteger(size)) throw new VideoRefused("damaged");
  return { id, length: idLength + sizeLength, bytes: isUnknown ? Infinity : size };
}

/** The header of an element that says nothing and takes the room of another. What is left of that is to be zeros. */
export function voidHeader({ length }: EbmlHeader, bytes: number): Buffer {
  const sizeLength = Math.min(length - 1, 8);
  const header = Buffer.alloc(length);
  header[0] = 0xec;
  let size = bytes + length - 1 - sizeLength;
  for (let at = sizeLength; at >= 1; at--) {
    header[at] = size % 256;
    size = Math.floor(size / 256);
  }
  header[1] = (header[1] ?? 0) | (0x100 >> sizeLength);
  return header;
}

export interface EbmlElement extends EbmlHeader {
  start: number;
  content: number;
  end: number;
}

/** The elements within a part of a file, none of which may reach beyond it. */
export function* eachElement(bytes: Buffer, from: number, to: number): Generator<EbmlElement> {
  for (let start = from; start < to;) {
    const header = readEbmlHeader(bytes.subarray(0, to), start);
    const content = start + header.length;
    const end = content + header.bytes;
    if (end > to) throw new VideoRefused("damaged");
    yield { ...header, start, content, end };
    start = end;
  }
}

export function readNumber(bytes: Buffer, { content, end }: EbmlElement): number {
  if (end - content > 8) throw new VideoRefused("damaged");
  return numberAt(bytes, content, end - content);
}

function lengthAt(bytes: Uint8Array, at: number, longest: number): number {
  const length = Math.clz32(bytes[at] ?? 0) - 23;
  if (length > longest || at + length > bytes.length) throw new VideoRefused("damaged");
  return length;
}

function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (const byte of bytes.subarray(at, at + length)) value = value * 256 + byte;
  return value;
}
