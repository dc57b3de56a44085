import { describe, expect, test } from "vitest";
import { anArea } from "../factories/areas";
import { aMember } from "../factories/members";
import { aDiscussion } from "../factories/topics";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const { db } = platform;
const area = await anArea(platform, { slug: "technical" });
const admin = await aMember(platform, { name: "ada", role: "admin" });
const moderator = await aMember(platform, { name: "mod", role: "moderator" });
const mei = await aMember(platform, { name: "mei" });
const page = { Accept: "text/html" };

const read = async (path: string, who: { id: number } | null, language = "en") => {
  const cookie = who ? await signedIn(platform, who.id) : "";
  const answer = await site.get(path, { cookie, headers: { ...page, "Accept-Language": language } });
  return { status: answer.status, html: await answer.text() };
};
const send = async (path: string, fields: Record<string, string>, who: { id: number }) =>
  site.post(path, fields, { cookie: await signedIn(platform, who.id), headers: page });

describe("a reply with a link", () => {
  test("is shown to its author with the reason in their language, to moderators, and to nobody else", async () => {
    const topic = await aDiscussion(platform, { areaId: area.id });
    const canary = "canary-held-words";
    const sent = await send(`/t/${topic.number}/replies`, { body: `${canary} https://evil.example/` }, mei);
    expect(sent.status).toBe(303);
    const path = `/t/${topic.number}/${topic.slug}`;
    const own = await read(path, mei);
    expect(own.html).toContain(canary);
    expect(own.html).toContain("links of new accounts wait for a look");
    expect((await read(path, mei, "zh-CN")).html).toContain("新账号发的链接要先审核");
    expect((await read(path, moderator)).html).toContain(canary);
    for (const who of [null, await aMember(platform)])
      expect((await read(path, who)).html).not.toContain(canary);
  });
});

describe("the rules", () => {
  const rules = {
    links: "on",
    firstPosts: "2",
    keywords: "airdrop\n空投",
    knownHosts: "https://Etherscan.io/tx",
  };

  test("are the admins' alone, and are shown as they were saved", async () => {
    expect((await read("/admin/holding", moderator)).status).toBe(403);
    expect((await send("/admin/holding", rules, moderator)).status).toBe(403);
    expect((await send("/admin/holding", rules, admin)).status).toBe(303);
    const { html } = await read("/admin/holding?saved", admin);
    for (const shown of ["airdrop\n空投", "etherscan.io", 'value="2"']) expect(html).toContain(shown);
    expect(html).not.toMatch(/name="contacts"[^>]*checked/);
  });

  test("come back with what was typed when they make no sense", async () => {
    for (const wrong of [
      { firstPosts: "eleven" },
      { firstPosts: "11" },
      { keywords: "a" },
      { keywords: "x".repeat(100) },
      { keywords: Array.from({ length: 301 }, (_, index) => `word ${index}`).join("\n") },
      { knownHosts: "not a host" },
    ]) {
      const answer = await send("/admin/holding", { ...rules, ...wrong }, admin);
      expect([wrong, answer.status]).toEqual([wrong, 422]);
    }
    await send("/admin/holding", { links: "on", contacts: "on", firstPosts: "0" }, admin);
  });
});

describe("a suspension", () => {
  const fields = { length: "7", reason: "spam", note: "" };

  test("is a moderator's act, needs a fresh proof, and says what is wrong with the form", async () => {
    const sam = await aMember(platform, { name: "sam" });
    const path = "/members/sam/suspension";
    expect((await read(path, mei)).status).toBe(403);
    expect((await send(path, fields, mei)).status).toBe(403);
    expect((await read("/members/ada/suspension", moderator)).status).toBe(403);
    expect((await read(path, moderator)).status).toBe(200);

    const stale = await signedIn(platform, moderator.id);
    await db.session.updateMany({ where: { memberId: moderator.id }, data: { provenAt: hoursAgo(1) } });
    expect((await site.post(path, fields, { cookie: stale, headers: page })).status).toBe(403);
    expect(await db.suspension.count({ where: { memberId: sam.id } })).toBe(0);

    for (const wrong of [{ length: "8" }, { reason: "" }, { reason: "other" }, { note: "x".repeat(501) }])
      expect((await send(path, { ...fields, ...wrong }, moderator)).status).toBe(422);
    const cookie = await signedIn(platform, sam.id);
    expect((await send(path, fields, moderator)).status).toBe(303);
    expect((await site.get("/me", { cookie, headers: page })).status).toBe(303);
    expect((await send(path, fields, moderator)).status).toBe(409);
    expect((await read("/suspensions", moderator)).html).toContain(">sam<");
    expect((await read("/suspensions", mei)).status).toBe(403);
    expect((await read("/members/sam", moderator)).html).toContain(path);
    expect((await read("/members/sam", mei)).html).not.toContain(path);

    expect((await send(path, { _method: "DELETE" }, moderator)).status).toBe(303);
    expect((await read("/suspensions", moderator)).html).not.toContain(">sam<");
  });
});

function hoursAgo(hours: number): Date {
  return new Date(platform.clock.now().getTime() - hours * 3_600_000);
}
