import { expect, test } from "vitest";
import { setAffected, unsetAffected } from "~/features/discussions/affecting.server";
import { setFollow } from "~/features/topics/following.server";
import { getTopic } from "~/features/topics/reading.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam", displayName: "Sam" });
const as = (actor: typeof mei) => contextFor(platform, actor);

test("fifty presses of one member at once count once and make them follow", async () => {
  const { id, number } = await aDiscussion(platform, { author: mei });
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => setAffected(as(sam), { number })));
  expect(new Set(outcomes.map(({ count }) => count))).toEqual(new Set([1]));
  expect(await db.affected.count({ where: { topicId: id } })).toBe(1);
  const topic = await getTopic(as(sam), number);
  expect(topic.counts.affected).toBe(1);
  expect(topic.mine).toMatchObject({
    isAffected: true,
    isVoted: false,
    follow: { level: "official", reason: "affected" },
  });
  // Who has a problem is nobody's business but the team's.
  const staff = await aMember(platform, { role: "staff" });
  expect(topic.faces).toEqual([]);
  expect((await getTopic(as(staff), number)).faces).toEqual([{ name: "sam", displayName: "Sam" }]);
  const events = await db.outbox.findMany({ where: { type: "topic.affected" } });
  expect(events.map(({ payload }) => payload)).toEqual([{ topicId: id, memberId: sam.id }]);
});

test("members who set and take back at once end with the count of those who stayed", async () => {
  const { id, number } = await aDiscussion(platform, { author: mei });
  const members = await Promise.all(Array.from({ length: 8 }, () => aMember(platform)));
  await Promise.all(
    members.flatMap((member, index) => [
      setAffected(as(member), { number }),
      ...(index % 2 ? [unsetAffected(as(member), { number })] : []),
      setAffected(as(member), { number }),
    ]),
  );
  const stayed = await db.affected.count({ where: { topicId: id } });
  expect((await db.topic.findUniqueOrThrow({ where: { id } })).affectedCount).toBe(stayed);
});

test("taking it back ends the following it began, and no other", async () => {
  const { number } = await aDiscussion(platform, { author: mei });
  await setAffected(as(sam), { number });
  expect(await unsetAffected(as(sam), { number })).toMatchObject({ count: 0, isAffected: false });
  expect((await getTopic(as(sam), number)).mine?.follow).toBeNull();

  await setAffected(as(sam), { number });
  await aReply(platform, await getTopic(as(sam), number), { author: sam });
  await unsetAffected(as(sam), { number });
  expect((await getTopic(as(sam), number)).mine?.follow).toEqual({ level: "following", reason: "replied" });

  await setFollow(as(sam), { number, level: "muted" });
  await setAffected(as(sam), { number });
  expect((await getTopic(as(sam), number)).mine?.follow?.level).toBe("muted");
});

test("a question affects nobody, and its author had a problem first", async () => {
  const question = await aDiscussion(platform, { kind: "question" });
  const own = await aDiscussion(platform, { author: sam });
  await expect(setAffected(as(sam), question)).rejects.toThrow(Forbidden);
  await expect(setAffected(as(sam), own)).rejects.toThrow(Forbidden);
  const held = await aDiscussion(platform, { author: mei, heldAt: platform.clock.now() });
  await expect(setAffected(as(sam), held)).rejects.toThrow(NotFound);
});
