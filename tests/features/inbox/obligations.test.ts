import { expect, test } from "vitest";
import { setAffected } from "~/features/discussions/affecting.server";
import { setDiscussionStatus } from "~/features/discussions/statuses.server";
import { obligationListener } from "~/features/inbox/listening.server";
import { inboxRebuild, inboxRulesJob } from "~/features/inbox/rebuilding.server";
import { countStaleObligations, refreshObligations } from "~/features/inbox/refreshing.server";
import { saveKnownIssue } from "~/features/known-issues/declaring.server";
import { answerFix } from "~/features/known-issues/answering.server";
import { systemContext } from "~/features/members/context";
import { deleteReply, deleteTopic, restoreTopic } from "~/features/topics/deleting.server";
import { moveTopic } from "~/features/topics/moving.server";
import { minutes } from "~/platform/clock/clock";
import { drainOutbox } from "~/wiring/draining.server";
import { examine } from "~/wiring/examination.server";
import { anArea } from "../../factories/areas";
import { aKnownIssue, knownIssueInput } from "../../factories/known-issues";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply, aSuggestion, type TopicMade } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam" });
const staff = await aMember(platform, { role: "staff" });
const as = (actor: typeof mei) => contextFor(platform, actor);

/** What waits of a topic once everything was heard, with a minute between this and what comes next. */
async function owed({ id }: Pick<TopicMade, "id">) {
  await drainOutbox(platform, () => {});
  clock.advance(minutes(1));
  const rows = await db.obligation.findMany({ where: { topicId: id }, orderBy: { kind: "asc" } });
  return rows.map(({ kind, askedById }) => `${kind} ${askedById === mei.id ? "mei" : "other"}`);
}
const problem = (traits: Parameters<typeof aDiscussion>[1] = {}) =>
  aDiscussion(platform, { author: mei, createdAt: clock.now(), ...traits });
const close = ({ number }: TopicMade) =>
  setDiscussionStatus(as(staff), { number, to: "closed", reason: "no-answer" });
const fix = async ({ id, number }: TopicMade) => {
  const { version } = await db.knownIssue.findUniqueOrThrow({ where: { topicId: id } });
  await saveKnownIssue(as(staff), { ...knownIssueInput({ state: "fixed", version }), number });
};

test("a problem and a question wait for an answer, an experience does not", async () => {
  expect(await owed(await problem())).toEqual(["answer mei"]);
  expect(await owed(await problem({ kind: "question" }))).toEqual(["answer mei"]);
  expect(await owed(await problem({ kind: "experience" }))).toEqual([]);
  expect(await owed(await problem({ author: staff }))).toEqual([]);
});

test("members who talk, and staff who talk as persons, have not answered; a letter has", async () => {
  const topic = await problem();
  await aReply(platform, topic, { author: sam });
  await aReply(platform, topic, { author: staff });
  expect(await owed(topic)).toEqual(["answer mei"]);
  await anOfficialReply(platform, topic, { author: staff });
  expect(await owed(topic)).toEqual([]);
});

test("whoever writes after the team's last word calls it back, and its next word settles that", async () => {
  const topic = await problem();
  await anOfficialReply(platform, topic, { author: staff });
  expect(await owed(topic)).toEqual([]);
  const word = await aReply(platform, topic, { author: sam });
  expect(await owed(topic)).toEqual(["follow-up other"]);
  const [row] = await db.obligation.findMany({ where: { topicId: topic.id } });
  await aReply(platform, topic, { author: mei });
  await owed(topic);
  expect(await db.obligation.findMany({ where: { topicId: topic.id } })).toEqual([row]);
  await aReply(platform, topic, { author: staff });
  expect(await owed(topic)).toEqual([]);
  await aReply(platform, topic, { author: mei });
  expect(await owed(topic)).toEqual(["follow-up mei"]);
  await deleteReply(as(staff), { number: topic.number, replyId: word.id });
  expect(await owed(topic)).toEqual(["follow-up mei"]);
});

test("who was asked something is waited for, and only they call the team back", async () => {
  const topic = await problem();
  await anOfficialReply(platform, topic, { author: staff, type: "needs-information" });
  await aReply(platform, topic, { author: sam });
  expect(await owed(topic)).toEqual([]);
  await aReply(platform, topic, { author: mei });
  expect(await owed(topic)).toEqual(["follow-up mei"]);
});

test("what is settled waits for nobody, unless its reporter writes after the answer", async () => {
  const closed = await problem();
  await close(closed);
  expect(await owed(closed)).toEqual([]);
  const answered = await problem();
  await anOfficialReply(platform, answered, { author: staff, status: "answered" });
  await aReply(platform, answered, { author: sam });
  expect(await owed(answered)).toEqual([]);
  await aReply(platform, answered, { author: mei });
  expect(await owed(answered)).toEqual(["follow-up mei"]);
});

test("held and deleted words call nobody", async () => {
  const topic = await problem();
  const letter = await anOfficialReply(platform, topic, { author: staff });
  await owed(topic);
  await aReply(platform, topic, { author: mei, heldAt: clock.now() });
  await aReply(platform, topic, { author: mei, deletedAt: clock.now() });
  expect(await owed(topic)).toEqual([]);
  await deleteReply(as(staff), { number: topic.number, replyId: letter.id });
  expect(await owed(topic)).toEqual(["answer mei"]);
});

