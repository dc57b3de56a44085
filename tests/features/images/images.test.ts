import { createHash, randomBytes } from "node:crypto";
import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { decoder } from "~/platform/images/decoder.server";
import { inspectImage } from "~/platform/images/inspect-image.server";
import { maxImageBytes } from "~/platform/images/limits";
import { processImage } from "~/platform/images/process-image.server";
import type { ProcessedImage } from "~/platform/images/port";
import { aGifOfManyFrames, anAnimation, aPicture, aPngBomb, aTwoColouredPicture } from "./image-files";

let jpeg: Buffer;
beforeAll(async () => {
  jpeg = await aPicture().jpeg().toBuffer();
});

test.each(["png", "jpeg", "webp", "gif"] as const)(
  "a %s is known by its content and read without decoding",
  async (type) => {
    const bytes = await aPicture(321, 123).toFormat(type).toBuffer();
    expect(await inspectImage(bytes)).toEqual({ ok: true, type, width: 321, height: 123, frames: 1 });
  },
);

test.each([
  ["lossless WebP", () => aPicture(321, 123).webp({ lossless: true })],
  ["WebP with alpha", () => aPicture(321, 123).ensureAlpha(0.5).webp()],
  ["progressive JPEG", () => aPicture(321, 123).jpeg({ progressive: true })],
  ["grey PNG with a palette", () => aPicture(321, 123).greyscale().png({ palette: true })],
])("the size of a %s is read", async (_name, make) => {
  expect(await inspectImage(await make().toBuffer())).toMatchObject({ ok: true, width: 321, height: 123 });
});

test.each(["gif", "webp"] as const)("the frames of an animated %s are counted", async (type) => {
  const bytes = await anAnimation(type, { frames: 7, width: 40, height: 30 });
  expect(await inspectImage(bytes)).toEqual({ ok: true, type, width: 40, height: 30, frames: 7 });
});

