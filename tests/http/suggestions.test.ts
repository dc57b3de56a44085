import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashPassword } from "~/features/auth/passwords.server";
import { anAnnouncement } from "../factories/announcements";
import { anArea } from "../factories/areas";
import { aMember } from "../factories/members";
import { anOfficialReply } from "../factories/official";
import { aSuggestion } from "../factories/suggestions";
import { aDiscussion, aReply } from "../factories/topics";
import { searchable } from "../features/search/searchable";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const { db } = platform;
const index = await searchable(platform);
await aMember(platform, { role: "admin" });
const { slug: area } = await anArea(platform);
const password = "nine kites over harbour";
const mei = await aMember(platform, { name: "mei", passwordHash: await hashPassword(password, "a network") });
const cookie = await signedIn(platform, mei.id);
const staffCookie = await signedIn(platform, (await aMember(platform, { role: "staff" })).id);
const page = { Accept: "text/html" };
const script = { Accept: "application/json" };
const votePath = (number: number) => `/suggestions/${number}/vote`;
const votesOf = (topicId: number) => db.vote.count({ where: { topicId, memberId: mei.id } });

describe("a vote sent as a form", () => {
  test("is cast and leads back to the place it was sent from", async () => {
    const { id, number } = await aSuggestion(platform);
    const back = `/suggestions?sort=top#suggestion-${number}`;
    const answer = await site.post(votePath(number), { back }, { cookie, headers: page });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, back]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await votesOf(id)).toBe(1);
  });

  test("is withdrawn by the same form with a method of its own, and by DELETE", async () => {
    const { id, number } = await aSuggestion(platform, { voters: [mei] });
    await site.post(votePath(number), { _method: "DELETE" }, { cookie, headers: page });
    expect(await votesOf(id)).toBe(0);
    await site.post(votePath(number), {}, { cookie, headers: page });
    const body = new URLSearchParams();
    await site.send(votePath(number), { method: "DELETE", body }, { cookie, headers: script });
    expect(await votesOf(id)).toBe(0);
  });

  test.each(["//evil.example", "https://evil.example", "/\\evil.example", "evil", ""])(
    "never leads away to %j",
    async (back) => {
      const { number, slug } = await aSuggestion(platform);
      const answer = await site.post(votePath(number), { back }, { cookie, headers: page });
      expect(answer.headers.get("location")).toBe(`/t/${number}/${slug}`);
    },
  );

  test("that is refused says so on a page, in the reader's language", async () => {
    const { number } = await aSuggestion(platform, { status: "shipped" });
    const english = await site.post(votePath(number), {}, { cookie, headers: page });
    expect(english.status).toBe(409);
    expect(await english.text()).toContain("Voting is closed here");
    const chinese = { ...page, "Accept-Language": "zh-CN" };
    expect(await (await site.post(votePath(number), {}, { cookie, headers: chinese })).text()).toContain(
      "投票已结束",
    );
  });

  test("for what is no suggestion, or no number, finds nothing", async () => {
    const { number } = await aDiscussion(platform);
    for (const asked of [number, 999_999, 0, -1, 1.5, "x", "99999999999999"]) {
      const answer = await site.post(`/suggestions/${asked}/vote`, {}, { cookie, headers: page });
      expect(answer.status).toBe(404);
    }
  });

  test("changes nothing by being opened", async () => {
    const { id, number } = await aSuggestion(platform);
    const answer = await site.get(votePath(number), { cookie, headers: page });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/t/${number}`]);
    expect(await votesOf(id)).toBe(0);
  });
});

describe("a vote sent by the script", () => {
  test("is answered with the count and whether it is pressed, once however often", async () => {
    const { number } = await aSuggestion(platform);
    const send = (fields: Record<string, string>) =>
      site.post(votePath(number), fields, { cookie, headers: script });
    for (let press = 0; press < 2; press++) {
      const answer = await send({});
      expect([answer.status, await answer.json()]).toEqual([200, { count: 2, pressed: true }]);
    }
    expect(await (await send({ _method: "DELETE" })).json()).toEqual({ count: 1, pressed: false });
  });

  test("that is refused brings the sentence and what the count is", async () => {
    const { number } = await aSuggestion(platform, { voters: [mei] });
    await db.topic.update({ where: { number }, data: { status: "declined" } });
    const answer = await site.post(votePath(number), { _method: "DELETE" }, { cookie, headers: script });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      count: 2,
      pressed: true,
      message: expect.stringContaining("closed"),
    });
  });

  test("without a session is told to sign in", async () => {
    const { number } = await aSuggestion(platform);
    expect((await site.post(votePath(number), {}, { headers: script })).status).toBe(401);
  });
});

test("a guest who votes signs in, the vote is cast, and they are back at the same place", async () => {
  const { id, number } = await aSuggestion(platform);
  const back = `/suggestions?status=open#suggestion-${number}`;
  const asked = await site.post(votePath(number), { back }, { headers: page });
  expect(asked.status).toBe(401);
  const [, packed] = /name="kept" value="([^"]*)"/.exec(await asked.text()) ?? [];
  const kept = packed!.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  const answer = await site.post("/sign-in", { identifier: "mei", password, kept }, { headers: page });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, back]);
  expect(await votesOf(id)).toBe(1);
  expect((await db.topic.findUniqueOrThrow({ where: { id } })).voteCount).toBe(2);
});

