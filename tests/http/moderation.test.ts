import { expect, test } from "vitest";
import { drainOutbox } from "~/wiring/draining.server";
import { aMember } from "../factories/members";
import { aDiscussion, aReply } from "../factories/topics";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const { db } = platform;
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam", displayName: "Sam Reporter" });
const ada = await aMember(platform, { name: "ada", role: "moderator", displayName: "Ada Moderator" });
const ben = await aMember(platform, { name: "ben", role: "moderator" });
const boss = await aMember(platform, { name: "boss", role: "admin" });
const cookies = {
  guest: undefined,
  mei: await signedIn(platform, mei.id),
  sam: await signedIn(platform, sam.id),
  ada: await signedIn(platform, ada.id),
  ben: await signedIn(platform, ben.id),
  boss: await signedIn(platform, boss.id),
};
type Who = keyof typeof cookies;
const canary = "quaggacanary";
const hostile = `"><script>alert(1)</script> ${canary}note`;
const read = async (address: string, who: Who) => {
  const answer = await site.get(address, { cookie: cookies[who], headers: { Accept: "text/html" } });
  return { status: answer.status, text: await answer.text() };
};
const send = async (address: string, values: Record<string, string>, who: Who) => {
  const answer = await site.post(address, values, { cookie: cookies[who], headers: { Accept: "text/html" } });
  return { status: answer.status, to: answer.headers.get("location"), text: await answer.text() };
};
const drain = () => drainOutbox(platform, () => {});
const openItem = async (replyId: number) =>
  (await db.reviewItem.findFirstOrThrow({ where: { replyId, state: "open" } })).id;

