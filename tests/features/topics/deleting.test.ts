import { expect, test } from "vitest";
import { deleteReply, deleteTopic, restoreTopic } from "~/features/topics/deleting.server";
import { getTopic } from "~/features/topics/reading.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam" });
const moderator = await aMember(platform, { role: "moderator" });
const staff = await aMember(platform, { role: "staff" });
const as = (actor: typeof mei) => contextFor(platform, actor);

test("an author takes a topic away while nobody else has answered", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  await aReply(platform, topic, { author: mei });
  expect(await deleteTopic(as(mei), topic)).toEqual(done({ board: "discussion" }));
  for (const ctx of [guest(platform), as(sam), as(mei)]) {
    await expect(getTopic(ctx, topic.number)).rejects.toThrow(NotFound);
  }
  expect(await getTopic(as(moderator), topic.number)).toMatchObject({ deletedById: mei.id, isListed: false });
});

test("what others answered is not the author's to take, but a moderator's", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  await aReply(platform, topic, { author: sam });
  expect(await deleteTopic(as(mei), topic)).toEqual(refused("others-replied"));
  await expect(deleteTopic(as(sam), topic)).rejects.toThrow(Forbidden);
  expect(await deleteTopic(as(moderator), topic)).toMatchObject({ ok: true });
  expect(await deleteTopic(as(moderator), topic)).toMatchObject({ ok: true });
  const events = await db.outbox.findMany({ where: { type: "topic.deleted" } });
  expect(events.filter(({ payload }) => (payload as { topicId: number }).topicId === topic.id)).toHaveLength(
    1,
  );
});

test("what others wrote and nobody sees yet is no reason to keep a topic from its author", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  await aReply(platform, topic, { heldAt: clock.now() });
  expect(await deleteTopic(as(mei), topic)).toEqual(done({ board: "discussion" }));
});

test("a moderator puts a deleted topic back into its list", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const counted = async () => (await db.member.findUniqueOrThrow({ where: { id: mei.id } })).topicCount;
  const before = await counted();
  await deleteTopic(as(moderator), topic);
  expect(await counted()).toBe(before - 1);
  await expect(restoreTopic(as(sam), topic)).rejects.toThrow(NotFound);
  await restoreTopic(as(moderator), topic);
  await restoreTopic(as(moderator), topic);
  expect(await counted()).toBe(before);
  expect(await getTopic(guest(platform), topic.number)).toMatchObject({ isListed: true, deletedAt: null });
});

test("a deleted reply is counted out once, everywhere it was counted", async () => {
  const topic = await aDiscussion(platform, { createdAt: new Date(clock.now().getTime() - 60_000) });
  const parent = await aReply(platform, topic, { createdAt: new Date(clock.now().getTime() - 30_000) });
  const child = await aReply(platform, topic, { author: sam, parentId: parent.id });
  const input = { number: topic.number, replyId: child.id };
  await Promise.all([deleteReply(as(sam), input), deleteReply(as(moderator), input)]);
  expect(await db.topic.findUnique({ where: { id: topic.id } })).toMatchObject({
    replyCount: 1,
    lastActivityAt: new Date(clock.now().getTime() - 30_000),
  });
  expect(await db.reply.findUnique({ where: { id: parent.id } })).toMatchObject({
    descendantCount: 0,
    childCount: 1,
  });
  expect(await db.member.findUnique({ where: { id: sam.id } })).toMatchObject({ replyCount: 1 });
});

test("only its author and moderators take a reply away, an official one only staff", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const reply = await aReply(platform, topic, { author: sam });
  await expect(deleteReply(as(mei), { number: topic.number, replyId: reply.id })).rejects.toThrow(Forbidden);
  const official = await aReply(platform, topic, { author: staff, isOfficial: true });
  await db.topic.update({ where: { id: topic.id }, data: { officialCount: 1, lastOfficialId: official.id } });
  const input = { number: topic.number, replyId: official.id };
  await expect(deleteReply(as(moderator), input)).rejects.toThrow(Forbidden);
  await deleteReply(as(staff), input);
  expect(await db.topic.findUnique({ where: { id: topic.id } })).toMatchObject({
    officialCount: 0,
    lastOfficialId: null,
  });
});

test("a reply of another topic, or none, is not there to be deleted", async () => {
  const topic = await aDiscussion(platform);
  const elsewhere = await aReply(platform, await aDiscussion(platform), { author: sam });
  for (const replyId of [elsewhere.id, 2_000_000_000]) {
    await expect(deleteReply(as(moderator), { number: topic.number, replyId })).rejects.toThrow(NotFound);
  }
});
