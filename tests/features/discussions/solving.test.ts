import { expect, test } from "vitest";
import { acceptSolution, withdrawSolution } from "~/features/discussions/solving.server";
import { setDiscussionStatus } from "~/features/discussions/statuses.server";
import { deleteReply } from "~/features/topics/deleting.server";
import { getTopic } from "~/features/topics/reading.server";
import { days } from "~/platform/clock/clock";
import { Forbidden, NotFound } from "~/platform/errors";
import { refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei", displayName: "Mei" });
const sam = await aMember(platform, { name: "sam" });
const staff = await aMember(platform, { role: "staff" });
const as = (actor: typeof mei) => contextFor(platform, actor);
const read = (number: number) => getTopic(guest(platform), number);

async function aProblemWithAnswers() {
  const topic = await aDiscussion(platform, { author: mei });
  const first = await aReply(platform, topic, { author: sam });
  const deep = await aReply(platform, topic, { author: sam, parentId: first.id });
  return { number: topic.number, id: topic.id, first: first.id, deep: deep.id };
}

test("the author accepts a reply at any depth, and the topic is solved by whom and when", async () => {
  const { number, id, deep } = await aProblemWithAnswers();
  await acceptSolution(as(mei), { number, replyId: deep });
  await acceptSolution(as(mei), { number, replyId: deep });
  const topic = await read(number);
  expect(topic).toMatchObject({ status: "solved", solution: { id: deep, at: clock.now(), by: "Mei" } });
  expect(topic.timeline.slice(1)).toMatchObject([
    { type: "status", data: { from: "open", to: "solved", replyId: deep } },
  ]);
  const events = await db.outbox.findMany({ where: { type: "topic.solved" } });
  expect(
    events.map(({ payload }) => payload).filter((payload) => (payload as { topicId: number }).topicId === id),
  ).toEqual([{ topicId: id, replyId: deep }]);
});

test("the author thinks again within fourteen days, staff at any time", async () => {
  const { number, first, deep } = await aProblemWithAnswers();
  await acceptSolution(as(mei), { number, replyId: first });
  await acceptSolution(as(mei), { number, replyId: deep });
  expect((await read(number)).timeline.slice(1)).toMatchObject([
    { type: "status", data: { to: "solved", replyId: first } },
    { type: "solved", data: { replyId: deep } },
  ]);
  clock.advance(days(14) + 1);
  await expect(acceptSolution(as(mei), { number, replyId: first })).rejects.toThrow(Forbidden);
  await expect(withdrawSolution(as(mei), { number })).rejects.toThrow(Forbidden);
  await withdrawSolution(as(staff), { number });
  expect(await read(number)).toMatchObject({ status: "open", solution: null });
  await withdrawSolution(as(staff), { number });
});

test("nobody else says what solved it, and a moderator is somebody else", async () => {
  const { number, first } = await aProblemWithAnswers();
  for (const actor of [sam, await aMember(platform, { role: "moderator" })]) {
    await expect(acceptSolution(as(actor), { number, replyId: first })).rejects.toThrow(Forbidden);
    await expect(withdrawSolution(as(actor), { number })).rejects.toThrow(Forbidden);
  }
});

test("what is deleted, held, elsewhere or nowhere solves nothing", async () => {
  const { number, id } = await aProblemWithAnswers();
  const deleted = await aReply(platform, { id }, { deletedAt: clock.now() });
  const held = await aReply(platform, { id }, { author: mei, heldAt: clock.now() });
  const elsewhere = await aReply(platform, await aDiscussion(platform));
  for (const replyId of [deleted.id, held.id, elsewhere.id, 2_000_000_000]) {
    await expect(acceptSolution(as(mei), { number, replyId })).rejects.toThrow(NotFound);
  }
  expect(await read(number)).toMatchObject({ status: "open", solution: null });
});

test("an experience asks for no solution", async () => {
  const topic = await aDiscussion(platform, { author: mei, kind: "experience" });
  const reply = await aReply(platform, topic);
  const accepting = acceptSolution(as(mei), { number: topic.number, replyId: reply.id });
  await expect(accepting).rejects.toThrow(Forbidden);
});

test("two solutions accepted at once leave one", async () => {
  const { number, first, deep } = await aProblemWithAnswers();
  await Promise.all([
    acceptSolution(as(mei), { number, replyId: first }),
    acceptSolution(as(staff), { number, replyId: deep }),
  ]);
  const topic = await read(number);
  expect([first, deep]).toContain(topic.solution?.id);
  expect(topic.status).toBe("solved");
});

test("deleting the solution opens the question again", async () => {
  const { number, first } = await aProblemWithAnswers();
  await acceptSolution(as(mei), { number, replyId: first });
  await deleteReply(as(sam), { number, replyId: first });
  expect(await read(number)).toMatchObject({ status: "open", solution: null });
});

test("staff close with a reason and open again; a solution outlives the closing, not the opening", async () => {
  const { number, first } = await aProblemWithAnswers();
  await acceptSolution(as(mei), { number, replyId: first });
  await setDiscussionStatus(as(staff), { number, to: "closed", reason: "elsewhere", text: "See #1" });
  expect(await read(number)).toMatchObject({
    status: "closed",
    closedReason: "elsewhere",
    solution: { id: first },
  });
  await setDiscussionStatus(as(staff), { number, to: "investigating" });
  const topic = await read(number);
  expect(topic).toMatchObject({ status: "investigating", closedReason: null, solution: null });
  expect(topic.timeline.map(({ data }) => data.to)).toEqual([undefined, "solved", "closed", "investigating"]);
});

test("members set no status, and nobody one the kind does not have", async () => {
  const { number } = await aDiscussion(platform, { author: mei, kind: "experience" });
  await expect(setDiscussionStatus(as(mei), { number, to: "closed" })).rejects.toThrow(Forbidden);
  for (const to of ["known-issue", "shipped", "solved", "", "__proto__"]) {
    expect(await setDiscussionStatus(as(staff), { number, to })).toEqual(refused("status-unknown"));
  }
});
