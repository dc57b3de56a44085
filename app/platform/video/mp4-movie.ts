import { maxParts, maxVideoSide } from "./limits";
import { eachBox, type Mp4Box, writeOver } from "./mp4-box";
import { type VideoFacts, VideoRefused } from "./port";

// Per box what may stay inside it; `udta`, `meta`, `uuid` and whatever else a camera leaves there is written over.
const inside: Record<string, string[]> = {
  moov: ["mvhd", "trak", "mvex"],
  trak: ["tkhd", "edts", "mdia", "tref"],
  mdia: ["mdhd", "hdlr", "minf", "elng"],
  minf: ["vmhd", "smhd", "dinf", "stbl"],
  mvex: ["mehd", "trex", "leva"],
  moof: ["mfhd", "traf"],
  traf: ["tfhd", "tfdt", "trun", "sbgp", "sgpd", "subs", "saiz", "saio"],
};
const codecs: Record<string, string[]> = {
  vide: ["avc1", "avc3", "hvc1", "hev1", "av01", "vp08", "vp09"],
  soun: ["mp4a", "Opus", "fLaC", ".mp3"],
};

interface Track {
  kind: string;
  width: number;
  height: number;
}

/** Cleans the tables of a movie in place and answers what they say. */
export function cleanMovie(box: Buffer, headerBytes: number): VideoFacts {
  const tracks: Track[] = [];
  let durationMs: number | null = null;
  const track = () => tracks.at(-1)!;
  clean(box, { type: "moov", start: 0, content: headerBytes, end: box.length }, (part) => {
    switch (part.type) {
      case "mvhd":
        durationMs = readDuration(box, part);
        eraseTimes(box, part);
        break;
      case "mdhd":
        eraseTimes(box, part);
        break;
      case "trak":
        tracks.push({ kind: "", width: 0, height: 0 });
        break;
      case "tkhd":
        Object.assign(track(), readShape(box, part));
        eraseTimes(box, part);
        break;
      case "hdlr":
        track().kind = box.toString("latin1", part.content + 8, part.content + 12);
        box.fill(0, Math.min(part.content + 24, part.end), part.end); // the name of the device or program
        break;
      case "stbl":
        requireKnownCodec(box, part, track().kind);
    }
  });
  if (tracks.some(({ kind }) => !(kind in codecs))) throw new VideoRefused("data-track");
  const picture = tracks.find(({ kind }) => kind === "vide");
  if (!picture) throw new VideoRefused("damaged");
  const { width, height } = picture;
  if (width < 1 || height < 1 || width > maxVideoSide || height > maxVideoSide)
    throw new VideoRefused("damaged");
  return { width, height, durationMs };
}

/** Cleans the tables of one fragment in place. */
export function cleanFragment(box: Buffer, headerBytes: number): void {
  clean(box, { type: "moof", start: 0, content: headerBytes, end: box.length }, () => {});
}

function clean(bytes: Buffer, whole: Mp4Box, meet: (part: Mp4Box) => void): void {
  let parts = 0;
  walk(whole);

  function walk(box: Mp4Box): void {
    const allowed = inside[box.type];
    if (!allowed) return;
    for (const part of eachBox(bytes, box.content, box.end)) {
      if (++parts > maxParts) throw new VideoRefused("damaged");
      if (allowed.includes(part.type)) {
        if (part.end - part.content < (shortest[part.type] ?? 0)) throw new VideoRefused("damaged");
        meet(part);
        walk(part);
      } else writeOver(bytes, part);
    }
  }
}

// Bytes a box must have for what is read from it here.
const shortest: Record<string, number> = { mvhd: 96, tkhd: 80, mdhd: 20, hdlr: 20 };

/** A version 1 box has its two times and its duration in 64 bits. */
function isLong(bytes: Buffer, { content, end }: Mp4Box): boolean {
  const long = bytes[content] === 1;
  if (long && end - content < 32) throw new VideoRefused("damaged");
  return long;
}

function eraseTimes(bytes: Buffer, box: Mp4Box): void {
  bytes.fill(0, box.content + 4, box.content + (isLong(bytes, box) ? 20 : 12));
}

function readDuration(bytes: Buffer, box: Mp4Box): number | null {
  const long = isLong(bytes, box);
  const at = box.content + (long ? 20 : 12);
  const perSecond = bytes.readUInt32BE(at);
  const duration = long ? Number(bytes.readBigUInt64BE(at + 4)) : bytes.readUInt32BE(at + 4);
  const milliseconds = Math.round((duration / perSecond) * 1000);
  return milliseconds > 0 && milliseconds < 86_400_000 ? milliseconds : null;
}

/** Width and height as shown; a phone held upright turns its picture by the matrix. */
function readShape(bytes: Buffer, box: Mp4Box): { width: number; height: number } {
  const matrix = box.content + (isLong(bytes, box) ? 52 : 40);
  if (matrix + 44 > box.end) throw new VideoRefused("damaged");
  const width = bytes.readUInt32BE(matrix + 36) >>> 16;
  const height = bytes.readUInt32BE(matrix + 40) >>> 16;
  const isTurned = bytes.readInt32BE(matrix) === 0 && bytes.readInt32BE(matrix + 4) !== 0;
  return isTurned ? { width: height, height: width } : { width, height };
}

/** stbl → stsd: after its version and a count, one box per form the samples have. */
function requireKnownCodec(bytes: Buffer, table: Mp4Box, kind: string): void {
  const allowed = codecs[kind];
  if (!allowed) return; // told as a track that is neither picture nor sound
  let known = 0;
  for (const part of eachBox(bytes, table.content, table.end)) {
    if (part.type !== "stsd") continue;
    for (const { type } of eachBox(bytes, part.content + 8, part.end)) {
      if (!allowed.includes(type)) throw new VideoRefused("codec");
      known++;
    }
  }
  if (known === 0) throw new VideoRefused("damaged");
}
