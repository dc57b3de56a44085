import { expect, test } from "vitest";
import { attachTo } from "~/features/attachments/attaching.server";
import { deleteOwnUpload } from "~/features/attachments/deleting-own.server";
import { fileKey } from "~/features/attachments/file-keys";
import { listOwnUploads } from "~/features/attachments/own-uploads.server";
import { removedFiles } from "~/features/attachments/removing.server";
import { storeUploads } from "~/features/attachments/taking.server";
import type { Actor } from "~/features/members/context";
import { writeSite, forgetSite } from "~/features/site/settings.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import { aMember } from "../../factories/members";
import { aPicture } from "../../factories/pictures";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { aBareReply, aBareTopic } from "./posts";

const platform = await testPlatform();
const worker = new OutboxWorker<Platform>(platform, { "attachments.removed": [removedFiles] });
const small = await aPicture({ width: 8, height: 8 });

test("a member sees all they uploaded, newest first and page by page, with where each is used", async () => {
  const mei = await aMember(platform);
  const ctx = contextFor(platform, mei);
  const topic = await aBareTopic(platform, mei);
  const reply = await aBareReply(platform, { topicId: topic.id, author: mei });
  const ids = await uploaded(mei, 3);
  await attached(mei, { topicId: topic.id }, [ids[0]!]);
  await attached(mei, { replyId: reply.id }, [ids[1]!]);
  const { uploads, next, usedBytes, quotaBytes } = await listOwnUploads(ctx, null);
  expect(uploads.map(({ id, place, isPublic }) => [id, place, isPublic])).toEqual([
    [ids[2], { kind: "waiting" }, false],
    [ids[1], { kind: "reply", number: topic.number, replyId: reply.id, title: topic.title }, true],
    [ids[0], { kind: "topic", number: topic.number, slug: topic.slug, title: topic.title }, true],
  ]);
  expect([next, usedBytes]).toEqual([null, uploads.reduce((sum, { bytes }) => sum + bytes, 0)]);
  expect(quotaBytes).toBe(500_000_000);
  expect((await listOwnUploads(contextFor(platform, await aMember(platform)), null)).uploads).toEqual([]);
});

test("every upload comes once over all pages, also of those of one instant", async () => {
  const mei = await aMember(platform);
  const ctx = contextFor(platform, mei);
  const [id] = await uploaded(mei, 1);
  const { id: _id, ...row } = await platform.db.attachment.findUniqueOrThrow({ where: { id } });
  await platform.db.attachment.createMany({
    data: Array.from({ length: 44 }, (_, index) => ({ ...row, id: String(index).padStart(32, "0") })),
  });
  const seen: string[] = [];
  for (let after: string | null = "no cursor of ours"; after !== null;) {
    const page = await listOwnUploads(ctx, after);
    seen.push(...page.uploads.map((upload) => upload.id));
    after = page.next;
  }
  expect([seen.length, new Set(seen).size]).toEqual([45, 45]);
});

test("deleting one takes it out of its post, with its files in every size, and the next picture becomes the cover", async () => {
  const mei = await aMember(platform);
  const topic = await aBareTopic(platform, mei);
  const ids = await uploaded(mei, 2);
  await attached(mei, { topicId: topic.id }, ids);
  await platform.db.topic.update({
    where: { id: topic.id },
    data: { attachmentCount: 2, coverId: ids[0] },
  });
  await deleteOwnUpload(contextFor(platform, mei), ids[0]!);
  await worker.drain();
  expect(await platform.db.topic.findUnique({ where: { id: topic.id } })).toMatchObject({
    attachmentCount: 1,
    coverId: ids[1],
  });
  for (const size of ["full", "thumb"] as const)
    expect(await platform.files.stat(fileKey(ids[0]!, size))).toBeNull();
});

test("somebody else's upload is not there to delete, nor one deleted a moment ago", async () => {
  const mei = await aMember(platform);
  const [id] = await uploaded(mei, 1);
  const staff = contextFor(platform, await aMember(platform, { role: "admin" }));
  const missing = { name: "NotFound", id: "file" };
  for (const asked of [id!, "0".repeat(32), "../../x"])
    await expect(deleteOwnUpload(staff, asked)).rejects.toMatchObject(missing);
  const ctx = contextFor(platform, mei);
  const both = await Promise.allSettled([deleteOwnUpload(ctx, id!), deleteOwnUpload(ctx, id!)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("of 100 uploads sent at once exactly those are kept that fit into what one member may keep", async () => {
  const mei = await aMember(platform);
  const ctx = contextFor(platform, mei);
  const [first] = await uploaded(mei, 1);
  const { bytes } = await platform.db.attachment.findUniqueOrThrow({ where: { id: first } });
  await inTransaction(ctx, (tx) => writeSite(tx, { uploadMegabytes: (8.5 * bytes) / 1e6 }));
  forgetSite(ctx);
  const answers = await Promise.all(Array.from({ length: 100 }, () => storeUploads(ctx, [small])));
  const refused = answers.flatMap(({ refusals }) => refusals.map(({ reason }) => reason));
  // Pictures that found no turn to be worked on say "busy"; none may have got past the room.
  expect(answers.filter(({ ok }) => ok)).toHaveLength(7);
  expect(refused.filter((reason) => reason === "quota").length).toBeGreaterThan(20);
  expect(refused.every((reason) => reason === "quota" || reason === "busy")).toBe(true);
  expect((await listOwnUploads(ctx, null)).usedBytes).toBe(8 * bytes);
  await deleteOwnUpload(ctx, first!);
  expect((await storeUploads(ctx, [small])).ok).toBe(true);
}, 60_000);

async function uploaded(owner: Actor, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made++) {
    platform.clock.advance(1_000);
    const { attachments } = await storeUploads(contextFor(platform, owner), [small]);
    ids.push(attachments[0]!.id);
  }
  return ids;
}

async function attached(
  owner: Actor,
  target: { topicId: number } | { replyId: number },
  attachmentIds: string[],
): Promise<void> {
  await inTransaction(contextFor(platform, owner), (tx) => attachTo(tx, { ...target, attachmentIds }));
}