test("the page of a merged suggestion stays and leads on, and its replies are listed where it went", async () => {
  const [copy, original] = [await aSuggestion(platform), await aSuggestion(platform)];
  await aReply(platform, copy, { author: mei, body: "Said before the **merge**." });
  const merge = { into: String(original.number) };
  const sent = await site.post(`/suggestions/${copy.number}/merge`, merge, {
    ...{ cookie: staffCookie, headers: page },
  });
  expect(sent.status).toBe(303);
  const read = async (path: string) => (await site.get(path, { headers: page })).text();
  const old = await read(`/t/${copy.number}/${copy.slug}`);
  const survivor = `/t/${original.number}/${original.slug}`;
  expect(old).toContain("This was merged into");
  expect(old).toMatch(new RegExp(`rel="canonical" href="[^"]*${survivor}"`));
  for (const path of [survivor, `/t/${original.number}/merged`]) {
    const html = await read(path);
    expect([path, html.includes("Said before the <strong>merge</strong>.")]).toEqual([path, true]);
    expect(html).toContain(`/t/${copy.number}/`);
  }
  const answer = await site.post(
    `/t/${copy.number}/replies`,
    { body: "Too late" },
    { cookie, headers: page },
  );
  expect(answer.status).toBe(409);
});

test("who hides their votes stands in no list, counts all the same, and is seen by the team", async () => {
  const shy = await aMember(platform, { name: "shy", displayName: "Shy Reader" });
  const own = { cookie: await signedIn(platform, shy.id), headers: page };
  const { number } = await aSuggestion(platform, { voters: [shy] });
  const voters = async (who: string) =>
    (await site.get(`/suggestions/${number}/voters`, { cookie: who, headers: page })).text();
  const profile = { displayName: "Shy Reader", bio: "", locale: "", theme: "auto", timeZone: "UTC" };
  const settings = "/settings/profile";
  expect((await site.post(settings, { ...profile, "hide-votes": "1" }, own)).status).toBe(303);
  expect(await (await site.get(settings, own)).text()).toMatch(/<input[^>]*name="hide-votes"[^>]*checked/);
  expect(await voters(cookie)).not.toContain("Shy Reader");
  expect(await voters(cookie)).toContain("keeps their name to themselves");
  expect(await voters(staffCookie)).toContain("Shy Reader");
  await site.post(settings, profile, own);
  expect(await voters(cookie)).toContain("Shy Reader");
});