test("an upload becomes an upright WebP and a thumbnail, named by their hashes", async () => {
  const bytes = await aPicture(3000, 2000).jpeg().toBuffer();
  const image = await processed(bytes);
  expect([image.full.width, image.full.height]).toEqual([2560, 1707]);
  expect([image.thumbnail.width, image.thumbnail.height]).toEqual([480, 320]);
  for (const stored of [image.full, image.thumbnail]) {
    const { format, width, height } = await sharp(stored.bytes).metadata();
    expect({ format, width, height }).toEqual({ format: "webp", width: stored.width, height: stored.height });
    expect(stored.sha256).toBe(createHash("sha256").update(stored.bytes).digest("hex"));
  }
  expect(image.originalSha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(image.isAnimated).toBe(false);
});

test("a small image is not made larger", async () => {
  const image = await processed(await aPicture(20, 10).png().toBuffer());
  expect([image.full.width, image.full.height, image.thumbnail.width, image.thumbnail.height]).toEqual([
    20, 10, 20, 10,
  ]);
});

test("where, when and with what a photograph was taken is gone, and it stands upright", async () => {
  const bytes = await aTwoColouredPicture(200, 100)
    .withExif({
      IFD0: { Make: "SecretCamera", Artist: "Mei" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 14/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(bytes.includes("SecretCamera")).toBe(true);

  const { full, thumbnail } = await processed(bytes);
  expect([full.width, full.height]).toEqual([100, 200]);
  for (const { bytes: stored } of [full, thumbnail]) {
    const metadata = await sharp(stored).metadata();
    expect([metadata.exif, metadata.xmp, metadata.icc, metadata.iptc, metadata.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    expect(stored.includes("SecretCamera")).toBe(false);
  }
  const [red, , blue] = await sharp(full.bytes)
    .extract({ left: 50, top: 20, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect(red).toBeGreaterThan(200);
  expect(blue).toBeLessThan(60);
});

test("what is hidden behind or inside an image does not survive", async () => {
  const secret = "<script>alert(document.domain)</script>";
  const png = await aPicture(50, 50).png().toBuffer();
  const files = [
    Buffer.concat([jpeg, Buffer.from(secret)]),
    Buffer.concat([png, Buffer.from(`PK\u0003\u0004${secret}`)]),
    await aPicture(50, 50)
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${secret}</x:xmpmeta>`)
      .jpeg()
      .toBuffer(),
  ];
  for (const file of files) {
    const { full, thumbnail } = await processed(file);
    expect(full.bytes.includes("<script>") || thumbnail.bytes.includes("<script>")).toBe(false);
  }
});

test("a transparent screenshot stays transparent", async () => {
  const bytes = await sharp({
    create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  const { full } = await processed(bytes);
  expect((await sharp(full.bytes).stats()).isOpaque).toBe(false);
});

test("an animation keeps moving, within limits, and has a still thumbnail", async () => {
  const bytes = await anAnimation("gif", { frames: 4, width: 900, height: 450 });
  const image = await processed(bytes);
  expect(image.isAnimated).toBe(true);
  expect([image.full.width, image.full.height]).toEqual([800, 400]);
  expect((await sharp(image.full.bytes, { animated: true }).metadata()).pages).toBe(4);
  expect((await sharp(image.thumbnail.bytes, { animated: true }).metadata()).pages ?? 1).toBe(1);
});

test.each([
  ["more than 8 MB", () => Buffer.concat([jpeg, randomBytes(maxImageBytes)]), "too-large"],
  ["a text named .png", () => Buffer.from("this is a text"), "wrong-type"],
  ["nothing", () => Buffer.alloc(0), "wrong-type"],
  [
    "an SVG",
    () =>
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>x</script></svg>'),
    "wrong-type",
  ],
  ["an HTML page", () => Buffer.from("<!DOCTYPE html><script>x</script>"), "wrong-type"],
  ["a TIFF", () => aPicture(9, 9).tiff().toBuffer(), "wrong-type"],
  ["an AVIF", () => aPicture(16, 16).avif({ effort: 0 }).toBuffer(), "wrong-type"],
  ["a PDF", () => Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"), "wrong-type"],
  ["a PNG of 256 megapixels in some kilobytes", () => aPngBomb(16_000, 16_000), "too-many-pixels"],
  ["a PNG one pixel wide and millions high", () => aPngBomb(1, 30_000_000), "too-many-pixels"],
  ["a PNG that claims to be empty", () => aPngBomb(0, 0), "damaged"],
  ["a GIF of 101 frames", () => aGifOfManyFrames(101), "animated-too-long"],
  [
    "a GIF of 100 large frames",
    () => aGifOfManyFrames(100, { width: 2000, height: 2000 }),
    "animated-too-long",
  ],
  ["a JPEG cut in half", () => jpeg.subarray(0, jpeg.byteLength / 2), "damaged"],
  ["a JPEG without a frame", () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9]), "damaged"],
  ["a PNG cut in half", async () => halfOf(await aPicture().png().toBuffer()), "damaged"],
  ["a WebP cut in half", async () => halfOf(await aPicture().webp().toBuffer()), "damaged"],
  ["a GIF cut in half", async () => halfOf(await aPicture(200, 150).gif().toBuffer()), "damaged"],
  [
    "only the first bytes of a PNG",
    () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    "wrong-type",
  ],
  ["a JPEG of a thousand scans", () => aJpegOfManyScans(1000), "damaged"],
] as const)("%s is refused", async (_name, make, reason) => {
  const bytes = await make();
  const before = performance.now();
  expect(await processImage(bytes)).toEqual({ ok: false, reason });
  expect(performance.now() - before).toBeLessThan(2000);
});

test(
  "no bytes make it throw, and no damage gets through as something else",
  { timeout: 60_000 },
  async () => {
    const originals = await Promise.all([
      aPicture(60, 40).png().toBuffer(),
      aPicture(60, 40).jpeg().toBuffer(),
      aPicture(60, 40).webp().toBuffer(),
      anAnimation("gif", { frames: 3, width: 20, height: 20 }),
      anAnimation("webp", { frames: 3, width: 20, height: 20 }),
    ]);
    const damage = fc.record({
      original: fc.constantFrom(...originals),
      changes: fc.array(fc.record({ at: fc.integer({ min: 0, max: 9999 }), value: fc.nat({ max: 255 }) }), {
        maxLength: 12,
      }),
      header: fc.array(fc.record({ at: fc.integer({ min: 12, max: 120 }), value: fc.nat({ max: 255 }) }), {
        maxLength: 1,
      }),
      keep: fc.constantFrom(1, 1, 1, 0.99, 0.7, 0.3, 0.05),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ original, changes, header, keep }) => {
        const bytes = Buffer.from(original);
        for (const { at, value } of changes) bytes[Math.floor((at / 10_000) * bytes.byteLength)] = value;
        for (const { at, value } of header) bytes[at] = value;
        const outcome = await processImage(bytes.subarray(0, Math.ceil(keep * bytes.byteLength)));
        if (outcome.ok) expect((await sharp(outcome.full.bytes).metadata()).format).toBe("webp");
      }),
      { numRuns: 1500 },
    );
  },
);

test("the decoder itself opens no other format", async () => {
  const tiff = await aPicture(9, 9).tiff().toBuffer();
  const open = await decoder();
  for (const bytes of [tiff, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')]) {
    await expect(open(bytes).png().toBuffer()).rejects.toThrow();
  }
});

test("of too many images at once the last are asked to come again", async () => {
  const small = await aPicture(30, 30).png().toBuffer();
  const outcomes = await Promise.all(Array.from({ length: 120 }, () => processImage(small)));
  const busy = outcomes.filter((outcome) => !outcome.ok);
  expect(busy.length).toBeGreaterThan(0);
  expect(busy).toEqual(busy.map(() => ({ ok: false, reason: "busy" })));
  expect(await processImage(small)).toMatchObject({ ok: true });
});

async function processed(bytes: Buffer): Promise<ProcessedImage> {
  const outcome = await processImage(bytes);
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome;
}

function halfOf(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.byteLength / 2));
}

async function aJpegOfManyScans(count: number): Promise<Buffer> {
  const bytes = await aPicture(50, 50).jpeg({ progressive: true }).toBuffer();
  const lastScan = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = bytes.subarray(lastScan, bytes.byteLength - 2);
  return Buffer.concat([
    bytes.subarray(0, lastScan),
    ...Array.from({ length: count }, () => scan),
    bytes.subarray(-2),
  ]);
}
