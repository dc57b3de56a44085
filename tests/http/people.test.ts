import { describe, expect, test } from "vitest";
import { setBookmark } from "~/features/topics/bookmarking.server";
import { promoteMember } from "~/features/auth/appointing.server";
import { systemContext } from "~/features/members/context";
import { makeNameless } from "~/features/members/nameless.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { anAnnouncement } from "../factories/announcements";
import { anArea } from "../factories/areas";
import { aMember } from "../factories/members";
import { anOfficialReply } from "../factories/official";
import { aDiscussion, aReply } from "../factories/topics";
import { contextFor } from "../setup/contexts";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const { db, clock } = platform;
await aMember(platform, { role: "admin" });
const area = await anArea(platform, { slug: "technical" });
const mei = await aMember(platform, { name: "mei", displayName: "Mei" });
const sam = await aMember(platform, { name: "sam", displayName: "Sam" });
const lin = await aMember(platform, { name: "lin", displayName: "Lin", role: "staff" });
const cookies = {
  guest: undefined,
  mei: await signedIn(platform, mei.id),
  sam: await signedIn(platform, sam.id),
};
type Who = keyof typeof cookies;
const page = { Accept: "text/html" };
const script = { Accept: "application/json" };

async function read(path: string, who: Who = "guest") {
  const answer = await site.get(path, { cookie: cookies[who], headers: page });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}

const send = (
  path: string,
  fields: Record<string, string>,
  who: Who,
  headers = page as Record<string, string>,
) => site.post(path, fields, { cookie: cookies[who], headers });

describe("a reaction", () => {
  test("answers a script with every count and a form with the place of the text", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    const reply = await aReply(platform, topic, { author: mei });
    const path = `/t/${topic.number}/replies/${reply.id}/reactions`;
    const set = await send(path, { set: "helpful" }, "sam", script);
    expect(await set.json()).toEqual({
      counts: { helpful: 1, thanks: 0, works: 0, broken: 0 },
      mine: ["helpful"],
    });
    const unset = await send(path, { unset: "helpful" }, "sam", script);
    expect(await unset.json()).toMatchObject({ counts: { helpful: 0 }, mine: [] });
    const plain = await send(path, { set: "thanks" }, "sam");
    expect([plain.status, plain.headers.get("location")]).toEqual([
      303,
      `/t/${topic.number}/replies/${reply.id}`,
    ]);
    expect((await send(path, { set: "thanks", _method: "DELETE" }, "sam")).status).toBe(303);
    expect(await db.reaction.count({ where: { replyId: reply.id } })).toBe(0);
  });

  test("is asked for by name, by somebody signed in, on what is theirs to read", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    const held = await aReply(platform, topic, { author: mei, heldAt: clock.now() });
    const path = `/t/${topic.number}/reactions`;
    for (const set of ["", "angry", "__proto__"]) expect((await send(path, { set }, "sam")).status).toBe(400);
    expect((await send(path, { set: "helpful" }, "guest", script)).status).toBe(401);
    expect((await send(path, { set: "helpful" }, "mei")).status).toBe(403);
    for (const id of [held.id, 1_999_999_999]) {
      const elsewhere = `/t/${topic.number}/replies/${id}/reactions`;
      expect((await send(elsewhere, { set: "helpful" }, "sam")).status).toBe(404);
      expect((await read(`${elsewhere}/people`, "sam")).status).toBe(404);
    }
  });

  test("shows its count to everybody, its state to who gave it, and names to members", async () => {
    const topic = await aDiscussion(platform, { author: mei });
    const reply = await aReply(platform, topic, { author: mei });
    const path = `/t/${topic.number}/replies/${reply.id}/reactions`;
    await send(path, { set: "works" }, "sam");
    const topicPage = `/t/${topic.number}/${topic.slug}`;
    const guest = (await read(topicPage)).html;
    expect(guest).toMatch(/Works for me[^<]*<span data-count="true">1</);
    expect(guest).not.toContain("More reactions");
    const own = (await read(topicPage, "sam")).html;
    expect(own).toMatch(
      /name="unset"[^>]*value="works"[^>]*aria-pressed="true"|aria-pressed="true"[^>]*value="works"/,
    );
    const list = await read(`${path}/people`, "mei");
    expect(list.html).toContain('href="/members/sam"');
    expect(list.html).toContain('content="noindex"');
    expect((await read(`${path}/people`)).html).not.toContain("/members/sam");
  });

  test("is taken by announcements too", async () => {
    const { slug } = await anAnnouncement(platform, { author: lin });
    const path = `/changelog/${slug}/reactions`;
    const answer = await send(path, { set: "thanks" }, "sam");
    expect(answer.headers.get("location")).toBe(`/changelog/${slug}`);
    expect((await read(`/changelog/${slug}`)).html).toMatch(/Thank you[^<]*<span data-count="true">1</);
    expect((await read(`${path}/people`, "mei")).html).toContain('href="/members/sam"');
  });
});