describe("posting", () => {
  const draft = (title: string) => ({ title, body: "Why & <how>", area, submission: randomUUID() });
  const post = (fields: Record<string, string>) =>
    site.post("/suggestions/new", fields, { cookie, headers: page });

  test("leads to the suggestion, and the same form sent again to the same one", async () => {
    const form = draft("Turn the wallet upside down");
    const answers = await Promise.all([post(form), post(form), post(form)]);
    expect(new Set(answers.map((answer) => answer.headers.get("location"))).size).toBe(1);
    expect(answers[0]?.headers.get("location")).toMatch(/^\/t\/\d+\/turn-the-wallet-upside-down$/);
    expect(await db.topic.count({ where: { title: form.title } })).toBe(1);
  });

  test("shows similar ones first, posts nothing, and keeps what was typed", async () => {
    const known = await aSuggestion(platform, { title: "Address book with labels that sync" });
    await index.drain();
    const form = draft("Address book with labels");
    const asked = await post(form);
    const html = await asked.text();
    expect(asked.status).toBe(200);
    expect(html).toContain("Address book with labels that sync");
    expect(html).toMatch(new RegExp(`formaction="/me/drafts/[^"]+/instead/${known.number}"`, "i"));
    expect(html).toContain('value="Address book with labels"');
    expect(html).toContain("Why &amp; &lt;how&gt;");
    expect(html).toContain('name="asked"');
    expect(await db.topic.count({ where: { title: form.title } })).toBe(0);
    const meant = await post({ ...form, asked: "1" });
    expect(meant.status).toBe(303);
    expect(await db.topic.count({ where: { title: form.title } })).toBe(1);
  });

  test("offers the same to the script while somebody writes", async () => {
    const answer = await site.get(
      `/search/similar?form=suggestion&q=${encodeURIComponent("address book labels")}`,
      {
        cookie,
      },
    );
    const fragment = await answer.text();
    expect(fragment).toContain("Address book with labels that sync");
    expect(fragment).toContain("Vote for this instead");
    expect(await (await site.get("/search/similar?form=suggestion&q=x", { cookie })).text()).toBe("");
  });

  test("says what is wrong beside its field and loses nothing", async () => {
    const answer = await post({ ...draft("hm"), body: "Because I <b>want</b> it", area: "" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('id="suggest-title-error"');
    expect(html).toContain('id="suggest-area-error"');
    expect(html).toContain("Because I &lt;b&gt;want&lt;/b&gt; it");
  });

  test("asks a guest to sign in with the text still there", async () => {
    const answer = await site.post("/suggestions/new", draft("Kept while I sign in"), { headers: page });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain("Kept while I sign in");
  });
});

describe("deciding", () => {
  test("is a page for staff alone", async () => {
    const { number } = await aSuggestion(platform);
    const path = `/suggestions/${number}/status`;
    expect((await site.get(path, { cookie, headers: page })).status).toBe(403);
    expect((await site.post(path, { to: "planned" }, { cookie, headers: page })).status).toBe(403);
    expect((await site.get(path, { cookie: staffCookie, headers: page })).status).toBe(200);
  });

  test("to decline without a reason shows the form again with what was typed", async () => {
    const { number, slug } = await aSuggestion(platform);
    const path = `/suggestions/${number}/status`;
    const send = (fields: Record<string, string>) =>
      site.post(path, fields, { cookie: staffCookie, headers: page });
    const text = "A phone line is what impostors copy first.";
    const again = await send({ to: "declined", text });
    const html = await again.text();
    expect([again.status, html.includes(text), html.includes('id="decide-reason-error"')]).toEqual([
      422,
      true,
      true,
    ]);
    const sent = await send({ to: "declined", reason: "not-planned", text });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `/t/${number}/${slug}`]);
    expect(await (await site.get("/roadmap", { headers: page })).text()).toContain(text);
  });
});

describe("pages", () => {
  test("show members' text as text", async () => {
    await aSuggestion(platform, {
      title: `<img src=x onerror=alert(1)> "quoted"`,
      body: "</li><script>x()</script>",
    });
    const html = await (await site.get("/suggestions?sort=new", { headers: page })).text();
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).not.toMatch(/<img src=x|<script>x/);
  });

  test("keep to their number of queries", async () => {
    const wish = await aSuggestion(platform);
    const problem = await aDiscussion(platform);
    await anOfficialReply(platform, problem);
    await anAnnouncement(platform, { topics: [wish.number] });
    for (const path of ["/", "/suggestions"]) await site.get(path, { cookie, headers: page });
    // Whatever is kept for seconds is read anew, but for what every page shares.
    platform.clock.advance(6_000);
    await site.get("/roadmap", { headers: page });
    const spent = async (path: string, options: { cookie?: string } = {}) => {
      platform.queries.length = 0;
      expect((await site.get(path, { ...options, headers: page })).status).toBe(200);
      return platform.queries.length;
    };
    expect(await spent("/")).toBeLessThanOrEqual(6);
    expect(await spent("/suggestions")).toBeLessThanOrEqual(4);
    expect(await spent("/suggestions", { cookie })).toBeLessThanOrEqual(6);
    expect(await spent("/roadmap")).toBeLessThanOrEqual(4);
    expect(await spent("/", { cookie })).toBeLessThanOrEqual(7);
  });
});
