import { expect, test } from "vitest";
import { attachTo, replaceAttachments } from "~/features/attachments/attaching.server";
import { hideAttachments, showAttachments } from "~/features/attachments/hiding.server";
import { getFile, listAttachments } from "~/features/attachments/reading.server";
import { storeUploads } from "~/features/attachments/taking.server";
import type { Actor } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { aMember } from "../../factories/members";
import { aPicture } from "../../factories/pictures";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { aBareReply, aBareTopic } from "./posts";

const platform = await testPlatform();
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam" });
const staff = await aMember(platform, { name: "lin", role: "staff" });

test("attached pictures keep their order and their descriptions, and everybody may read them", async () => {
  const { id: topicId } = await aBareTopic(platform, mei);
  const [first, second] = await uploads(mei, 2);
  const attached = await inTransaction(contextFor(platform, mei), (tx) =>
    attachTo(tx, { attachmentIds: [second!, first!], topicId, alts: { [first!]: "The error" } }),
  );
  expect(attached).toEqual({ count: 2, coverId: second });
  const listed = await listAttachments(guest(platform), { topicId });
  expect(listed.map(({ id, alt }) => [id, alt])).toEqual([
    [second, ""],
    [first, "The error"],
  ]);
  expect(listed[0]).not.toHaveProperty("audience");
});

test("another member's upload cannot be attached, and nothing of the post is written then", async () => {
  const { id: topicId } = await aBareTopic(platform, sam);
  const [own] = await uploads(sam, 1);
  const [foreign] = await uploads(mei, 1);
  const stealing = inTransaction(contextFor(platform, sam), (tx) =>
    attachTo(tx, { attachmentIds: [own!, foreign!], topicId }),
  );
  await expect(stealing).rejects.toMatchObject({ id: "attachment-gone" });
  expect(await listAttachments(contextFor(platform, staff), { topicId })).toEqual([]);
});

test("a picture hangs on one post only, also when two posts are sent at once", async () => {
  const topics = [await aBareTopic(platform, mei), await aBareTopic(platform, mei)];
  const [picture] = await uploads(mei, 1);
  const ctx = contextFor(platform, mei);
  const results = await Promise.allSettled(
    topics.map(({ id }) =>
      inTransaction(ctx, (tx) => attachTo(tx, { attachmentIds: [picture!], topicId: id })),
    ),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an upload that is part of no post looks to another member exactly like one that never was", async () => {
  const [mine] = await uploads(mei, 1);
  const missing = "0".repeat(32);
  const errors = await Promise.all(
    [mine!, missing].map((id) => getFile(contextFor(platform, sam), id).catch((error: unknown) => error)),
  );
  expect(errors[0]).toBeInstanceOf(NotFound);
  expect(errors[0]).toEqual(errors[1]);
  expect(await getFile(contextFor(platform, mei), mine!)).toMatchObject({ id: mine });
});

test("hiding a topic closes its pictures and those of its replies, showing it opens what is not hidden by itself", async () => {
  const { id: topicId } = await aBareTopic(platform, mei);
  const open = await aBareReply(platform, { topicId, author: mei });
  const deleted = await aBareReply(platform, { topicId, author: mei });
  const [onTopic, onOpen, onDeleted] = await uploads(mei, 3);
  const ctx = contextFor(platform, mei);
  await inTransaction(ctx, async (tx) => {
    await attachTo(tx, { attachmentIds: [onTopic!], topicId });
    await attachTo(tx, { attachmentIds: [onOpen!], replyId: open.id });
    await attachTo(tx, { attachmentIds: [onDeleted!], replyId: deleted.id });
    await tx.db.reply.update({ where: { id: deleted.id }, data: { deletedAt: tx.clock.now() } });
    await hideAttachments(tx, { replyId: deleted.id });
  });
  const everything = { topicId, replyIds: [open.id, deleted.id] };
  const seen = async (actor: Actor | null) =>
    (await listAttachments(actor ? contextFor(platform, actor) : guest(platform), everything))
      .map(({ id }) => id)
      .sort();

  expect(await seen(null)).toEqual([onTopic, onOpen].sort());
  await inTransaction(ctx, (tx) => hideAttachments(tx, { topicId }));
  expect(await seen(null)).toEqual([]);
  expect(await seen(sam)).toEqual([]);
  expect(await seen(staff)).toHaveLength(3);
  await inTransaction(ctx, (tx) => showAttachments(tx, { topicId }));
  expect(await seen(null)).toEqual([onTopic, onOpen].sort());
});

test("pictures of a whole page are read with one query", async () => {
  const { id: topicId } = await aBareTopic(platform, mei);
  const replies = [
    await aBareReply(platform, { topicId, author: mei }),
    await aBareReply(platform, { topicId, author: sam }),
  ];
  platform.queries.length = 0;
  await listAttachments(guest(platform), { topicId, replyIds: replies.map(({ id }) => id) });
  expect(platform.queries).toHaveLength(1);
  await listAttachments(guest(platform), { replyIds: [] });
  expect(platform.queries).toHaveLength(1);
});

test("editing a post adds, reorders and takes off pictures", async () => {
  const { id: topicId } = await aBareTopic(platform, mei);
  const [first, second, third] = await uploads(mei, 3);
  const ctx = contextFor(platform, mei);
  await inTransaction(ctx, (tx) => attachTo(tx, { attachmentIds: [first!, second!], topicId }));
  const attached = await inTransaction(ctx, (tx) =>
    replaceAttachments(tx, { attachmentIds: [third!, second!], topicId, alts: { [second!]: "After" } }),
  );
  expect(attached).toEqual({ count: 2, coverId: third });
  const listed = await listAttachments(guest(platform), { topicId });
  expect(listed.map(({ id, alt }) => [id, alt])).toEqual([
    [third, ""],
    [second, "After"],
  ]);
  await expect(getFile(guest(platform), first!)).rejects.toBeInstanceOf(NotFound);
});

async function uploads(owner: Actor, count: number): Promise<string[]> {
  const pictures = await Promise.all(
    Array.from({ length: count }, () => aPicture({ width: 60, height: 40 })),
  );
  const stored = await storeUploads(contextFor(platform, owner), pictures);
  return stored.attachments.map(({ id }) => id);
}
