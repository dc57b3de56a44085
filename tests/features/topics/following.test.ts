import { describe, expect, test } from "vitest";
import { listAreaFollows, setAreaFollow } from "~/features/topics/area-following.server";
import {
  followLevels,
  type FollowReason,
  type FollowState,
  followStateOf,
} from "~/features/topics/follow-level";
import { findFollow, listFollowers } from "~/features/topics/followers.server";
import { endFollow, follow, setFollow } from "~/features/topics/following.server";
import { getTopic } from "~/features/topics/reading.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const visitor = guest(platform);
const mei = await aMember(platform, { name: "mei" });
const as = (actor: typeof mei) => contextFor(platform, actor);
const reasons: FollowReason[] = ["author", "replied", "voted", "affected", "asked"];

describe("what a member follows", () => {
  test("begins with as much as the reason brings, and grows with a reason that lasts", async () => {
    const { id: topicId } = await aDiscussion(platform, { author: mei });
    const sam = await aMember(platform);
    const begin = (reason: FollowReason) =>
      inTransaction(visitor, (tx) => follow(tx, { topicId, memberId: sam.id, reason }));
    await begin("affected");
    expect(await findFollow(platform, { topicId, memberId: sam.id })).toEqual({
      level: "official",
      reason: "affected",
    });
    await begin("replied");
    const all = { level: "following", reason: "replied" };
    expect(await findFollow(platform, { topicId, memberId: sam.id })).toEqual(all);
    await begin("voted");
    expect(await findFollow(platform, { topicId, memberId: sam.id })).toEqual(all);
  });

  test("stays as they said, whatever begins or ends afterwards", async () => {
    const { id: topicId, number } = await aDiscussion(platform, { author: mei });
    for (const level of followLevels) {
      const sam = await aMember(platform);
      await setFollow(as(sam), { number, level });
      for (const reason of reasons) {
        const mine = { topicId, memberId: sam.id, reason };
        await inTransaction(visitor, (tx) => follow(tx, mine));
        if (reason === "voted") await inTransaction(visitor, (tx) => endFollow(tx, mine));
      }
      expect(await findFollow(platform, { topicId, memberId: sam.id })).toEqual({ level, reason: "asked" });
    }
  });

  test("is set once by eight presses at once, and told once", async () => {
    const { id: topicId, number } = await aDiscussion(platform, { author: mei });
    const sam = await aMember(platform);
    await Promise.all(Array.from({ length: 8 }, () => setFollow(as(sam), { number, level: "official" })));
    const events = await db.outbox.findMany({ where: { type: "topic.followed" } });
    expect(
      events
        .map(({ payload }) => payload)
        .filter((told) => (told as { topicId: number }).topicId === topicId),
    ).toEqual([{ topicId, memberId: sam.id, level: "official" }]);
  });

  test("of a topic that is not there for them cannot be set", async () => {
    const { number } = await aDiscussion(platform, { author: mei, heldAt: clock.now() });
    const sam = await aMember(platform);
    await expect(setFollow(as(sam), { number, level: "following" })).rejects.toThrow(NotFound);
    await expect(setFollow(as(sam), { number: 999_999, level: "following" })).rejects.toThrow(NotFound);
  });
});

describe("who is told of a topic", () => {
  test("is decided by the same rule for one and for many", async () => {
    const area = await anArea(platform);
    const { id: topicId, number } = await aDiscussion(platform, { areaId: area.id, author: mei });
    const expected = new Map<number, FollowState>([[mei.id, { level: "following", reason: "author" }]]);
    const createdAt = clock.now();
    for (const areaLevel of [null, ...followLevels]) {
      for (const reason of [null, ...reasons]) {
        for (const level of reason === null ? [followLevels[0]] : followLevels) {
          const member = await aMember(platform);
          const mine = { memberId: member.id, level, createdAt };
          if (reason) await db.follow.create({ data: { ...mine, topicId, reason } });
          if (areaLevel) await db.areaFollow.create({ data: { ...mine, areaId: area.id, level: areaLevel } });
          const state = followStateOf(reason && { level, reason }, areaLevel);
          if (state) expected.set(member.id, state);
          if (level === "official") expect((await getTopic(as(member), number)).mine?.follow).toEqual(state);
          else expect(await findFollow(platform, { topicId, memberId: member.id })).toEqual(state);
        }
      }
    }
    const told = (levels: string[]) =>
      [...expected].flatMap(([memberId, state]) =>
        levels.includes(state.level) ? [{ memberId, ...state }] : [],
      );
    expect(await everyPage({ topicId, news: "reply" })).toEqual(told(["following"]));
    expect(await everyPage({ topicId, news: "official" })).toEqual(told(["following", "official"]));
  });

  test("is nobody who is suspended or has left, and nobody twice", async () => {
    const area = await anArea(platform);
    const now = clock.now();
    const gone = await aMember(platform, { deletedAt: now });
    const banned = await aMember(platform, { suspendedAt: now });
    const both = await aMember(platform);
    const { id: topicId, number } = await aDiscussion(platform, { areaId: area.id, author: mei });
    for (const member of [gone, banned, both]) {
      await setAreaFollow(as(member), { slug: area.slug, level: "following" });
      await setFollow(as(member), { number, level: "following" });
    }
    const { followers } = await listFollowers(platform, { topicId, news: "reply" });
    expect(followers.map(({ memberId }) => memberId)).toEqual([mei.id, both.id]);
  });

  test("is whoever follows the area it is moved to", async () => {
    const [from, to] = [await anArea(platform), await anArea(platform)];
    const sam = await aMember(platform);
    const { id: topicId } = await aDiscussion(platform, { areaId: from.id, author: mei });
    await setAreaFollow(as(sam), { slug: to.slug, level: "official" });
    expect(await findFollow(platform, { topicId, memberId: sam.id })).toBeNull();
    await db.topic.update({ where: { id: topicId }, data: { areaId: to.id } });
    expect(await findFollow(platform, { topicId, memberId: sam.id })).toEqual({
      level: "official",
      reason: "area",
    });
  });
});

test("a word on an area is kept once, can be changed and taken back, and is told when it changes", async () => {
  const { id: areaId, slug } = await anArea(platform);
  const sam = await aMember(platform);
  const say = (level: "official" | "muted" | null) => setAreaFollow(as(sam), { slug, level });
  await Promise.all(Array.from({ length: 8 }, () => say("official")));
  expect(await listAreaFollows(as(sam))).toMatchObject([{ area: { slug }, level: "official" }]);
  await say("muted");
  await say("muted");
  await say(null);
  await say(null);
  expect(await listAreaFollows(as(sam))).toEqual([]);
  const events = await db.outbox.findMany({ where: { type: "area.followed" }, orderBy: { id: "asc" } });
  expect(
    events.map(({ payload }) => payload).filter((told) => (told as { areaId: number }).areaId === areaId),
  ).toEqual(["official", "muted", null].map((level) => ({ areaId, memberId: sam.id, level })));
  await expect(setAreaFollow(as(sam), { slug: "no-such-area", level: "muted" })).rejects.toThrow(NotFound);
});

async function everyPage(query: { topicId: number; news: "reply" | "official" }) {
  const all = [];
  for (let after: number | null = 0; after !== null;) {
    const page = await listFollowers(platform, { ...query, after, limit: 7 });
    all.push(...page.followers);
    after = page.next;
  }
  return all;
}
