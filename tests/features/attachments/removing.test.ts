import { expect, test } from "vitest";
import { attachTo } from "~/features/attachments/attaching.server";
import { fileKey } from "~/features/attachments/file-keys";
import { purgeOrphans, removeAttachments, removedFiles } from "~/features/attachments/removing.server";
import { storeUploads } from "~/features/attachments/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { hours } from "~/platform/clock/clock";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import { aMember } from "../../factories/members";
import { aPicture } from "../../factories/pictures";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { aBareTopic } from "./posts";

const platform = await testPlatform();
const mei = await aMember(platform, { name: "mei" });
const ctx = contextFor(platform, mei);
const worker = new OutboxWorker<Platform>(platform, { "attachments.removed": [removedFiles] });

test("an upload that belongs to nothing is gone after a day, in both sizes; one that hangs on a post stays", async () => {
  const stored = await storeUploads(ctx, [await aPicture(), await aPicture()]);
  const [orphan, kept] = stored.attachments.map(({ id }) => id);
  const { id: topicId } = await aBareTopic(platform, mei);
  await inTransaction(ctx, (tx) => attachTo(tx, { attachmentIds: [kept!], topicId }));

  platform.clock.advance(hours(23));
  expect(await purgeOrphans(guest(platform))).toBe(0);
  platform.clock.advance(hours(2));
  expect(await purgeOrphans(guest(platform))).toBe(1);
  await worker.drain();

  expect(await filesOf(orphan!)).toEqual([false, false]);
  expect(await filesOf(kept!)).toEqual([true, true]);
  expect((await platform.db.attachment.findMany()).map(({ id }) => id)).toEqual([kept]);
});

test("files go only when the transaction that removes their rows commits, and deleting them twice is fine", async () => {
  const stored = await storeUploads(ctx, [await aPicture()]);
  const { id } = stored.attachments[0]!;
  const failing = inTransaction(ctx, async (tx) => {
    await removeAttachments(tx, { id });
    throw new Error("half-way");
  });
  await expect(failing).rejects.toThrow("half-way");
  await worker.drain();
  expect(await filesOf(id)).toEqual([true, true]);

  await inTransaction(ctx, (tx) => removeAttachments(tx, { id }));
  await worker.drain();
  await removedFiles.handle(platform, [
    { id: 0, type: "attachments.removed", payload: { ids: [id] }, attempts: 1 },
  ]);
  expect(await filesOf(id)).toEqual([false, false]);
});

async function filesOf(id: string): Promise<boolean[]> {
  const sizes = await Promise.all([
    platform.files.stat(fileKey(id, "full")),
    platform.files.stat(fileKey(id, "thumb")),
  ]);
  return sizes.map((file) => file !== null);
}