test("a suggestion waits to be looked at until it has a status or a letter", async () => {
  const wish = await aSuggestion(platform, { author: mei });
  expect(await owed(wish)).toEqual(["triage mei"]);
  await anOfficialReply(platform, wish, { author: staff });
  expect(await owed(wish)).toEqual([]);
  expect(await owed(await aSuggestion(platform, { status: "planned" }))).toEqual([]);
  expect(await owed(await aSuggestion(platform, { status: "merged" }))).toEqual([]);
});

test("an update of a known issue is owed from the time it was promised for", async () => {
  const nextUpdate = new Date(clock.now().getTime() + minutes(120));
  const issue = await aKnownIssue(platform, { author: mei, staff, "next-update": nextUpdate });
  expect(await owed(issue)).toEqual(["update mei"]);
  const [row] = await db.obligation.findMany({ where: { topicId: issue.id } });
  expect(row!.since).toEqual(nextUpdate);
  await fix(issue);
  expect(await owed(issue)).toEqual([]);
});

test("a promise is owed from the end of its day, and no more once it is said to be kept", async () => {
  const wish = await aSuggestion(platform, { author: mei, status: "planned" });
  const dueOn = `${clock.now().getUTCFullYear() + 1}-06-30`;
  await anOfficialReply(platform, wish, {
    author: staff,
    promise: { kind: "make", text: "We will do it", dueOn },
  });
  expect(await owed(wish)).toEqual(["promise mei"]);
  const [row] = await db.obligation.findMany({ where: { topicId: wish.id } });
  expect(row!.since.toISOString()).toBe(`${dueOn.slice(0, 4)}-07-01T00:00:00.000Z`);
  const { id: promiseId } = await db.teamPromise.findFirstOrThrow({ where: { topicId: wish.id } });
  await anOfficialReply(platform, wish, { author: staff, promise: { kind: "keep", promiseId } });
  expect(await owed(wish)).toEqual([]);
});

test("a fix that three deny is owed another look", async () => {
  const issue = await aKnownIssue(platform, { author: mei, staff });
  const others = [sam, await aMember(platform), await aMember(platform)];
  for (const one of others) await setAffected(as(one), { number: issue.number });
  await fix(issue);
  for (const one of others) await answerFix(as(one), { number: issue.number, isSolved: false });
  expect(await owed(issue)).toEqual(["doubt mei"]);
  await aReply(platform, issue, { author: staff });
  expect(await owed(issue)).toEqual([]);
});

test("what is taken away waits for nobody, and comes back with its time; a move changes its area alone", async () => {
  const topic = await problem();
  await owed(topic);
  const [before] = await db.obligation.findMany({ where: { topicId: topic.id } });
  await deleteTopic(as(staff), { number: topic.number });
  expect(await owed(topic)).toEqual([]);
  await restoreTopic(as(staff), { number: topic.number });
  expect(await owed(topic)).toEqual(["answer mei"]);
  const area = await anArea(platform);
  await moveTopic(as(staff), { number: topic.number, area: area.slug });
  expect(await owed(topic)).toEqual(["answer mei"]);
  const [after] = await db.obligation.findMany({ where: { topicId: topic.id } });
  expect([after!.since, after!.areaId]).toEqual([before!.since, area.id]);
});

test("the same event heard twice, and by two at once, leaves one row", async () => {
  const topic = await problem();
  const delivery = { id: 1, type: "topic.opened", payload: { topicId: topic.id }, attempts: 0 };
  await Promise.all(
    Array.from({ length: 8 }, () => obligationListener.handle(platform, [delivery, delivery])),
  );
  expect(await db.obligation.count({ where: { topicId: topic.id } })).toBe(1);
  expect(await refreshObligations(systemContext(platform), [topic.id])).toBe(0);
});

test("a site that never had an inbox reads its topics once, also after a worker was killed between", async () => {
  const topic = await problem();
  await drainOutbox(platform, () => {});
  await db.obligation.deleteMany();
  await inboxRulesJob.handle(platform, []);
  await inboxRulesJob.handle(platform, []);
  expect(await db.outbox.count({ where: { listener: inboxRebuild.name, finishedAt: null } })).toBe(1);
  expect(await owed(topic)).toEqual(["answer mei"]);
  await inboxRulesJob.handle(platform, []);
  expect(await db.outbox.count({ where: { listener: inboxRebuild.name, finishedAt: null } })).toBe(0);
});

test("doctor finds rows that say something else, and mends them", async () => {
  const topic = await problem();
  await owed(topic);
  await db.obligation.updateMany({ where: { topicId: topic.id }, data: { since: new Date(0) } });
  expect(await countStaleObligations(platform, [topic.id])).toBe(1);
  const found = await examine(platform, { isFixing: true, onCheck: () => {} });
  const mine = found.find(({ check }) => check === "rows of the staff inbox");
  expect(mine).toMatchObject({ count: 1, fixed: 1 });
  expect(await countStaleObligations(platform, [topic.id])).toBe(0);
});
