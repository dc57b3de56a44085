import { expect, test } from "vitest";
import { setAffected } from "~/features/discussions/affecting.server";
import { answerFix, doubtedBy } from "~/features/known-issues/answering.server";
import { saveKnownIssue } from "~/features/known-issues/declaring.server";
import { postUpdate } from "~/features/known-issues/updating.server";
import { getTopic } from "~/features/topics/reading.server";
import { minutes } from "~/platform/clock/clock";
import { Forbidden, NotFound } from "~/platform/errors";
import { refused } from "~/platform/outcome";
import { aKnownIssue, knownIssueInput } from "../../factories/known-issues";
import { aMember } from "../../factories/members";
import { aDiscussion, type TopicMade } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei" });
const staff = await aMember(platform, { role: "staff", displayName: "Jonas" });
const as = (actor: typeof mei) => contextFor(platform, actor);
const read = (number: number, actor = mei) => getTopic(as(actor), number);

async function aFixedIssue(affected = 0) {
  const topic = await aKnownIssue(platform, { author: mei, staff });
  const people = [];
  for (let index = 0; index < affected; index++) people.push(await aMember(platform));
  for (const person of people) await setAffected(as(person), topic);
  await fix(topic);
  return { ...topic, people };
}

async function fix({ number }: TopicMade) {
  const { version } = (await read(number)).knownIssue!;
  clock.advance(minutes(1));
  await saveKnownIssue(as(staff), { ...knownIssueInput({ version, state: "fixed" }), number });
}

test("each of those affected answers once, may change it, and is counted once", async () => {
  const { id, number, people } = await aFixedIssue(2);
  await Promise.all(Array.from({ length: 20 }, () => answerFix(as(mei), { number, isSolved: true })));
  await answerFix(as(people[0]!), { number, isSolved: false });
  await answerFix(as(people[1]!), { number, isSolved: false });
  await answerFix(as(people[1]!), { number, isSolved: true });
  const topic = await read(number);
  expect(topic.knownIssue).toMatchObject({ answers: { confirmed: 2, denied: 1 }, mine: "yes" });
  expect((await read(number, people[0])).knownIssue?.mine).toBe("no");
  expect((await getTopic(guest(platform), number)).knownIssue?.mine).toBeNull();
  const events = await db.outbox.findMany({ where: { type: "known-issue.fix-answered" } });
  expect(events.filter(({ payload }) => (payload as { topicId: number }).topicId === id)).toHaveLength(4);
});

test("strangers have no answer, nobody before it is fixed, and no question takes one", async () => {
  const { number } = await aFixedIssue();
  await expect(answerFix(as(await aMember(platform)), { number, isSolved: true })).rejects.toThrow(Forbidden);
  await expect(answerFix(as(staff), { number, isSolved: true })).rejects.toThrow(Forbidden);
  const open = await aKnownIssue(platform, { author: mei, staff });
  const plain = await aDiscussion(platform, { author: mei, status: "solved" });
  for (const topic of [open, plain])
    await expect(answerFix(as(mei), { number: topic.number, isSolved: true })).rejects.toThrow(Forbidden);
  await expect(answerFix(as(mei), { number: 1_999_999_999, isSolved: true })).rejects.toThrow(NotFound);
});

test("several who say no ask staff to look again, once for each fix", async () => {
  const topic = await aFixedIssue(doubtedBy + 1);
  const { id, number, people } = topic;
  await Promise.all(people.map((person) => answerFix(as(person), { number, isSolved: false })));
  const doubts = async () => {
    const events = await db.outbox.findMany({ where: { type: "known-issue.fix-doubted" } });
    return events.filter(({ payload }) => (payload as { topicId: number }).topicId === id).length;
  };
  expect(await doubts()).toBe(1);
  expect((await read(number)).knownIssue?.doubtedAt).not.toBeNull();

  const { version } = (await read(number)).knownIssue!;
  await saveKnownIssue(as(staff), { ...knownIssueInput({ version }), number });
  await fix(topic);
  expect((await read(number, people[0])).knownIssue).toMatchObject({
    mine: null,
    doubtedAt: null,
    answers: { confirmed: 0, denied: 0 },
  });
  for (const person of people.slice(0, doubtedBy)) await answerFix(as(person), { number, isSolved: false });
  expect(await doubts()).toBe(2);
});

test("news stands on the page, newest first, and the same form sent twice is told once", async () => {
  const { id, number } = await aKnownIssue(platform, { author: mei, staff });
  const at = new Date(clock.now().getTime() + 60_000);
  const update = { number, state: "identified" as const, "next-update": at, body: "The **node** is down." };
  const submission = "0123456789";
  await Promise.all([1, 2].map(() => postUpdate(as(staff), { ...update, submission })));
  clock.advance(minutes(5));
  await postUpdate(as(staff), { ...update, submission: "", body: "It is up.", "next-update": null });
  const { knownIssue, timeline } = await read(number);
  expect(knownIssue).toMatchObject({ state: "identified", nextUpdateAt: null });
  expect(knownIssue?.updates).toMatchObject([
    { bodyHtml: expect.stringContaining("It is up") as string, by: { displayName: "Jonas" } },
    { bodyHtml: expect.stringContaining("<strong>node</strong>") as string, state: "identified" },
  ]);
  expect(timeline.filter(({ type }) => type === "update")).toMatchObject([
    { data: { state: "identified" } },
    { data: { updateId: expect.any(Number) as number } },
  ]);
  const events = await db.outbox.findMany({ where: { type: "known-issue.updated" } });
  expect(events.filter(({ payload }) => (payload as { topicId: number }).topicId === id)).toHaveLength(2);
});

test("the news that it is fixed fixes it, and only staff tell news, of what is known", async () => {
  const { id, number } = await aKnownIssue(platform, { author: mei, staff });
  const news = { number, body: "Done.", "next-update": null, submission: "" };
  await expect(postUpdate(as(mei), { ...news, state: "fixed" })).rejects.toThrow(Forbidden);
  await postUpdate(as(staff), { ...news, state: "fixed" });
  expect(await read(number)).toMatchObject({ status: "solved", knownIssue: { state: "fixed" } });
  const events = await db.outbox.findMany({ where: { type: { startsWith: "known-issue." } } });
  const types = events
    .filter(({ payload }) => (payload as { topicId: number }).topicId === id)
    .map(({ type, payload }) => [type, (payload as { quiet?: boolean }).quiet ?? false]);
  expect(types).toContainEqual(["known-issue.fixed", false]);
  expect(types).toContainEqual(["known-issue.updated", true]);
  const plain = await aDiscussion(platform, { author: mei });
  expect(await postUpdate(as(staff), { ...news, number: plain.number, state: "testing" })).toEqual(
    refused("no-known-issue"),
  );
});