test("from a report to the last word, as plain forms, and no channel shows what was taken away", async () => {
  const topic = await aDiscussion(platform, { author: sam, title: "Fees are odd" });
  const reply = await aReply(platform, topic, { author: mei, body: `${canary} buy gold` });
  const page = `/t/${topic.number}/${topic.slug}`;
  const flag = `/t/${topic.number}/replies/${reply.id}/flag`;
  await drain();
  expect((await read(page, "guest")).text).toContain(`href="${flag}"`);
  expect((await read(page, "mei")).text).not.toContain(`href="${flag}"`);
  expect((await read(flag, "guest")).status).toBe(200);
  expect((await send(flag, { reason: "spam" }, "guest")).status).toBe(401);
  const empty = await send(flag, { note: hostile }, "sam");
  expect([empty.status, empty.text.includes("&lt;script&gt;")]).toEqual([422, true]);
  expect((await send(flag, { reason: "other", note: "" }, "sam")).status).toBe(422);
  expect((await send(flag, { reason: "spam", note: "x".repeat(501) }, "sam")).status).toBe(422);
  const sent = await send(flag, { reason: "secret", note: hostile }, "sam");
  expect([sent.status, sent.to]).toEqual([303, "/me/reports?sent=hidden"]);
  expect((await read("/me/reports?sent=hidden", "sam")).text).toContain("hidden until a moderator");
  await drain();

  const places = [
    ...["/", "/discussions", page, `/search?q=${canary}`, `/t/${topic.number}/replies/${reply.id}`],
    ...[`/feeds/topic-${topic.number}.atom`, "/feeds/all.json", "/notifications", "/moderation/log"],
    ...["/members/mei", "/me/reports"],
  ];
  const seenNowhere = async (who: Who) => {
    for (const place of places) expect((await read(place, who)).text, place).not.toContain(`${canary} buy`);
  };
  await seenNowhere("guest");
  await seenNowhere("sam");
  expect((await read("/notifications", "mei")).text).toContain("hidden until a moderator");

  const id = await openItem(reply.id);
  const queue = (await read("/moderation", "ada")).text;
  expect(queue).toContain(`href="/moderation/${id}"`);
  const item = (await read(`/moderation/${id}`, "ada")).text;
  for (const part of [`${canary} buy`, "Sam Reporter", "&lt;script&gt;"]) expect(item).toContain(part);
  expect(item).not.toContain("<script>alert");
  expect((await send(`/moderation/${id}/claim`, { back: "/moderation" }, "ben")).to).toBe("/moderation");
  const late = await send(`/moderation/${id}`, { act: "keep", version: "1" }, "ada");
  expect([late.status, late.text.includes("is looking at this")]).toEqual([409, true]);
  await send(`/moderation/${id}/claim`, { _method: "DELETE" }, "ben");
  const without = await send(`/moderation/${id}`, { act: "remove", reason: "", version: "1" }, "ada");
  expect(without.status).toBe(422);
  const decision = { act: "remove", reason: "spam", note: hostile, version: "1" };
  expect((await send(`/moderation/${id}`, decision, "ada")).status).toBe(303);
  const second = await send(`/moderation/${id}`, { act: "keep", version: "1" }, "ben");
  expect([second.status, second.text.includes("Ada Moderator took it away")]).toEqual([409, true]);
  await drain();

  const removal = await db.moderationDecision.findFirstOrThrow({ where: { replyId: reply.id } });
  const own = await read(`/appeals/${removal.id}`, "mei");
  expect(own.text).toContain(`${canary} buy`);
  expect(own.text).not.toMatch(/Sam Reporter|Ada Moderator|<script>alert/);
  for (const who of ["sam", "ada"] as const)
    expect((await read(`/appeals/${removal.id}`, who)).status).toBe(404);
  expect((await read("/notifications", "mei")).text).toContain(`href="/appeals/${removal.id}"`);
  expect((await read("/notifications", "sam")).text).toContain("You were right");
  await seenNowhere("guest");
  await seenNowhere("sam");
  const log = (await read("/moderation/log", "guest")).text;
  expect(log).toContain("a moderator");
  expect(log).not.toMatch(/Sam Reporter|Ada Moderator|Fees are odd|quagga/);

  const appeal = `/appeals/${removal.id}`;
  expect((await send(appeal, { text: "" }, "mei")).status).toBe(422);
  expect((await send(appeal, { text: "Look again" }, "sam")).status).toBe(404);
  expect((await send(appeal, { text: "Look again" }, "mei")).status).toBe(303);
  expect((await send(appeal, { text: "Look again" }, "mei")).status).toBe(409);
  const again = await openItem(reply.id);
  expect((await read(`/moderation/${again}`, "ada")).text).toContain("You took this away");
  expect((await send(`/moderation/${again}`, { act: "uphold", note: "" }, "ada")).status).toBe(409);
  expect((await send(`/moderation/${again}`, { act: "refuse", note: "" }, "ben")).status).toBe(422);
  expect((await send(`/moderation/${again}`, { act: "uphold", note: "Fine" }, "ben")).status).toBe(303);
  await drain();
  expect((await read(page, "guest")).text).toContain(`${canary} buy`);
  expect((await read("/notifications", "mei")).text).toContain("is back for everybody");
  expect((await read("/moderation/log", "guest")).text).toContain("upheld, it is back");
});

test("a report of what is not there says so before it says what the report lacks", async () => {
  const topic = await aDiscussion(platform, { author: sam });
  const gone = await aReply(platform, topic, { deletedAt: platform.clock.now() });
  const held = await aReply(platform, topic, { heldAt: platform.clock.now() });
  const elsewhere = await aReply(platform, await aDiscussion(platform, { author: sam }));
  const script = { cookie: cookies.mei, headers: { Accept: "application/json" } };
  const answers = [];
  for (const id of [gone.id, held.id, elsewhere.id, 777_777])
    for (const fields of [{}, { reason: "spam", note: "" }] as Record<string, string>[]) {
      const answer = await site.post(`/t/${topic.number}/replies/${id}/flag`, fields, script);
      answers.push(`${answer.status} ${await answer.text()}`.replaceAll(/[0-9a-f-]{36}/g, ""));
    }
  expect(answers[0]).toMatch(/^404/);
  expect(new Set(answers)).toEqual(new Set([answers[0]]));
});

