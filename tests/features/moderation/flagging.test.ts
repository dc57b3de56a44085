import { expect, test } from "vitest";
import type { Actor } from "~/features/members/context";
import { flagPost, withdrawFlag } from "~/features/moderation/flagging.server";
import { listOwnFlags } from "~/features/moderation/own-flags.server";
import { readModerationRules, saveModerationRules } from "~/features/moderation/rules.server";
import { listTopics } from "~/features/topics/listing.server";
import { getTopic } from "~/features/topics/reading.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { isKnown, openItem } from "./scene";

const platform = await testPlatform();
const { db } = platform;
const author = await aMember(platform);
const moderator = await aMember(platform, { role: "moderator" });
const staff = await aMember(platform, { role: "staff" });
const admin = await aMember(platform, { role: "admin" });
const as = (actor: Actor) => contextFor(platform, actor);
const flag = (actor: Actor, number: number, more: { replyId?: number; reason?: "spam" | "secret" } = {}) =>
  flagPost(as(actor), { number, reason: "spam", note: "", ...more });
const isHidden = async (number: number) =>
  getTopic(guest(platform), number).then(
    () => false,
    () => true,
  );

/** Somebody with a post that stands, so more than a newcomer. */
async function aKnownMember(): Promise<Actor> {
  const actor = await isKnown(platform, await aMember(platform));
  await aDiscussion(platform, { author: actor });
  return actor;
}

test("fifty flags of one member at once are one, and change its reason later", async () => {
  const reporter = await aMember(platform);
  const topic = await aDiscussion(platform, { author });
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => flag(reporter, topic.number)));
  expect(outcomes).toEqual(outcomes.map(() => done({ isHidden: false })));
  expect(await db.flag.count({ where: { topicId: topic.id } })).toBe(1);
  await flagPost(as(reporter), { number: topic.number, reason: "abuse", note: "Insults" });
  expect(await db.flag.findFirst({ where: { topicId: topic.id } })).toMatchObject({ reason: "abuse" });
  expect(await openItem(platform, { topicId: topic.id })).toMatchObject({
    ...{ kind: "flagged", reason: "abuse", flagCount: 1, score: 2, authorId: author.id },
  });
});

test("three members hide a post at the same moment, once, everywhere; newcomers need more", async () => {
  const topic = await aDiscussion(platform, { author });
  const reporters = await Promise.all(Array.from({ length: 3 }, aKnownMember));
  const outcomes = await Promise.all(reporters.map((reporter) => flag(reporter, topic.number)));
  expect(outcomes.filter((one) => one.ok && one.isHidden)).toHaveLength(1);
  expect(await isHidden(topic.number)).toBe(true);
  const listed = await listTopics(guest(platform), { sort: "newest" });
  expect(listed.topics.map(({ id }) => id)).not.toContain(topic.id);
  const hidden = await db.outbox.findMany({ where: { type: "moderation.hidden" } });
  const item = await openItem(platform, { topicId: topic.id });
  expect(hidden.map(({ payload }) => payload)).toContainEqual({ itemId: item!.id });
  expect(item).toMatchObject({ kind: "flagged", score: 12, flagCount: 3 });

  const other = await aDiscussion(platform, { author });
  for (let count = 0; count < 3; count++) await flag(await aMember(platform), other.number);
  expect(await isHidden(other.number)).toBe(false);
});

test("a secret is hidden at once, with everything that counted it", async () => {
  const topic = await aDiscussion(platform);
  const reply = await aReply(platform, topic, { author, body: "my seed phrase" });
  const counted = async () => (await db.topic.findUniqueOrThrow({ where: { id: topic.id } })).replyCount;
  expect(await counted()).toBe(1);
  const newcomer = await aMember(platform);
  expect(await flag(newcomer, topic.number, { replyId: reply.id, reason: "secret" })).toEqual(
    done({ isHidden: true }),
  );
  expect(await counted()).toBe(0);
  expect(await db.reply.findUniqueOrThrow({ where: { id: reply.id } })).toMatchObject({ heldFor: "flags" });
  const { flags } = await listOwnFlags(as(newcomer), null);
  expect(flags).toMatchObject([{ number: topic.number, replyId: reply.id, title: null, state: "open" }]);
});

test("the team's word is not hidden by flags, it waits in the queue", async () => {
  const topic = await aDiscussion(platform, { author: staff });
  expect(await flag(await aMember(platform), topic.number, { reason: "secret" })).toEqual(
    done({ isHidden: false }),
  );
  expect(await isHidden(topic.number)).toBe(false);
  expect(await openItem(platform, { topicId: topic.id })).toMatchObject({ reason: "secret" });
});

test("a flag taken back counts nowhere; what it hid waits for a moderator all the same", async () => {
  const reporter = await aMember(platform);
  const topic = await aDiscussion(platform, { author });
  await flag(reporter, topic.number);
  const { flags } = await listOwnFlags(as(reporter), null);
  await expect(withdrawFlag(as(await aMember(platform)), flags[0]!)).rejects.toThrow(NotFound);
  await Promise.all([withdrawFlag(as(reporter), flags[0]!), withdrawFlag(as(reporter), flags[0]!)]);
  expect(await openItem(platform, { topicId: topic.id })).toBeNull();
  await flag(reporter, topic.number, { reason: "secret" });
  await withdrawFlag(as(reporter), flags[0]!);
  expect(await openItem(platform, { topicId: topic.id })).toMatchObject({ score: 0, flagCount: 0 });
  expect(await isHidden(topic.number)).toBe(true);
});

test("nobody reports what is their own, gone, or not there for them", async () => {
  const topic = await aDiscussion(platform, { author });
  expect(await flag(author, topic.number)).toEqual(refused("own-post"));
  const held = await aDiscussion(platform, { heldAt: platform.clock.now() });
  const gone = await aDiscussion(platform, { deletedAt: platform.clock.now() });
  const reporter = await aMember(platform);
  for (const { number } of [held, gone]) await expect(flag(reporter, number)).rejects.toThrow(NotFound);
  await expect(flag(moderator, gone.number)).rejects.toThrow(NotFound);
  const elsewhere = await aReply(platform, await aDiscussion(platform));
  await expect(flag(reporter, topic.number, { replyId: elsewhere.id })).rejects.toThrow(NotFound);
});

test("admins alone say how much it takes to hide a post", async () => {
  for (const actor of [author, moderator, staff])
    await expect(saveModerationRules(as(actor), { hideAt: 4 })).rejects.toThrow(Forbidden);
  await saveModerationRules(as(admin), { hideAt: 4 });
  expect(await readModerationRules(platform)).toEqual({ hideAt: 4 });
  const topic = await aDiscussion(platform, { author });
  expect(await flag(await aKnownMember(), topic.number)).toEqual(done({ isHidden: true }));
  await saveModerationRules(as(admin), { hideAt: 12 });
});
