import { beforeEach, expect, test } from "vitest";
import { setAffected } from "~/features/discussions/affecting.server";
import { acceptSolution } from "~/features/discussions/solving.server";
import { setDiscussionStatus } from "~/features/discussions/statuses.server";
import { markAllRead, markOpened, markRead } from "~/features/notifications/marking.server";
import { listNotices } from "~/features/notifications/reading.server";
import { withdrawAnnouncement } from "~/features/changelog/withdrawing.server";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { deleteReply, deleteTopic } from "~/features/topics/deleting.server";
import { setFollow } from "~/features/topics/following.server";
import { castVote } from "~/features/suggestions/voting.server";
import type { Actor } from "~/features/members/context";
import { appendEvent } from "~/platform/outbox/append.server";
import { anAnnouncement } from "../../factories/announcements";
import { aKnownIssue } from "../../factories/known-issues";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply, aSuggestion, type TopicMade } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { heardBy, tellEverybody, unreadOf } from "./telling";

const platform = await testPlatform();
const { db, clock } = platform;
const staff = await aMember(platform, { name: "lin", role: "staff" });
const as = (actor: Actor) => contextFor(platform, actor);
const tell = () => tellEverybody(platform);

let mei: Actor, sam: Actor, ana: Actor;
beforeEach(async () => {
  [mei, sam, ana] = await Promise.all([aMember(platform), aMember(platform), aMember(platform)]);
});

const follow = (actor: Actor, { number }: TopicMade, level: "following" | "muted" = "following") =>
  setFollow(as(actor), { number, level });

test("a reply is told to who follows, once, and not to who wrote it", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  await follow(ana, topic);
  const { id: replyId } = await aReply(platform, topic, { author: sam });
  await tell();
  await tell();
  const told = { type: "reply", topicId: topic.id, replyId, data: {} };
  expect(await heardBy(platform, mei)).toEqual([told]);
  expect(await heardBy(platform, ana)).toEqual([told]);
  expect(await heardBy(platform, sam)).toEqual([]);
});

test("an event heard again tells nobody again, also whom it missed the first time nothing twice", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const { id: replyId } = await aReply(platform, topic, { author: sam });
  await tell();
  await appendEvent(platform, { type: "reply.posted", payload: { topicId: topic.id, replyId } });
  await follow(ana, topic);
  await tell();
  expect(await heardBy(platform, mei)).toHaveLength(1);
  expect(await heardBy(platform, ana)).toHaveLength(1);
});

test("who muted a topic hears nothing of it, not even their own name", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  await follow(mei, topic, "muted");
  await follow(ana, topic, "muted");
  await aReply(platform, topic, { author: sam, body: `@${ana.name} look` });
  await anOfficialReply(platform, topic, { author: staff });
  await tell();
  expect(await heardBy(platform, mei)).toEqual([]);
  expect(await heardBy(platform, ana)).toEqual([]);
});

test("who is mentioned is told so instead of being told of a reply; an edit tells the newly mentioned alone", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const reply = await aReply(platform, topic, {
    author: sam,
    body: `@${mei.name} and \`@${ana.name}\` in code`,
  });
  await tell();
  expect(await heardBy(platform, mei)).toMatchObject([{ type: "mention", replyId: reply.id }]);
  expect(await heardBy(platform, ana)).toEqual([]);
  await db.reply.update({
    where: { id: reply.id },
    data: { bodyHtml: `<p><a class="mention" href="/members/${ana.name}">@x</a></p>` },
  });
  await appendEvent(platform, { type: "reply.edited", payload: { topicId: topic.id, replyId: reply.id } });
  await tell();
  expect(await heardBy(platform, ana)).toMatchObject([{ type: "mention", replyId: reply.id }]);
  expect(await heardBy(platform, mei)).toHaveLength(1);
});

test("at most ten of those a text mentions are told", async () => {
  const crowd = await Promise.all(Array.from({ length: 12 }, () => aMember(platform)));
  const topic = await aDiscussion(platform, {
    author: sam,
    body: crowd.map(({ name }) => `@${name}`).join(" "),
  });
  await tell();
  expect(await db.notice.count({ where: { topicId: topic.id } })).toBe(10);
});

test("an official reply with a status is one notice that says both", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const { id: replyId } = await anOfficialReply(platform, topic, { author: staff, status: "investigating" });
  await tell();
  expect(await heardBy(platform, mei)).toMatchObject([
    { type: "official", replyId, data: { status: "investigating" } },
  ]);
});