test("moderators give a reason for what they take from others, on the page for it", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const address = `/t/${topic.number}/delete`;
  expect((await read(address, "ada")).text).toContain('name="reason"');
  expect((await send(address, {}, "ada")).status).toBe(422);
  expect((await send(address, { reason: "off-topic", note: "" }, "ada")).status).toBe(303);
  expect((await read(`/t/${topic.number}/${topic.slug}`, "mei")).status).toBe(404);
  expect(await db.moderationDecision.count({ where: { topicId: topic.id, reason: "off-topic" } })).toBe(1);
  expect((await send(address, { _method: "DELETE" }, "ben")).status).toBe(303);
  expect((await read(`/t/${topic.number}/${topic.slug}`, "mei")).status).toBe(200);

  const reply = await aReply(platform, topic, { author: mei });
  const below = `/t/${topic.number}/replies/${reply.id}/delete`;
  expect((await send(below, {}, "ada")).status).toBe(422);
  expect((await send(below, { reason: "abuse" }, "ada")).status).toBe(303);

  const own = await aDiscussion(platform, { author: ada });
  expect((await send(`/t/${own.number}/delete`, { reason: "spam" }, "ben")).status).toBe(303);
  expect((await send(`/t/${own.number}/delete`, { _method: "DELETE" }, "ada")).status).toBe(403);
});

test("nobody below a moderator sees the queue, and admins alone its rules", async () => {
  for (const path of ["/moderation", "/moderation/1", "/moderation/1/claim"]) {
    for (const [who, status] of [
      ["guest", 303],
      ["mei", 403],
    ] as const)
      expect([path, who, (await read(path, who)).status]).toEqual([path, who, status]);
    expect((await send(path, { act: "keep", version: "1" }, "mei")).status).toBeGreaterThanOrEqual(400);
  }
  expect((await read("/moderation/999999", "ada")).status).toBe(404);
  for (const who of ["mei", "ada"] as const) expect((await read("/admin/moderation", who)).status).toBe(403);
  expect((await send("/admin/moderation", { hideAt: "3" }, "boss")).status).toBe(422);
  expect((await send("/admin/moderation", { hideAt: "20" }, "boss")).status).toBe(303);
  expect((await read("/admin/moderation", "boss")).text).toContain('value="20"');
});

test("a report is taken back by who made it, and by nobody else", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  await send(`/t/${topic.number}/flag`, { reason: "spam" }, "sam");
  const { id } = await db.flag.findFirstOrThrow({ where: { topicId: topic.id } });
  expect((await send("/me/reports", { _method: "DELETE", id: String(id) }, "ben")).status).toBe(404);
  expect((await send("/me/reports", { _method: "DELETE", id: String(id) }, "sam")).status).toBe(303);
  expect(await db.flag.findUnique({ where: { id } })).toMatchObject({ state: "withdrawn" });
});

test("moderators find what waits and whom they keep out in their menu, in their language, and nobody else does", async () => {
  const readers = {
    moderator: { role: "moderator", entries: 2 },
    staff: { role: "staff", entries: 2 },
    member: { role: "member", entries: 0 },
    resting: { role: "moderator", entries: 0, secondFactorAt: null, createdAt: new Date(0) },
  } as const;
  const topic = await aDiscussion(platform, { author: mei });
  const reply = await aReply(platform, topic, { author: mei });
  await send(`/t/${topic.number}/replies/${reply.id}/flag`, { reason: "spam" }, "sam");
  await drain();
  platform.clock.advance(6_000);
  const waiting = await db.reviewItem.count({ where: { state: "open" } });
  expect(waiting).toBeGreaterThan(0);
  const spoken = { en: `Moderation, ${waiting} waiting`, "zh-CN": `审核，${waiting} 条待处理` };
  for (const locale of ["en", "zh-CN"] as const)
    for (const [who, { entries, ...traits }] of Object.entries(readers)) {
      const { id } = await aMember(platform, { ...traits, locale });
      const cookie = await signedIn(platform, id);
      const html = await (await site.get("/feeds", { cookie, headers: { Accept: "text/html" } })).text();
      // Once in the menu of a wide page, once in that of a phone.
      const count = (text: string) => html.split(text).length - 1;
      expect([who, count('href="/suspensions"')]).toEqual([who, entries]);
      expect([who, count(`href="/moderation" aria-label="${spoken[locale]}"`)]).toEqual([who, entries]);
    }
  for (const path of ["/feeds", "/"]) {
    const { text } = await read(path, "guest");
    expect(text).not.toMatch(/href="\/(suspensions|moderation)"/);
  }
});
