import { expect, test } from "vitest";
import { listToTellOfFix, type FixedEvent } from "~/features/known-issues/audience.server";
import { saveKnownIssue, takeBackKnownIssue } from "~/features/known-issues/declaring.server";
import { answerFix } from "~/features/known-issues/answering.server";
import { acceptSolution, withdrawSolution } from "~/features/discussions/solving.server";
import { setAffected } from "~/features/discussions/affecting.server";
import { setDiscussionStatus } from "~/features/discussions/statuses.server";
import { getTopic } from "~/features/topics/reading.server";
import { days, minutes } from "~/platform/clock/clock";
import { Forbidden, NotFound } from "~/platform/errors";
import { refused } from "~/platform/outcome";
import { anAnnouncement } from "../../factories/announcements";
import { aKnownIssue, knownIssueInput } from "../../factories/known-issues";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam" });
const lin = await aMember(platform, { name: "lin" });
const staff = await aMember(platform, { role: "staff" });
const as = (actor: typeof mei) => contextFor(platform, actor);
const read = (number: number) => getTopic(guest(platform), number);
const save = (number: number, traits: Parameters<typeof knownIssueInput>[0] = {}) =>
  saveKnownIssue(as(staff), { ...knownIssueInput(traits), number });
const versionOf = async (number: number) => (await read(number)).knownIssue!.version;

async function fixesTold(topicId: number): Promise<FixedEvent[]> {
  const events = await db.outbox.findMany({ where: { type: "known-issue.fixed" }, orderBy: { id: "asc" } });
  return events
    .map(({ payload }) => payload as unknown as FixedEvent)
    .filter((one) => one.topicId === topicId);
}

test("staff say what they know of a problem, and its page says it", async () => {
  const { number } = await aKnownIssue(platform, { author: mei, staff });
  const topic = await read(number);
  expect(topic.status).toBe("known-issue");
  expect(topic.knownIssue).toMatchObject({
    state: "investigating",
    summary: "Withdrawals wait. Funds are safe.",
    workaroundHtml: expect.stringContaining("<strong>another</strong>") as string,
    versions: "2.4.0 to 2.4.2",
    fixedAt: null,
    mine: null,
  });
});

test("nobody but staff says so, and only of a problem that is there", async () => {
  const problem = await aDiscussion(platform, { author: mei });
  const question = await aDiscussion(platform, { author: mei, kind: "question" });
  const deleted = await aDiscussion(platform, { author: mei, deletedAt: clock.now() });
  for (const actor of [mei, sam, await aMember(platform, { role: "moderator" })]) {
    const asked = { ...knownIssueInput(), number: problem.number };
    await expect(saveKnownIssue(as(actor), asked)).rejects.toThrow(Forbidden);
    await expect(takeBackKnownIssue(as(actor), problem)).rejects.toThrow(Forbidden);
  }
  for (const { number } of [question, deleted, { number: 1_999_999_999 }])
    await expect(save(number)).rejects.toThrow(NotFound);
  expect((await read(problem.number)).knownIssue).toBeNull();
});

