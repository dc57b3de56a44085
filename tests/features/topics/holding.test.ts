import { expect, test } from "vitest";
import { holdReply, holdTopic, releaseReply, releaseTopic } from "~/features/topics/holding.server";
import { listTopics } from "~/features/topics/listing.server";
import { getTopic } from "~/features/topics/reading.server";
import { putBackTopic, removeTopic } from "~/features/topics/removing.server";
import { takeReply, type TakenReply, type TakenTopic, takeTopic } from "~/features/topics/taking.server";
import type { MemberContext, Tx } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform);
const moderator = await aMember(platform, { role: "moderator" });
const topicsOf = async () => (await db.member.findUniqueOrThrow({ where: { id: mei.id } })).topicCount;

function withTopic(number: number, work: (tx: Tx<MemberContext>, topic: TakenTopic) => Promise<unknown>) {
  return inTransaction(contextFor(platform, moderator), async (tx) =>
    work(tx, await takeTopic(tx, { number })),
  );
}

test("a held topic is there for its author and moderators alone, and back in its list when it is released", async () => {
  const { id, number } = await aDiscussion(platform, { author: mei, title: "Held for a look" });
  const isListed = async () => {
    const page = await listTopics(guest(platform), { board: "discussion", sort: "newest", filters: {} });
    return page.topics.some((topic) => topic.id === id);
  };
  expect([await isListed(), await topicsOf()]).toEqual([true, 1]);
  for (let times = 0; times < 2; times++)
    await withTopic(number, (tx, topic) => holdTopic(tx, topic, "links"));
  await expect(getTopic(guest(platform), number)).rejects.toThrow(NotFound);
  expect(await getTopic(contextFor(platform, mei), number)).toMatchObject({ isListed: false });
  expect(await db.topic.findUniqueOrThrow({ where: { id } })).toMatchObject({ heldFor: "links" });
  expect([await isListed(), await topicsOf()]).toEqual([false, 0]);
  for (let times = 0; times < 2; times++) await withTopic(number, releaseTopic);
  expect([await isListed(), await topicsOf()]).toEqual([true, 1]);
  expect(await db.topic.findUniqueOrThrow({ where: { id } })).toMatchObject({ heldAt: null, heldFor: null });
});

test("what was held when it was deleted comes back held, and is counted once in the end", async () => {
  const before = await topicsOf();
  const { number } = await aDiscussion(platform, { author: mei });
  await withTopic(number, (tx, topic) => holdTopic(tx, topic, "links"));
  await withTopic(number, removeTopic);
  expect(await topicsOf()).toBe(before);
  await withTopic(number, putBackTopic);
  expect(await topicsOf()).toBe(before);
  await expect(getTopic(guest(platform), number)).rejects.toThrow(NotFound);
  await withTopic(number, releaseTopic);
  expect(await topicsOf()).toBe(before + 1);
});

test("a held reply counts nowhere, says nothing of when it came, and tells the listeners once", async () => {
  const hour = 3_600_000;
  const topic = await aDiscussion(platform, { createdAt: new Date(clock.now().getTime() - 2 * hour) });
  const parent = await aReply(platform, topic, { createdAt: new Date(clock.now().getTime() - hour) });
  const reply = await aReply(platform, topic, { parentId: parent.id, author: mei });
  const held = (work: (tx: Tx<MemberContext>, topic: TakenTopic, reply: TakenReply) => Promise<void>) =>
    withTopic(topic.number, async (tx, taken) => work(tx, taken, await takeReply(tx, taken, reply.id)));
  const counts = async () => {
    const { replyCount, lastActivityAt } = await db.topic.findUniqueOrThrow({ where: { id: topic.id } });
    const { descendantCount } = await db.reply.findUniqueOrThrow({ where: { id: parent.id } });
    return [replyCount, descendantCount, lastActivityAt.getTime() === clock.now().getTime()];
  };
  expect(await counts()).toEqual([2, 1, true]);
  await held((tx, ...taken) => holdReply(tx, ...taken, "links"));
  await held((tx, ...taken) => holdReply(tx, ...taken, "links"));
  expect(await counts()).toEqual([1, 0, false]);
  await held(releaseReply);
  expect(await counts()).toEqual([2, 1, true]);
  const events = await db.outbox.findMany({ where: { type: { in: ["reply.held", "reply.released"] } } });
  expect(events.map(({ type }) => type)).toEqual(["reply.held", "reply.released"]);
});
