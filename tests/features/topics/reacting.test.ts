import { describe, expect, test } from "vitest";
import { getAnnouncement } from "~/features/changelog/reading.server";
import { reactToAnnouncement } from "~/features/changelog/reacting.server";
import { reactionKinds } from "~/features/topics/reaction";
import { reactInTopic } from "~/features/topics/reacting.server";
import { getReplyReactions, listReacted } from "~/features/topics/reactions.server";
import { getTopic } from "~/features/topics/reading.server";
import { listReplies } from "~/features/topics/reading-replies.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { counterChecks } from "~/wiring/examination/counters.server";
import { reactionChecks } from "~/wiring/examination/reactions.server";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei", displayName: "Mei" });
const sam = await aMember(platform, { name: "sam", displayName: "Sam" });
const as = (actor: typeof mei) => contextFor(platform, actor);

describe("a reaction", () => {
  test("counts once, however often and from wherever it is pressed", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    const { id: replyId } = await aReply(platform, topic, { author: mei });
    const press = { number: topic.number, replyId, kind: "helpful", isSet: true } as const;
    const shown = await Promise.all(Array.from({ length: 20 }, () => reactInTopic(as(sam), press)));
    for (const each of shown) expect(each).toEqual({ counts: { helpful: 1 }, mine: ["helpful"] });
    expect((await db.reply.findUniqueOrThrow({ where: { id: replyId } })).helpfulCount).toBe(1);
    const told = await db.outbox.findMany({ where: { type: "reaction.given" } });
    expect(told.map(({ payload }) => payload)).toContainEqual({ replyId, memberId: sam.id, kind: "helpful" });
    expect(told).toHaveLength(1);
  });

  test("can be taken back, once too", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    const press = { number: topic.number, kind: "thanks" } as const;
    await reactInTopic(as(sam), { ...press, isSet: true });
    await reactInTopic(as(sam), { ...press, kind: "works", isSet: true });
    await Promise.all(Array.from({ length: 8 }, () => reactInTopic(as(sam), { ...press, isSet: false })));
    expect((await getTopic(as(sam), topic.number)).reactions).toEqual({ works: 1 });
  });

  test("of many at once ends with the sum of those who stayed", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    const { id: replyId } = await aReply(platform, topic, { author: mei });
    const members = await Promise.all(Array.from({ length: 12 }, () => aMember(platform)));
    await Promise.all(
      members.flatMap((member, index) => {
        const press = { number: topic.number, replyId, kind: reactionKinds[index % 4]! };
        const set = reactInTopic(as(member), { ...press, isSet: true });
        return index % 3 ? [set] : [set, reactInTopic(as(member), { ...press, isSet: false })];
      }),
    );
    const { counts } = await getReplyReactions(as(mei), { topicId: topic.id, replyId });
    for (const kind of reactionKinds)
      expect(counts[kind] ?? 0).toBe(await db.reaction.count({ where: { replyId, kind } }));
  });

  test("praises nobody's own words, but may say there that something works", async () => {
    const { number } = await aDiscussion(platform, { author: mei });
    for (const kind of ["helpful", "thanks"] as const)
      await expect(reactInTopic(as(mei), { number, kind, isSet: true })).rejects.toThrow(Forbidden);
    expect(await reactInTopic(as(mei), { number, kind: "works", isSet: true })).toMatchObject({
      mine: ["works"],
    });
  });

  test("is not there for what is held, deleted, or in another topic", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    const other = await aDiscussion(platform, { author: mei });
    const held = await aReply(platform, topic, { author: mei, heldAt: clock.now() });
    const gone = await aReply(platform, topic, { author: mei, deletedAt: clock.now() });
    const elsewhere = await aReply(platform, other, { author: mei });
    for (const { id: replyId } of [held, gone, elsewhere]) {
      const press = { number: topic.number, replyId, kind: "helpful", isSet: true } as const;
      await expect(reactInTopic(as(sam), press)).rejects.toThrow(NotFound);
      await expect(getReplyReactions(as(sam), { topicId: topic.id, replyId })).rejects.toThrow(NotFound);
    }
    for (const hidden of [{ heldAt: clock.now() }, { deletedAt: clock.now() }]) {
      const { number } = await aDiscussion(platform, { author: mei, ...hidden });
      await expect(reactInTopic(as(sam), { number, kind: "helpful", isSet: true })).rejects.toThrow(NotFound);
    }
  });

  test("moves a reply up among the best, and adds to what an archive counted", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    await aReply(platform, topic, { author: mei, helpfulCount: 1 });
    const imported = await aReply(platform, topic, { author: mei });
    await db.reply.update({ where: { id: imported.id }, data: { helpfulCount: 1, importedHelpful: 1 } });
    const press = { number: topic.number, replyId: imported.id, kind: "helpful", isSet: true } as const;
    expect((await reactInTopic(as(sam), press)).counts.helpful).toBe(2);
    const page = await listReplies(guest(platform), { id: topic.id, solution: null }, { sort: "best" });
    expect(page.trees[0]!.reply).toMatchObject({ id: imported.id, reactions: { helpful: 2 } });
    expect(await getReplyReactions(as(sam), { topicId: topic.id, replyId: imported.id })).toMatchObject({
      imported: 1,
    });
  });
});