test("what was saved meanwhile is not written over unseen", async () => {
  const { number } = await aKnownIssue(platform, { staff });
  const version = await versionOf(number);
  expect(await save(number, { version, summary: "One" })).toMatchObject({ ok: true });
  expect(await save(number, { version, summary: "Two" })).toEqual(refused("changed-meanwhile"));
  expect(await save(number, { summary: "Three" })).toEqual(refused("changed-meanwhile"));
  expect((await read(number)).knownIssue!.summary).toBe("One");
  const later = await versionOf(number);
  const both = await Promise.all([
    save(number, { version: later, summary: "Four" }),
    save(number, { version: later, summary: "Five" }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test("the timeline names what was changed", async () => {
  const { number } = await aKnownIssue(platform, { staff });
  await save(number, { version: await versionOf(number), state: "identified" });
  await save(number, { version: await versionOf(number), state: "identified", workaround: "", urgent: true });
  await save(number, { version: await versionOf(number), state: "identified", workaround: "", urgent: true });
  expect((await read(number)).timeline.slice(1)).toMatchObject([
    { type: "status", data: { to: "known-issue" } },
    { type: "known-issue", data: { fields: ["state"], state: "identified" }, actor: { name: staff.name } },
    { type: "known-issue", data: { fields: ["workaround", "isUrgent"] } },
  ]);
});

test("fixing it solves the problem and tells everybody it hit, once", async () => {
  const { id, number } = await aKnownIssue(platform, { author: mei, staff });
  await setAffected(as(sam), { number });
  const version = await versionOf(number);
  const outcomes = await Promise.all([
    save(number, { version, state: "fixed" }),
    save(number, { version, state: "fixed" }),
    setDiscussionStatus(as(staff), { number, to: "known-issue" }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).not.toHaveLength(3);
  expect(await save(number, { version: await versionOf(number), state: "fixed" })).toMatchObject({
    ok: true,
  });
  const topic = await read(number);
  expect(topic).toMatchObject({ status: "solved", knownIssue: { state: "fixed", fixedAt: clock.now() } });
  // Opened again between the two it is fixed twice, and the second time there is nobody left to tell.
  const people: number[] = [];
  for (const fix of await fixesTold(id)) people.push(...(await listToTellOfFix(platform, fix)));
  expect(people).toEqual([mei.id, sam.id].sort((a, b) => a - b));
});

test("a later fix is told to who has not heard of the first, and to who said it failed", async () => {
  const { id, number } = await aKnownIssue(platform, { author: mei, staff });
  await setAffected(as(sam), { number });
  await save(number, { version: await versionOf(number), state: "fixed" });
  clock.advance(minutes(1));
  await answerFix(as(sam), { number, isSolved: false });
  await save(number, { version: await versionOf(number), state: "investigating" });
  expect(await read(number)).toMatchObject({
    status: "known-issue",
    knownIssue: { fixedAt: null, answers: { confirmed: 0, denied: 0 } },
  });
  clock.advance(minutes(1));
  await setAffected(as(lin), { number });
  await save(number, { version: await versionOf(number), state: "fixed" });
  const [first, second] = await fixesTold(id);
  expect(first!.toldBefore).toBeNull();
  expect(second!.toldBefore).not.toBeNull();
  const people = await listToTellOfFix(platform, second!);
  expect(people).toEqual([sam.id, lin.id].sort((a, b) => a - b));
  const paged = [
    ...(await listToTellOfFix(platform, second!, { limit: 1 })),
    ...(await listToTellOfFix(platform, second!, { after: people[0], limit: 1 })),
  ];
  expect(paged).toEqual(people);
});

test("a letter or an announcement that solves it fixes it too", async () => {
  const lettered = await aKnownIssue(platform, { staff });
  const { id: replyId } = await anOfficialReply(platform, lettered, { type: "fixed-in", status: "solved" });
  expect((await read(lettered.number)).knownIssue).toMatchObject({ state: "fixed" });
  expect(await fixesTold(lettered.id)).toEqual([{ topicId: lettered.id, toldBefore: null, replyId }]);

  const released = await aKnownIssue(platform, { staff, urgent: true });
  const { id: announcementId } = await anAnnouncement(platform, {
    topics: [released.number],
    settle: true,
  });
  const { knownIssue } = await read(released.number);
  expect(knownIssue).toMatchObject({ state: "fixed", announcementId, isUrgent: false });
  expect(await fixesTold(released.id)).toEqual([{ topicId: released.id, toldBefore: null, announcementId }]);
});

test("the announcement that fixes it answers the problem both ways; a withdrawn one cannot", async () => {
  const announcement = await anAnnouncement(platform, {});
  const { id, number } = await aKnownIssue(platform, { staff, announcement: announcement.id });
  expect((await read(number)).knownIssue?.announcementId).toBe(announcement.id);
  expect(await db.announcementTopic.count({ where: { topicId: id, announcementId: announcement.id } })).toBe(
    1,
  );
  await db.announcement.update({ where: { id: announcement.id }, data: { status: "withdrawn" } });
  const other = await aKnownIssue(platform, { staff });
  for (const gone of [announcement.id, 1_999_999_999]) {
    const version = await versionOf(other.number);
    expect(await save(other.number, { version, announcement: gone })).toEqual(refused("announcement-gone"));
  }
  // What was named before stays as it is.
  expect(
    await save(number, { version: await versionOf(number), announcement: announcement.id }),
  ).toMatchObject({ ok: true });
});

test("an author's accepted reply helps meanwhile; only staff say that it is fixed", async () => {
  const topic = await aKnownIssue(platform, { author: mei, staff });
  const { id: replyId } = await aReply(platform, topic, { author: sam });
  await acceptSolution(as(mei), { number: topic.number, replyId });
  expect(await read(topic.number)).toMatchObject({ status: "known-issue", solution: { id: replyId } });
  await withdrawSolution(as(mei), topic);
  expect(await read(topic.number)).toMatchObject({ status: "known-issue", solution: null });

  await save(topic.number, { version: await versionOf(topic.number), state: "fixed" });
  await acceptSolution(as(mei), { number: topic.number, replyId });
  await withdrawSolution(as(mei), topic);
  expect(await read(topic.number)).toMatchObject({
    status: "solved",
    solution: null,
    knownIssue: { state: "fixed" },
  });
  expect(await fixesTold(topic.id)).toHaveLength(1);
});

test("taken back it is a problem again, and what was said of it waits", async () => {
  const { number } = await aKnownIssue(platform, { staff, urgent: true, summary: "Kept" });
  await takeBackKnownIssue(as(staff), { number });
  await takeBackKnownIssue(as(staff), { number });
  expect(await read(number)).toMatchObject({ status: "acknowledged", knownIssue: null });
  clock.advance(days(1));
  await setDiscussionStatus(as(staff), { number, to: "known-issue" });
  expect((await read(number)).knownIssue).toMatchObject({ summary: "Kept", isUrgent: false });
});