test("a status is told to followers; one set back before anybody heard is not", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  await setDiscussionStatus(as(staff), { number: topic.number, to: "acknowledged" });
  await tell();
  expect(await heardBy(platform, mei)).toMatchObject([{ type: "status", data: { to: "acknowledged" } }]);
  await setDiscussionStatus(as(staff), { number: topic.number, to: "investigating" });
  await setDiscussionStatus(as(staff), { number: topic.number, to: "acknowledged" });
  await tell();
  expect((await heardBy(platform, mei)).map(({ data }) => data.to)).toEqual(["acknowledged", "acknowledged"]);
});

test("a solution is told to followers, and to who wrote it as theirs, without a second notice of the status", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const { id: replyId } = await aReply(platform, topic, { author: sam });
  await follow(ana, topic);
  await acceptSolution(as(mei), { number: topic.number, replyId });
  await tell();
  expect((await heardBy(platform, ana)).map(({ type }) => type)).toEqual(["solution", "reply"]);
  expect(await heardBy(platform, sam)).toMatchObject([{ type: "solution", data: { own: 1 } }]);
  expect(await heardBy(platform, mei)).toMatchObject([{ type: "reply" }]);
});

test("an announcement is told once to everybody who asked, with what they asked for, whatever happens to it", async () => {
  const [wish, problem] = [
    await aSuggestion(platform, { author: mei }),
    await aDiscussion(platform, { author: sam }),
  ];
  await castVote(as(ana), { number: wish.number });
  await follow(ana, problem);
  await follow(sam, wish, "muted");
  const { slug } = await anAnnouncement(platform, {
    author: staff,
    title: "Told once",
    topics: [wish.number, problem.number],
    settle: true,
  });
  await tell();
  const told = (ids: number[]) => [{ type: "announcement", entry: "Told once", data: { topicIds: ids } }];
  expect(await heardBy(platform, mei)).toEqual(told([wish.id]));
  expect(await heardBy(platform, ana)).toEqual(told([wish.id, problem.id].toSorted((a, b) => a - b)));
  expect(await heardBy(platform, sam)).toEqual(told([problem.id]));
  await withdrawAnnouncement(as(staff), { slug });
  await tell();
  expect(await heardBy(platform, mei)).toEqual([]);
  const { version } = await db.announcement.findUniqueOrThrow({ where: { slug } });
  await publishAnnouncement(as(staff), { slug, version, settle: false });
  await tell();
  expect(await heardBy(platform, mei)).toEqual(told([wish.id]));
  expect(await db.notice.count({ where: { type: "announcement", memberId: ana.id } })).toBe(1);
});

test("what is held, deleted or imported tells nobody, and what is hidden afterwards is neither shown nor counted", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  await aReply(platform, topic, { author: sam, heldAt: clock.now() });
  await aReply(platform, topic, { author: sam, deletedAt: clock.now() });
  const held = await aDiscussion(platform, { author: sam, heldAt: clock.now(), body: `@${mei.name}` });
  await aReply(platform, held, { author: ana });
  await tell();
  expect(await db.notice.count({ where: { memberId: mei.id } })).toBe(0);

  const [kept, gone] = [
    await aReply(platform, topic, { author: sam }),
    await aReply(platform, topic, { author: ana }),
  ];
  await tell();
  expect(await unreadOf(platform, mei)).toBe(2);
  await deleteReply(as(ana), { number: topic.number, replyId: gone.id });
  expect(await unreadOf(platform, mei)).toBe(1);
  expect(await heardBy(platform, mei)).toMatchObject([{ replyId: kept.id }]);
  await db.reply.update({ where: { id: kept.id }, data: { heldAt: clock.now() } });
  expect([await unreadOf(platform, mei), await heardBy(platform, mei)]).toEqual([0, []]);
  await db.reply.update({ where: { id: kept.id }, data: { heldAt: null } });
  await deleteTopic(as(staff), { number: topic.number });
  expect([await unreadOf(platform, mei), await heardBy(platform, mei)]).toEqual([0, []]);
});

test("a suspended, gone or imported member is told nothing", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const away = [
    await aMember(platform, { suspendedAt: clock.now() }),
    await aMember(platform, { deletedAt: clock.now() }),
    await aMember(platform, { origin: "import" }),
  ];
  for (const { id: memberId } of away)
    await db.follow.create({
      data: { topicId: topic.id, memberId, reason: "asked", createdAt: clock.now() },
    });
  await aReply(platform, topic, { author: sam });
  await tell();
  expect(await db.notice.count({ where: { memberId: { in: away.map(({ id }) => id) } } })).toBe(0);
});

