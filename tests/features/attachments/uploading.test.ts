import { crc32, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { maxImageBytes, maxWaitingUploads } from "~/features/attachments/attachment";
import { fileKey } from "~/features/attachments/file-keys";
import { storeUploads } from "~/features/attachments/taking.server";
import type { FileStore } from "~/platform/storage/port";
import { aMember } from "../../factories/members";
import { aPicture } from "../../factories/pictures";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();

test("an uploaded photo is kept as a WebP with a thumbnail and without what the camera wrote into it", async () => {
  const ctx = contextFor(platform, await aMember(platform));
  const photo = await aPicture({
    name: "IMG 1.jpg",
    width: 1600,
    height: 900,
    format: "jpeg",
    secret: "gps-canary",
  });
  expect(Buffer.from(await photo.arrayBuffer()).includes("gps-canary")).toBe(true);

  const stored = await storeUploads(ctx, [photo], ["Balance after the swap"]);

  expect(stored).toMatchObject({
    ok: true,
    attachments: [{ fileName: "IMG 1.jpg", alt: "Balance after the swap", width: 1600, height: 900 }],
  });
  const { id, thumbWidth, thumbHeight } = stored.attachments[0]!;
  expect(thumbWidth / thumbHeight).toBeCloseTo(16 / 9, 1);
  for (const size of ["full", "thumb"] as const) {
    const bytes = await readAll(platform.files, fileKey(id, size));
    expect(bytes.subarray(8, 12).toString()).toBe("WEBP");
    expect(bytes.includes("gps-canary")).toBe(false);
  }
  expect(await platform.db.attachment.findUnique({ where: { id } })).toMatchObject({
    audience: "owner",
    attachedAt: null,
    mediaType: "image/webp",
  });
});

test("ids cannot be guessed and no file name becomes part of a path", async () => {
  const ctx = contextFor(platform, await aMember(platform));
  const stored = await storeUploads(ctx, [
    await aPicture({ name: "../../evil.png" }),
    await aPicture({ name: "../../evil.png" }),
  ]);
  const ids = stored.attachments.map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(stored.attachments.map(({ fileName }) => fileName)).toEqual(["evil.png", "evil.png"]);
});

test("each file that cannot be taken is refused by name and reason, and the good ones stay", async () => {
  const ctx = contextFor(platform, await aMember(platform));
  const whole = Buffer.from(await (await aPicture({ width: 400, height: 400 })).arrayBuffer());
  const stored = await storeUploads(ctx, [
    new File(["<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"], "drawing.png", {
      type: "image/png",
    }),
    new File(["<html><script>alert(1)</script></html>"], "page.png", { type: "image/png" }),
    new File([new Uint8Array(whole.subarray(0, 60))], "cut.png", { type: "image/png" }),
    new File([], "empty.png", { type: "image/png" }),
    new File([new Uint8Array(maxImageBytes + 1)], "huge.png", { type: "image/png" }),
    await aPicture({ name: "good.png" }),
  ]);
  expect(stored).toMatchObject({
    ok: false,
    attachments: [{ fileName: "good.png" }],
    refusals: [
      { fileName: "drawing.png", reason: "wrong-type" },
      { fileName: "page.png", reason: "wrong-type" },
      { fileName: "cut.png", reason: "damaged" },
      { fileName: "empty.png" },
      { fileName: "huge.png", reason: "too-large" },
    ],
  });
  expect(await platform.db.attachment.count({ where: { ownerId: ctx.actor.id } })).toBe(1);
});

test("a PNG that declares 256 million pixels is refused before it is decoded", async () => {
  const ctx = contextFor(platform, await aMember(platform));
  const bomb = new File([new Uint8Array(pngDeclaring(16_384, 16_384))], "bomb.png", { type: "image/png" });
  expect(await storeUploads(ctx, [bomb])).toMatchObject({
    refusals: [{ fileName: "bomb.png", reason: "too-many-pixels" }],
  });
});

test("markup that follows the last byte of a picture is gone", async () => {
  const ctx = contextFor(platform, await aMember(platform));
  const picture = await aPicture();
  const polyglot = new File([picture, "<script>tail-canary</script>"], "polyglot.png");
  const stored = await storeUploads(ctx, [polyglot]);
  const bytes = await readAll(platform.files, fileKey(stored.attachments[0]!.id, "full"));
  expect(bytes.includes("tail-canary")).toBe(false);
});

test("a picture whose thumbnail cannot be stored leaves neither a row nor a file", async () => {
  const ctx = contextFor(platform, await aMember(platform));
  const keys: string[] = [];
  const files: FileStore = {
    ...boundTo(platform.files),
    put: (key, body, options) => {
      keys.push(key);
      return key.includes("thumb")
        ? Promise.reject(new Error("disk full"))
        : platform.files.put(key, body, options);
    },
  };
  expect(await storeUploads({ ...ctx, files }, [await aPicture({ name: "a.png" })])).toMatchObject({
    refusals: [{ fileName: "a.png", reason: "unavailable" }],
    attachments: [],
  });
  expect(await platform.db.attachment.count({ where: { ownerId: ctx.actor.id } })).toBe(0);
  expect(keys).toHaveLength(2);
  for (const key of keys) expect(await platform.files.stat(key)).toBeNull();
});

test("a picture whose row cannot be written leaves no file", async () => {
  const nobody = { ...(await aMember(platform)), id: 999_999 };
  const before = await countFiles(platform.files);
  await expect(storeUploads(contextFor(platform, nobody), [await aPicture()])).rejects.toThrow();
  expect(await countFiles(platform.files)).toBe(before);
});

test("uploads sent at once cannot get past what one member may leave waiting", async () => {
  const actor = await aMember(platform);
  const ctx = contextFor(platform, actor);
  const picture = await aPicture({ width: 8, height: 8 });
  const first = await storeUploads(ctx, [picture]);
  const { id: _id, ...row } = await platform.db.attachment.findUniqueOrThrow({
    where: { id: first.attachments[0]!.id },
  });
  await platform.db.attachment.createMany({
    data: Array.from({ length: maxWaitingUploads - 3 }, (_, index) => ({
      ...row,
      id: `${actor.id}-${index}`,
    })),
  });
  const answers = await Promise.all(Array.from({ length: 6 }, () => storeUploads(ctx, [picture])));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
  expect(
    answers.filter((answer) => !answer.ok && answer.refusals[0]?.reason === "too-many-waiting"),
  ).toHaveLength(4);
});

async function readAll(files: FileStore, key: string): Promise<Buffer> {
  const content = await files.get(key);
  return Buffer.from(await new Response(content!.stream).arrayBuffer());
}

async function countFiles(files: FileStore): Promise<number> {
  let count = 0;
  for await (const _file of files.list("uploads/")) count++;
  return count;
}

function boundTo(files: FileStore): FileStore {
  return {
    kind: files.kind,
    put: files.put.bind(files),
    get: files.get.bind(files),
    stat: files.stat.bind(files),
    delete: files.delete.bind(files),
    list: files.list.bind(files),
    close: files.close.bind(files),
  };
}

/** A tiny file whose header says it is enormous. */
function pngDeclaring(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type), data]);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
