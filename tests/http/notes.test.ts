import { expect, test } from "vitest";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import { subscriptions } from "~/wiring/subscriptions.server";
import { aMember } from "../factories/members";
import { anOfficialReply } from "../factories/official";
import { aDiscussion, aReply } from "../factories/topics";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const { db } = platform;
const mei = await aMember(platform, { name: "mei" });
const jonas = await aMember(platform, { role: "staff", name: "jonas" });
const moderator = await aMember(platform, { role: "moderator" });
const topic = await aDiscussion(platform, { author: mei, title: "Fee taken twice" });
const reply = await aReply(platform, topic, { author: mei });
const letter = await anOfficialReply(platform, topic, { author: jonas });
const cookies = {
  guest: undefined,
  mei: await signedIn(platform, mei.id),
  jonas: await signedIn(platform, jonas.id),
  moderator: await signedIn(platform, moderator.id),
};
type Who = keyof typeof cookies;
const canary = "zanzibarcanary";
const path = `/t/${topic.number}/${topic.slug}`;
const notes = `/t/${topic.number}/notes`;
const read = async (address: string, who: Who, accept = "text/html") => {
  const answer = await site.get(address, { cookie: cookies[who], headers: { Accept: accept } });
  return { status: answer.status, text: await answer.text() };
};
const send = async (address: string, values: Record<string, string>, who: Who) => {
  const answer = await site.post(address, values, { cookie: cookies[who], headers: { Accept: "text/html" } });
  return { status: answer.status, to: answer.headers.get("location"), text: await answer.text() };
};
const worker = new OutboxWorker<Platform>(platform, subscriptions);
await worker.drain();

test("staff write a note on the topic's page and read it there", async () => {
  expect((await read(path, "jonas")).text).toContain(`action="${notes}"`);
  const sent = await send(notes, { body: `${canary} is refundable, ask @mei` }, "jonas");
  expect([sent.status, sent.to]).toEqual([303, `${path}#notes`]);
  expect((await read(path, "jonas")).text).toContain(canary);
  expect((await read(`/inbox?open=${topic.number}`, "jonas")).text).toContain(canary);
});

test("every reader of a problem learns who has to act", async () => {
  const open = await aDiscussion(platform, { author: mei });
  const at = `/t/${open.number}/${open.slug}`;
  expect((await read(at, "guest")).text).toContain("Waiting for the team since");
  expect((await read(at, "guest")).text).toContain("Answers usually come within 1 working day.");
  await anOfficialReply(platform, open, { author: jonas, type: "needs-information" });
  expect((await read(at, "guest")).text).toContain("Waiting for the reporter since");
});

test("an empty or endless note comes back with what was typed", async () => {
  expect((await send(notes, { body: " " }, "jonas")).status).toBe(422);
  const long = await send(notes, { body: `${canary} ${"x".repeat(8_000)}` }, "jonas");
  expect([long.status, long.text.includes(canary)]).toEqual([422, true]);
});

test("no channel ever carries a note: no page, search, feed, notice, mail or JSON", async () => {
  const before = await db.outbox.count();
  await send(notes, { body: `${canary} is the word, ask @mei` }, "jonas");
  expect(await db.outbox.count()).toBe(before);
  await worker.drain();
  const addresses = [
    ...["/", "/discussions", "/me", "/notifications", "/known-issues", "/members/jonas", "/me/drafts"],
    ...[path, `${path}?sort=newest`, `${path}?reply-to=${reply.id}&quote=1`, `/t/${topic.number}/history`],
    ...[`/t/${topic.number}/replies`, `/t/${topic.number}/replies/${reply.id}/branch`],
    ...[`/official/${letter.reference}`, `/feeds/all.atom`, `/feeds/all.json`, `/feeds/official.atom`],
    ...[`/feeds/topic-${topic.number}.atom`, `/feeds/topic-${topic.number}.json`],
    ...[`/search?q=${canary}`, `/search?q=refundable`, `/inbox?open=${topic.number}`],
    ...[notes, `${notes}/1`, `/t/${topic.number}/claim`],
  ];
  for (const who of ["guest", "mei", "moderator"] as const) {
    for (const address of addresses) {
      const { text } = await read(address, who);
      expect(text, `${address} for ${who}`).not.toContain(`${canary} is`);
    }
    for (const address of [`/search/suggest?q=${canary}`, `/search/similar?title=${canary}+is+refundable`])
      expect((await read(address, who, "application/json")).text).not.toContain(`${canary} is`);
    for (const address of [notes, `${notes}/1`]) expect((await read(address, who)).status).not.toBe(200);
  }
  // Not even for those who may read it: the index has no such document.
  expect((await read(`/search?q=refundable`, "jonas")).text).not.toContain(canary);
  expect(await db.notice.count({ where: { memberId: mei.id, topicId: topic.id, type: "mention" } })).toBe(0);
});

test("members and moderators cannot write, change or delete one", async () => {
  for (const who of ["mei", "moderator"] as const) {
    expect((await send(notes, { body: "Hello" }, who)).status).toBe(403);
    expect((await send(`${notes}/1`, { _method: "DELETE" }, who)).status).toBe(403);
    expect((await send(`${notes}/1`, { body: "Hello" }, who)).status).toBe(403);
  }
});