test("everything is marked read up to where one has seen, one line alone, or by opening it", async () => {
  const [one, other] = [
    await aDiscussion(platform, { author: mei }),
    await aDiscussion(platform, { author: mei }),
  ];
  for (const topic of [one, one, other]) await aReply(platform, topic, { author: sam });
  await tell();
  const { notices } = await listNotices(as(mei), null);
  await markRead(as(ana), [notices[0]!.id]);
  expect(await unreadOf(platform, mei)).toBe(3);
  await markRead(as(mei), [notices[0]!.id]);
  expect(await unreadOf(platform, mei)).toBe(2);
  expect(await markOpened(as(mei), { number: one.number })).toBe(true);
  expect(await markOpened(as(mei), { number: one.number })).toBe(false);
  expect(await unreadOf(platform, mei)).toBe(0);
  await aReply(platform, one, { author: ana });
  await tell();
  await markAllRead(as(mei), notices[0]!.id);
  expect(await unreadOf(platform, mei)).toBe(1);
});

test("pages follow one another without a gap or a repetition", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  for (let count = 0; count < 45; count++) await aReply(platform, topic, { author: sam });
  await tell();
  const first = await listNotices(as(mei), null);
  const second = await listNotices(as(mei), first.next);
  const ids = [...first.notices, ...second.notices].map(({ id }) => id);
  expect([first.notices.length, second.notices.length, second.next]).toEqual([40, 5, null]);
  expect(new Set(ids).size).toBe(45);
});

test("a merge is told to who follows the suggestion that lives on, a vote in one's name to whom it was given", async () => {
  const [from, into] = [
    await aSuggestion(platform, { author: sam }),
    await aSuggestion(platform, { author: mei }),
  ];
  await appendEvent(platform, {
    type: "suggestion.merged",
    payload: { topicId: from.id, intoId: into.id, memberId: staff.id },
  });
  await appendEvent(platform, {
    type: "suggestion.vote-added",
    payload: { topicId: into.id, memberId: ana.id, addedById: staff.id },
  });
  await tell();
  expect(await heardBy(platform, mei)).toEqual([
    { type: "merged", topicId: into.id, data: { fromId: from.id } },
  ]);
  expect(await heardBy(platform, ana)).toEqual([{ type: "vote-on-behalf", topicId: into.id, data: {} }]);
});

test("a fix is told once to who reported a known issue and to everybody affected, and not to who muted it", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  for (const { id: memberId } of [ana, sam])
    await db.affected.create({ data: { topicId: topic.id, memberId, createdAt: clock.now() } });
  await follow(sam, topic, "muted");
  const fixed = { type: "known-issue.fixed", payload: { topicId: topic.id, toldBefore: null } };
  await appendEvent(platform, fixed);
  await appendEvent(platform, fixed);
  await tell();
  const told = [{ type: "known-issue-solved", topicId: topic.id, data: {} }];
  expect(await heardBy(platform, mei)).toEqual(told);
  expect(await heardBy(platform, ana)).toEqual(told);
  expect(await heardBy(platform, sam)).toEqual([]);
});

test("who waits for a fix and follows hears once of the letter, or the announcement, that brings it", async () => {
  const lettered = await aKnownIssue(platform, { author: mei, staff });
  await setAffected(as(ana), { number: lettered.number });
  await tell();
  await db.notice.deleteMany();
  const { id: replyId } = await anOfficialReply(platform, lettered, { type: "fixed-in", status: "solved" });
  await tell();
  for (const person of [mei, ana])
    expect(await heardBy(platform, person)).toMatchObject([{ type: "known-issue-solved", replyId }]);

  const released = await aKnownIssue(platform, { author: mei, staff });
  await tell();
  await db.notice.deleteMany();
  await anAnnouncement(platform, { topics: [released.number], settle: true });
  await tell();
  expect((await heardBy(platform, mei)).map(({ type }) => type)).toEqual(["announcement"]);
});

test("a letter saved quietly tells nobody, not even those who wait for the fix it brings", async () => {
  const topic = await aKnownIssue(platform, { author: mei, staff });
  await setAffected(as(ana), { number: topic.number });
  await tell();
  await db.notice.deleteMany();
  const letter = {
    type: "fixed-in",
    status: "solved",
    quietReason: "Fixed for nobody but us so far.",
  } as const;
  await anOfficialReply(platform, topic, letter);
  await tell();
  expect(await db.topic.findUnique({ where: { id: topic.id } })).toMatchObject({ status: "solved" });
  for (const person of [mei, ana]) expect(await heardBy(platform, person)).toEqual([]);
});
