import { expect, test } from "vitest";
import { attachTo, replaceAttachments } from "~/features/attachments/attaching.server";
import { fileKey } from "~/features/attachments/file-keys";
import { listAttachments } from "~/features/attachments/reading.server";
import { removedFiles, removeAttachments } from "~/features/attachments/removing.server";
import { storeUploads } from "~/features/attachments/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import type { FileStore } from "~/platform/storage/port";
import { aMember } from "../../factories/members";
import { aPicture } from "../../factories/pictures";
import { anMp4, aWebm } from "../../factories/videos";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { aBareTopic } from "./posts";

const platform = await testPlatform();
const mei = await aMember(platform, { name: "mei" });
const ctx = contextFor(platform, mei);
const worker = new OutboxWorker<Platform>(platform, { "attachments.removed": [removedFiles] });

test("a video is kept with its frames and without the place it was taken at", async () => {
  const secret = "+52.3731+004.8926-canary";
  for (const [name, bytes, mediaType] of [
    ["../IMG_0001.MOV", anMp4({ secret }), "video/mp4"],
    ["clip.exe", aWebm({ secret }), "video/webm"],
  ] as const) {
    const { attachments } = await storeUploads(ctx, [aFile(name, bytes)], ["It freezes"]);
    const [video] = attachments;
    expect(video).toMatchObject({ mediaType, alt: "It freezes", bytes: bytes.length });
    expect(video!.durationMs).toBeGreaterThan(0);
    const kept = await read(video!.id);
    expect(kept!.length).toBe(bytes.length);
    expect(kept!.includes("canary")).toBe(false);
    expect(await platform.files.stat(fileKey(video!.id, "full"))).toBeNull();
  }
});

test("a video that is not taken leaves neither a row nor a file, and says why", async () => {
  const nobodyYet = contextFor(platform, await aMember(platform));
  const filesBefore = await countFiles();
  const answer = await storeUploads(nobodyYet, [
    aFile("cut.mp4", anMp4().subarray(0, -9)),
    aFile("gopro.mp4", anMp4({ extraTrack: "meta" })),
    aFile("prores.mp4", anMp4({ codec: "apch" })),
    aFile("film.mov", anMp4({ brand: "qt  " })),
    aFile("film.mkv", aWebm({ docType: "matroska" })),
  ]);
  expect(answer.refusals).toEqual([
    { fileName: "cut.mp4", reason: "video-damaged" },
    { fileName: "gopro.mp4", reason: "video-data-track" },
    { fileName: "prores.mp4", reason: "video-codec" },
    { fileName: "film.mov", reason: "wrong-type" },
    { fileName: "film.mkv", reason: "video-codec" },
  ]);
  expect(await platform.db.attachment.count({ where: { ownerId: nobodyYet.actor.id } })).toBe(0);
  expect(await countFiles()).toBe(filesBefore);
});

test("a post has one video beside its pictures, and the first picture is its cover", async () => {
  const { id: topicId } = await aBareTopic(platform, mei);
  const { attachments } = await storeUploads(ctx, [
    aFile("a.mp4", anMp4()),
    aFile("b.mp4", anMp4()),
    await aPicture(),
  ]);
  const [first, second, picture] = attachments.map(({ id }) => id);
  const attach = (attachmentIds: string[]) =>
    inTransaction(ctx, (tx) => attachTo(tx, { topicId, attachmentIds }));
  await expect(attach([first!, second!])).rejects.toMatchObject({ id: "attachment-too-many" });
  expect(await attach([first!, picture!])).toEqual({ count: 2, coverId: picture });
  expect(await listAttachments(guest(platform), { topicId })).toHaveLength(2);
});

test("a picture put into a held post stays closed until the post is shown", async () => {
  const { id: topicId } = await aBareTopic(platform, mei);
  await platform.db.topic.update({ where: { id: topicId }, data: { heldAt: platform.clock.now() } });
  const { attachments } = await storeUploads(ctx, [await aPicture()]);
  const attachmentIds = attachments.map(({ id }) => id);
  await inTransaction(ctx, (tx) => replaceAttachments(tx, { topicId, attachmentIds }));
  expect(await listAttachments(guest(platform), { topicId })).toEqual([]);
  expect(await listAttachments(ctx, { topicId })).toHaveLength(1);
});

test("what is deleted is gone from the store as a video too", async () => {
  const { attachments } = await storeUploads(ctx, [aFile("a.mp4", anMp4())]);
  const { id } = attachments[0]!;
  await inTransaction(ctx, (tx) => removeAttachments(tx, { id }));
  await worker.drain();
  expect(await platform.files.stat(fileKey(id, "video"))).toBeNull();
});

test("a full disk is told as that", async () => {
  const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  const { files: store } = platform;
  const files: FileStore = {
    kind: store.kind,
    put: () => Promise.reject(full),
    get: (key, range) => store.get(key, range),
    stat: (key) => store.stat(key),
    delete: (key) => store.delete(key),
    list: (prefix) => store.list(prefix),
    close: () => store.close(),
  };
  const answer = await storeUploads({ ...ctx, files }, [
    await aPicture({ name: "a.png" }),
    aFile("b.mp4", anMp4()),
  ]);
  expect(answer.refusals).toEqual([
    { fileName: "a.png", reason: "store-full" },
    { fileName: "b.mp4", reason: "store-full" },
  ]);
});

function aFile(name: string, bytes: Buffer): File {
  return new File([new Uint8Array(bytes)], name);
}

async function read(id: string): Promise<Buffer | null> {
  const content = await platform.files.get(fileKey(id, "video"));
  return content && Buffer.from(await new Response(content.stream).arrayBuffer());
}

async function countFiles(): Promise<number> {
  let count = 0;
  for await (const _file of platform.files.list("uploads/")) count++;
  return count;
}
