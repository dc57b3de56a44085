// Real containers, made by hand: what matters here is what stands around the frames, and nobody decodes those.

interface Mp4Traits {
  brand?: string;
  codec?: string;
  /** Of one more track: "meta" for the way a camera took. */
  extraTrack?: string;
  /** Text hidden in every place a camera or a program may leave one. */
  secret?: string;
  frames?: Buffer;
  isFragmented?: boolean;
  turned?: boolean;
}

export function anMp4(traits: Mp4Traits = {}): Buffer {
  const { brand = "isom", codec = "avc1", secret = "", frames = Buffer.alloc(40_000, 7) } = traits;
  const hidden = Buffer.from(secret);
  const note = [
    box("udta", box("\xa9xyz", Buffer.from([0, 18, 21, 199]), hidden), Buffer.alloc(4)),
    box("meta", Buffer.alloc(4), box("keys", Buffer.from("com.apple.quicktime.location.ISO6709"), hidden)),
    box("uuid", Buffer.alloc(16, 1), hidden),
  ];
  const track = (kind: string, format: string) =>
    box(
      "trak",
      box("tkhd", trackHead(kind === "vide" ? [1280, 720] : [0, 0], traits.turned ?? false)),
      ...note,
      box(
        "mdia",
        box("mdhd", timed(8)),
        box("hdlr", Buffer.alloc(8), Buffer.from(kind), Buffer.alloc(12), hidden, Buffer.alloc(1)),
        box("minf", box("dinf"), box("stbl", box("stsd", count(1), box(format, Buffer.alloc(78))))),
      ),
    );
  const tracks = [track("vide", codec), track("soun", "mp4a")];
  if (traits.extraTrack) tracks.push(track(traits.extraTrack, "mett"));
  const movie = box("moov", box("mvhd", timed(96)), ...tracks, ...note);
  const fragment = box(
    "moof",
    box("mfhd", Buffer.alloc(8)),
    box("traf", box("tfhd", Buffer.alloc(8)), ...note),
  );
  const media = box("mdat", frames);
  return Buffer.concat([
    box("ftyp", Buffer.from(`${brand}\0\0\0\0isommp42`)),
    box("free", hidden),
    ...(traits.isFragmented ? [movie, fragment, media] : [media, movie]),
    box("uuid", Buffer.alloc(16), hidden),
  ]);
}

interface WebmTraits {
  docType?: string;
  codec?: string;
  extraTrack?: number;
  secret?: string;
  /** As a browser's recorder writes it, which does not know how long it will be. */
  isUnknownSize?: boolean;
}

export function aWebm(traits: WebmTraits = {}): Buffer {
  const { docType = "webm", codec = "V_VP9", secret = "", isUnknownSize = false } = traits;
  const hidden = Buffer.from(secret);
  const track = (kind: number, name: string) =>
    element(
      0xae,
      element(0x83, Buffer.from([kind])),
      element(0x86, Buffer.from(name)),
      element(0x536e, hidden),
      ...(kind === 1 ? [element(0xe0, element(0xb0, u16(640)), element(0xba, u16(360)))] : []),
    );
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(2_500);
  const open = isUnknownSize ? openElement : element;
  return Buffer.concat([
    element(0x1a45dfa3, element(0x4282, Buffer.from(docType))),
    open(
      0x18538067,
      element(
        0x1549a966,
        element(0x2ad7b1, Buffer.from([0x0f, 0x42, 0x40])),
        element(0x4489, duration),
        element(0x4d80, hidden),
        element(0x7ba9, hidden),
      ),
      element(
        0x1654ae6b,
        track(1, codec),
        track(2, "A_OPUS"),
        ...(traits.extraTrack ? [track(traits.extraTrack, "S_TEXT")] : []),
      ),
      open(0x1f43b675, element(0xe7, Buffer.from([0])), element(0xa3, Buffer.alloc(5_000, 9))),
      element(0x1254c367, hidden, Buffer.alloc(300)),
      element(0x1941a469, hidden),
    ),
  ]);
}

function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

/** A version 0 box: two times a camera wrote, 1000 units a second, 12.5 seconds. */
function timed(length: number): Buffer {
  const content = Buffer.alloc(Math.max(length, 24), 0);
  [0xdada_dada, 0xdada_dada, 1_000, 12_500].forEach((value, at) => content.writeUInt32BE(value, 4 + 4 * at));
  return content;
}

function trackHead([width = 0, height = 0]: number[], turned: boolean): Buffer {
  const content = Buffer.alloc(84);
  content.writeUInt32BE(0xdadadada, 4);
  content.writeInt32BE(turned ? 0 : 0x10000, 40);
  content.writeInt32BE(turned ? 0x10000 : 0, 44);
  content.writeUInt32BE(width * 65_536, 76);
  content.writeUInt32BE(height * 65_536, 80);
  return content;
}

function count(entries: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(entries, 4);
  return head;
}

function element(id: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length + 0x1000_0000);
  return Buffer.concat([idBytes(id), size, body]);
}

function openElement(id: number, ...content: Buffer[]): Buffer {
  return Buffer.concat([idBytes(id), Buffer.from("01ffffffffffffff", "hex"), ...content]);
}

function idBytes(id: number): Buffer {
  const hex = id.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
}

function u16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 255]);
}