test("whether an official reply answered it is asked under it and counted", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const { id } = await anOfficialReply(platform, topic, { author: lin });
  const path = `/t/${topic.number}/replies/${id}/answered`;
  expect(await (await send(path, { set: "yes" }, "sam", script)).json()).toEqual({
    counts: { yes: 1, no: 0 },
    mine: ["yes"],
  });
  expect((await send(path, { set: "maybe" }, "sam")).status).toBe(400);
  expect((await read(`/t/${topic.number}/${topic.slug}`)).html).toContain("Did this answer it?");
  expect((await send(path, { unset: "yes" }, "sam")).headers.get("location")).toBe(
    `/t/${topic.number}#official-${id}`,
  );
});

describe("a member's own page", () => {
  test("is theirs alone, and kept by nobody", async () => {
    for (const path of ["/me", "/me/voted", "/me/following", "/me/affected", "/me/bookmarks"]) {
      const guest = await read(path);
      expect([path, guest.status]).toEqual([path, 303]);
      expect(guest.headers.get("location")).toContain("/sign-in");
      const own = await read(path, "sam");
      expect([path, own.status]).toEqual([path, 200]);
      expect(own.headers.get("cache-control")).toContain("no-store");
      expect(own.html).toContain('content="noindex"');
      expect((await read(`${path}?after=%27;--`, "sam")).status).toBe(200);
    }
  });

  test("changes what they follow, many at once, and says how many", async () => {
    const topics = [await aDiscussion(platform), await aDiscussion(platform)];
    for (const { number } of topics) await send(`/t/${number}/follow`, {}, "sam");
    const body = new FormData();
    for (const { number } of topics) body.append("topic", String(number));
    body.append("level", "muted");
    const answer = await site.post("/me/following", body, { cookie: cookies.sam, headers: page });
    expect(answer.headers.get("location")).toBe("/me/following?changed=2");
    expect((await read("/me/following?changed=2", "sam")).html).toContain("Changed for 2 topics.");
    expect((await read("/me/following?level=muted", "sam")).html).toContain(topics[0]!.title);
    for (const level of ["", "loud"])
      expect((await send("/me/following", { topic: "1", level }, "sam")).status).toBe(400);
  });

  test("keeps bookmarks with a note of their own, which nobody else can change", async () => {
    const topic = await aDiscussion(platform, { author: mei, title: "Worth keeping" });
    const kept = await send(`/t/${topic.number}/bookmark`, { set: "bookmark" }, "sam");
    expect(kept.status).toBe(303);
    const { id } = await db.bookmark.findFirstOrThrow({ where: { topicId: topic.id } });
    const path = `/me/bookmarks/${id}`;
    expect((await send(path, { note: "for <b>Friday</b>" }, "mei")).status).toBe(404);
    await send(path, { note: "for <b>Friday</b>" }, "sam");
    expect((await read("/me/bookmarks", "sam")).html).toContain("for &lt;b&gt;Friday&lt;/b&gt;");
    expect((await send(path, { note: "x".repeat(501) }, "sam")).status).toBe(400);
    await send(path, { _method: "DELETE" }, "mei");
    expect(await db.bookmark.count({ where: { id } })).toBe(1);
    await setBookmark(contextFor(platform, mei), { number: topic.number });
    await send(path, { _method: "DELETE" }, "sam");
    expect(await db.bookmark.findMany({ where: { topicId: topic.id } })).toMatchObject([
      { memberId: mei.id },
    ]);
  });
});

