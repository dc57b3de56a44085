import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { aWebm, anMp4 } from "../../../tests/factories/videos";
import { type CleanVideo, cleanVideo } from "./clean-video";
import { maxVideoBytes } from "./limits";
import { VideoRefused, type VideoType } from "./port";
import { videoTypeOf } from "./sniff";

const secret = "+52.3731+004.8926-canary";

test.each([
  ["an MP4 with its tables at the end", "mp4", anMp4({ secret })],
  ["an MP4 in fragments", "mp4", anMp4({ secret, isFragmented: true })],
  ["a WebM", "webm", aWebm({ secret })],
  ["a WebM that does not know its size", "webm", aWebm({ secret, isUnknownSize: true })],
] as const)("%s loses the place and the names in it and nothing else", async (_what, type, file) => {
  expect(videoTypeOf(file)).toBe(type);
  for (const chunk of [1, 7, 1_000, file.length]) {
    const { bytes, video } = await clean(type, file, chunk);
    expect(bytes.length).toBe(file.length);
    expect(bytes.includes("canary")).toBe(false);
    expect(video).toMatchObject({
      bytes: file.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    // Frames, and where the tables say they are, have not moved.
    const frames = Buffer.alloc(4_000, type === "mp4" ? 7 : 9);
    expect(bytes.indexOf(frames)).toBe(file.indexOf(frames));
  }
});

test("size and length are read, turned as the phone was held", async () => {
  expect((await clean("mp4", anMp4())).video).toMatchObject({ width: 1280, height: 720, durationMs: 12_500 });
  expect((await clean("mp4", anMp4({ turned: true }))).video).toMatchObject({ width: 720, height: 1280 });
  expect((await clean("webm", aWebm())).video).toMatchObject({ width: 640, height: 360, durationMs: 2_500 });
});

test("the time a video was taken goes too", async () => {
  const when = Buffer.from("dadadadadadadada", "hex");
  expect(anMp4().includes(when)).toBe(true);
  expect((await clean("mp4", anMp4())).bytes.includes(when)).toBe(false);
});

test("cleaning what is clean changes nothing", async () => {
  for (const [type, file] of [
    ["mp4", anMp4({ secret })],
    ["webm", aWebm({ secret })],
  ] as const) {
    const once = (await clean(type, file)).bytes;
    expect((await clean(type, once)).bytes.equals(once)).toBe(true);
  }
});

test.each([
  ["a track of positions", "mp4", anMp4({ extraTrack: "meta" }), "data-track"],
  ["a track of text", "webm", aWebm({ extraTrack: 17 }), "data-track"],
  ["pictures no browser plays", "mp4", anMp4({ codec: "apch" }), "codec"],
  ["pictures no WebM has", "webm", aWebm({ codec: "V_MPEG4/ISO/ASP" }), "codec"],
  ["Matroska", "webm", aWebm({ docType: "matroska" }), "codec"],
  ["an MP4 cut off at 99 %", "mp4", cut(anMp4()), "damaged"],
  ["a WebM cut off at 99 %", "webm", cut(aWebm()), "damaged"],
  ["nothing but a kind", "mp4", anMp4().subarray(0, 24), "damaged"],
  ["frames without tables", "mp4", Buffer.concat([anMp4().subarray(0, 24), someBox("mdat", 99)]), "damaged"],
] as const)("%s is refused: %s", async (_what, type, file, fault) => {
  await expect(clean(type, file)).rejects.toMatchObject({ name: "VideoRefused", fault });
});

test("a box that claims more than there is costs nothing", async () => {
  const claim = someBox("moov", 8);
  claim.writeUInt32BE(0xffff_ff00);
  const started = performance.now();
  await expect(clean("mp4", Buffer.concat([anMp4().subarray(0, 24), claim]))).rejects.toThrow(VideoRefused);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test("more than fifty megabytes are refused while they come in", async () => {
  let given = 0;
  async function* endless() {
    yield anMp4().subarray(0, 24);
    yield Buffer.from("0000000000000000", "hex").fill("mdat", 4);
    for (;;) {
      given += 1_000_000;
      yield Buffer.alloc(1_000_000);
    }
  }
  const reading = drain(cleanVideo("mp4", endless(), () => {}));
  await expect(reading).rejects.toMatchObject({ fault: "too-large" });
  expect(given).toBeLessThanOrEqual(maxVideoBytes + 1_000_000);
});

test("every single byte of a video may be wrong without more than a refusal", async () => {
  for (const [type, whole] of [
    ["mp4", anMp4({ frames: Buffer.alloc(64) })],
    ["webm", aWebm()],
  ] as const) {
    for (let at = 0; at < Math.min(whole.length, 1_500); at++) {
      const file = Buffer.from(whole);
      file[at] = file[at]! ^ 0xff;
      await clean(type, file).catch((error: unknown) => expect(error).toBeInstanceOf(VideoRefused));
    }
  }
});

test.each([
  ["a QuickTime film", anMp4({ brand: "qt  " })],
  ["a HEIC picture", anMp4({ brand: "heic" })],
  ["an AVIF picture", anMp4({ brand: "avif" })],
  ["a page", Buffer.from("<html><script>alert(1)</script></html>")],
  ["a GIF", Buffer.from("GIF89a ftypisom ftypisom")],
])("%s is no video", (_what, file) => {
  expect(videoTypeOf(file)).toBeNull();
});

async function clean(type: VideoType, file: Buffer, chunk = file.length) {
  async function* pieces() {
    for (let at = 0; at < file.length; at += chunk) yield file.subarray(at, at + chunk);
  }
  let video: CleanVideo | undefined;
  const bytes = await drain(cleanVideo(type, pieces(), (told) => (video = told)));
  return { bytes, video };
}

async function drain(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function cut(file: Buffer): Buffer {
  return file.subarray(0, Math.floor(file.length * 0.99));
}

function someBox(type: string, bytes: number): Buffer {
  const box = Buffer.alloc(bytes);
  box.writeUInt32BE(bytes);
  box.write(type, 4, "latin1");
  return box;
}