test("who reacted is listed by name, page by page, without those who left", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const members = await Promise.all(Array.from({ length: 55 }, () => aMember(platform)));
  await db.reaction.createMany({
    data: members.map(({ id: memberId }, index) => ({
      topicId: topic.id,
      memberId,
      kind: index % 5 ? "helpful" : "thanks",
      createdAt: new Date(clock.now().getTime() + Math.floor(index / 3)),
    })),
  });
  await db.member.update({ where: { id: members[0]!.id }, data: { deletedAt: clock.now() } });
  const names: string[] = [];
  for (let after: string | null = "", pages = 0; after !== null && pages < 5; pages++) {
    const page = await listReacted(as(sam), { topicId: topic.id }, { kind: null, after });
    names.push(...page.people.map(({ person }) => person.name));
    after = page.next;
  }
  expect(names).toHaveLength(54);
  expect(new Set(names)).toEqual(new Set(members.slice(1).map(({ name }) => name)));
  const thanks = await listReacted(as(sam), { topicId: topic.id }, { kind: "thanks", after: null });
  expect(thanks.people).toHaveLength(10);
});

test("a reader is shown their own and nobody else's", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const reply = await aReply(platform, topic, { author: mei });
  await reactInTopic(as(sam), { number: topic.number, kind: "helpful", isSet: true });
  await reactInTopic(as(sam), { number: topic.number, replyId: reply.id, kind: "broken", isSet: true });
  const own = (await getTopic(as(sam), topic.number)).mine?.marks;
  expect(own?.toTopic).toEqual(["helpful"]);
  expect(own?.toReplies.get(reply.id)).toEqual(["broken"]);
  expect((await getTopic(as(mei), topic.number)).mine?.marks).toMatchObject({ toTopic: [] });
  expect((await getTopic(guest(platform), topic.number)).mine).toBeNull();
});

test("announcements take reactions while they are published", async () => {
  const lin = await aMember(platform, { role: "staff" });
  const { slug, id } = await anAnnouncement(platform, { author: lin });
  const press = { slug, kind: "thanks", isSet: true } as const;
  await Promise.all([sam, mei].flatMap((who) => [0, 1, 2].map(() => reactToAnnouncement(as(who), press))));
  expect((await getAnnouncement(as(sam), slug)).reactions).toEqual({ thanks: 2 });
  await db.announcement.update({ where: { id }, data: { status: "withdrawn" } });
  await expect(reactToAnnouncement(as(sam), press)).rejects.toThrow(NotFound);
  await expect(reactToAnnouncement(as(sam), { ...press, slug: "no-such" })).rejects.toThrow(NotFound);
});

test("doctor finds and mends a count that is not the sum of its reactions", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const { id } = await aReply(platform, topic, { author: mei });
  await reactInTopic(as(sam), { number: topic.number, replyId: id, kind: "works", isSet: true });
  const checks = [...reactionChecks, ...counterChecks.filter(({ name }) => name.includes("helpful"))];
  for (const check of checks) await check.fix?.(platform);
  for (const check of checks) expect(await check.count(platform), check.name).toBe(0);
  await db.reply.update({ where: { id }, data: { reactions: { works: 4, thanks: 1 }, helpfulCount: 3 } });
  await db.topic.update({ where: { id: topic.id }, data: { reactions: { helpful: 1 } } });
  const wrong = await Promise.all(checks.map((check) => check.count(platform)));
  expect(wrong.reduce((sum, each) => sum + each)).toBe(3);
  for (const check of checks) await check.fix?.(platform);
  for (const check of checks) expect(await check.count(platform), check.name).toBe(0);
  expect(await db.reply.findUniqueOrThrow({ where: { id } })).toMatchObject({
    reactions: { works: 1 },
    helpfulCount: 0,
  });
});