test("a whole area is followed, muted and left again by a plain form", async () => {
  const path = `/areas/${area.slug}/follow`;
  expect((await read(path, "sam")).status).toBe(200);
  expect((await send(path, { level: "official" }, "sam")).status).toBe(303);
  expect((await read("/me/following", "sam")).html).toContain(`href="${path}"`);
  expect((await send(path, { level: "loud" }, "sam")).status).toBe(400);
  expect((await send(path, { level: "" }, "sam")).status).toBe(303);
  expect(await db.areaFollow.count()).toBe(0);
  expect((await read("/areas/no-such/follow", "sam")).status).toBe(404);
});

describe("a member's page", () => {
  test("is kept from search engines until they have written something", async () => {
    const nora = await aMember(platform, { name: "nora" });
    expect((await read("/members/nora")).html).toContain('content="noindex"');
    await aDiscussion(platform, { author: nora });
    expect((await read("/members/nora")).html).not.toContain('content="noindex"');
  });

  test("shows which replies solved something, and only what the reader may see", async () => {
    const omar = await aMember(platform, { name: "omar" });
    const open = await aDiscussion(platform, { author: mei, title: "An open question" });
    const hidden = await aDiscussion(platform, { author: mei, title: "A held question" });
    for (const topic of [open, hidden]) {
      const reply = await aReply(platform, topic, { author: omar, body: `Answer to ${topic.title}` });
      await aReply(platform, topic, { author: omar, body: `Remark on ${topic.title}` });
      const solved = { solutionId: reply.id, solvedAt: clock.now() };
      await db.topic.update({ where: { id: topic.id }, data: solved });
    }
    await db.topic.update({ where: { id: hidden.id }, data: { heldAt: clock.now() } });
    const all = (await read("/members/omar")).html;
    expect(all).toContain("Remark on An open question");
    const solutions = (await read("/members/omar?show=solutions")).html;
    expect(solutions).toContain("Answer to An open question");
    expect(solutions).not.toContain("Remark on");
    expect(all + solutions).not.toContain("A held question");
  });

  test("says of who left the team that they did, without the title they had", async () => {
    await aMember(platform, { name: "ola", displayName: "Ola", role: "staff", title: "Wallet engineer" });
    await promoteMember(systemContext(platform), { name: "ola", role: "member" });
    const { html } = await read("/members/ola");
    expect(html).toContain("Formerly staff of");
    expect(html).not.toContain("Wallet engineer");
    const roster = (await read("/staff")).html;
    expect(roster.indexOf("Former staff")).toBeLessThan(roster.lastIndexOf("/members/ola"));
    await promoteMember(systemContext(platform), { name: "ola", role: "staff" });
    expect((await read("/members/ola")).html).not.toContain("Formerly");
  });
});

test("who deleted their account is called so in the language of whoever reads", async () => {
  const gone = await aMember(platform, { name: "gone" });
  const topic = await aDiscussion(platform, { author: gone, areaId: area.id });
  await aReply(platform, topic, { author: gone });
  const nameless = { memberId: gone.id, locale: "en" } as const;
  await inTransaction(systemContext(platform), (tx) => makeNameless(tx, nameless));
  for (const [language, words, others] of [
    ["en", "Deleted member", "已注销成员"],
    ["zh-CN", "已注销成员", "Deleted member"],
  ] as const)
    for (const path of [`/t/${topic.number}/${topic.slug}`, "/discussions?sort=newest"]) {
      const answer = await site.get(path, { headers: { ...page, "Accept-Language": language } });
      const html = await answer.text();
      expect(html).toContain(words);
      expect(html).not.toContain(`>${others}<`);
    }
});
