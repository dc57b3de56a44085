import { eachElement, type EbmlElement, readNumber, voidHeader } from "./ebml";
import { maxVideoSide } from "./limits";
import { VideoRefused } from "./port";

const timestampScale = 0x2ad7b1;
const duration = 0x4489;
// Both must be there and hold the name of a program: https://www.rfc-editor.org/rfc/rfc9559#section-5.1.2
const programs = new Set([0x4d80, 0x5741]);
const codecs: Record<number, string[]> = {
  1: ["V_VP8", "V_VP9", "V_AV1"],
  2: ["A_OPUS", "A_VORBIS"],
};

/** Throws for Matroska under the same first bytes. */
export function requireWebm(head: Buffer): void {
  const kind = [...eachElement(head, 0, head.length)].find(({ id }) => id === 0x4282);
  if (!kind || text(head, kind) !== "webm") throw new VideoRefused("codec");
}

/** Writes over title, date and whatever names a file or a person, in place. Answers the duration in milliseconds. */
export function cleanInfo(info: Buffer): number | null {
  let scale = 1_000_000;
  let length = 0;
  for (const element of eachElement(info, 0, info.length)) {
    if (element.id === timestampScale) scale = readNumber(info, element);
    else if (element.id === duration) length = readFloat(info, element);
    else if (programs.has(element.id)) info.fill(0, element.content, element.end);
    else writeOver(info, element);
  }
  const milliseconds = Math.round((length * scale) / 1e6);
  return milliseconds > 0 && milliseconds < 86_400_000 ? milliseconds : null;
}

/** Cleans the tracks in place; answers how large the picture is shown. */
export function cleanTracks(tracks: Buffer): { width: number; height: number } {
  let shape: { width: number; height: number } | null = null;
  for (const entry of eachElement(tracks, 0, tracks.length)) {
    if (entry.id !== 0xae) writeOver(tracks, entry);
    else shape = readTrack(tracks, entry) ?? shape;
  }
  if (!shape) throw new VideoRefused("damaged");
  return shape;
}

function readTrack(bytes: Buffer, entry: EbmlElement): { width: number; height: number } | null {
  let kind = 0;
  let codec = "";
  let shape: { width: number; height: number } | null = null;
  for (const element of eachElement(bytes, entry.content, entry.end)) {
    if (element.id === 0x83) kind = readNumber(bytes, element);
    else if (element.id === 0x86) codec = text(bytes, element);
    else if (element.id === 0xe0) shape = readShape(bytes, element);
    else if (element.id === 0x536e) writeOver(bytes, element); // the track's name
  }
  const allowed = codecs[kind];
  if (!allowed) throw new VideoRefused("data-track");
  if (!allowed.includes(codec)) throw new VideoRefused("codec");
  return kind === 1 ? requireShape(shape) : null;
}

function readShape(bytes: Buffer, video: EbmlElement): { width: number; height: number } {
  const found = new Map<number, number>();
  for (const element of eachElement(bytes, video.content, video.end))
    if ([0xb0, 0xba, 0x54b0, 0x54ba, 0x54b2].includes(element.id))
      found.set(element.id, readNumber(bytes, element));
  const [width, height] = [found.get(0xb0) ?? 0, found.get(0xba) ?? 0];
  const isInPixels = (found.get(0x54b2) ?? 0) === 0;
  return {
    width: (isInPixels && found.get(0x54b0)) || width,
    height: (isInPixels && found.get(0x54ba)) || height,
  };
}

function requireShape(shape: { width: number; height: number } | null) {
  const isSensible = (side: number) => side >= 1 && side <= maxVideoSide;
  if (!shape || !isSensible(shape.width) || !isSensible(shape.height)) throw new VideoRefused("damaged");
  return shape;
}

function readFloat(bytes: Buffer, { content, end }: EbmlElement): number {
  if (end - content === 4) return bytes.readFloatBE(content);
  return end - content === 8 ? bytes.readDoubleBE(content) : 0;
}

function text(bytes: Buffer, { content, end }: EbmlElement): string {
  return bytes.toString("latin1", content, Math.min(end, content + 32)).replace(/\0+$/, "");
}

function writeOver(bytes: Buffer, element: EbmlElement): void {
  voidHeader(element, element.bytes).copy(bytes, element.start);
  bytes.fill(0, element.content, element.end);
}
