import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anAnnouncement } from "../factories/announcements";
import { aMember } from "../factories/members";
import { anOfficialReply } from "../factories/official";
import { aDiscussion, aReply } from "../factories/topics";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const staff = await aMember(platform, {
  role: "staff",
  displayName: "Mara Lindqvist",
  title: "Support lead",
});
const asStaff = { cookie: await signedIn(platform, staff.id) };
const asMember = { cookie: await signedIn(platform, (await aMember(platform)).id) };
const asModerator = { cookie: await signedIn(platform, (await aMember(platform, { role: "moderator" })).id) };

function aLetter(traits: Record<string, string | readonly string[]> = {}): FormData {
  const form = new FormData();
  const fields = {
    body: "It is safe to wait.",
    type: "answer",
    status: "",
    submission: randomUUID(),
    ...traits,
  };
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) form.append(name, each);
  return form;
}

test("only staff answer officially, whatever is sent", async () => {
  const { number, id } = await aDiscussion(platform);
  expect((await site.post(`/t/${number}/official`, aLetter())).status).toBe(401);
  for (const options of [asMember, asModerator]) {
    expect((await site.get(`/t/${number}/official`, options)).status).toBe(403);
    expect((await site.post(`/t/${number}/official`, aLetter(), options)).status).toBe(403);
  }
  expect(await platform.db.reply.count({ where: { topicId: id } })).toBe(0);
});

test("a letter sent twice stands once, and its reference can be checked by anybody", async () => {
  const { number, id } = await aDiscussion(platform, { title: "Swap stays pending" });
  const announcement = await anAnnouncement(platform);
  const fields = {
    type: "fixed-in",
    status: "solved",
    announcement: String(announcement.id),
    submission: randomUUID(),
  };
  const first = await site.post(`/t/${number}/official`, aLetter(fields), asStaff);
  const second = await site.post(`/t/${number}/official`, aLetter(fields), asStaff);
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.headers.get("location")).toBe(first.headers.get("location"));
  const { reference } = await platform.db.officialReply.findFirstOrThrow({ where: { topicId: id } });
  const typed = await site.get(`/official?reference=${reference.toLowerCase().replaceAll("-", " ")}`);
  expect([typed.status, typed.headers.get("location")]).toEqual([303, `/official/${reference}`]);
  const response = await site.get(`/official/${reference}`);
  const html = await response.text();
  expect(response.status).toBe(200);
  for (const words of ["This is ours.", "Mara Lindqvist", "Support lead", "Swap stays pending", "SHA-256"])
    expect(html).toContain(words);
});

test("a letter that cannot be taken comes back whole", async () => {
  const { number } = await aDiscussion(platform, { kind: "question" });
  const body = "A long and careful answer.";
  const refusals: { fields: Record<string, string>; status: number; sentence: string }[] = [
    { fields: { type: "" }, status: 422, sentence: "Choose what this reply is" },
    { fields: { body: "", type: "answer" }, status: 422, sentence: "" },
    { fields: { type: "known-issue" }, status: 422, sentence: "makes no sense on this topic" },
    { fields: { type: "answer", status: "shipped" }, status: 422, sentence: "does not set that status" },
    { fields: { type: "answer", announcement: "999999" }, status: 409, sentence: "missing or was withdrawn" },
  ];
  for (const { fields, status, sentence } of refusals) {
    const response = await site.post(`/t/${number}/official`, aLetter({ body, ...fields }), asStaff);
    const html = await response.text();
    expect([fields, response.status]).toEqual([fields, status]);
    expect(html).toContain(sentence);
    if (!("body" in fields)) expect(html).toContain(body);
  }
  expect(
    await platform.db.officialReply.count({
      where: { topicId: (await platform.db.topic.findUniqueOrThrow({ where: { number } })).id },
    }),
  ).toBe(0);
});

test("an unknown reference is called unknown, a mistyped one mistyped, and neither runs anything", async () => {
  for (const reference of [
    "HB-2222-00",
    "HB-7F3K-99",
    "x",
    "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "%F0%9F%90%A6",
  ]) {
    const response = await site.get(`/official/${reference}`);
    expect([reference, response.status]).toEqual([reference, 404]);
    expect(await response.text()).not.toContain("<script>alert");
  }
  expect((await site.get("/official")).status).toBe(200);
});

test("what a hostile member is called stays text on the page that verifies", async () => {
  const author = await aMember(platform, {
    role: "staff",
    displayName: `<img src=x onerror=alert(1)>`,
    title: `"><b>`,
  });
  const { reference } = await anOfficialReply(platform, await aDiscussion(platform), { author });
  const html = await (await site.get(`/official/${reference}`)).text();
  expect(html).not.toMatch(/<img src=x|"><b>|&gt;<b>/);
});

test("feeds answer by address, tell who has them already, and never carry a cookie", async () => {
  await anAnnouncement(platform, { title: "In the feed" });
  const first = await site.get("/feeds/changelog.atom", asStaff);
  expect(first.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  expect(first.headers.get("set-cookie")).toBeNull();
  expect(await first.text()).toContain("In the feed");
  const again = await site.get("/feeds/changelog.atom", {
    headers: { "If-None-Match": first.headers.get("etag")! },
  });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  for (const path of [
    "/feeds/nothing.atom",
    "/feeds/topic-99999.json",
    "/feeds/area-x.atom",
    "/feeds/all.rss",
  ]) {
    expect((await site.get(path)).status).toBe(404);
  }
});

test("a topic shows its letter, names what announced it, and keeps to six queries for a guest", async () => {
  const topic = await aDiscussion(platform, { title: "Energy shows zero after staking" });
  await aDiscussion(platform, { title: "Energy shows zero after an update" });
  const shown = await anAnnouncement(platform, { release: "2.4.1", topics: [topic.number], settle: true });
  const draft = await anAnnouncement(platform, {
    release: "9.9.9",
    title: "A draft canary",
    status: "draft",
  });
  const announcementIds = [shown.id, draft.id];
  const { id, reference } = await anOfficialReply(platform, topic, { type: "fixed-in", announcementIds });
  const path = `/t/${topic.number}/${topic.slug}`;
  await site.get(path);
  platform.queries.length = 0;
  const html = await (await site.get(path)).text();
  expect(platform.queries.length).toBeLessThanOrEqual(6);
  for (const words of [
    `Check ${reference}`,
    `id="official-${id}"`,
    "Fixed in 2.4.1",
    `href="/changelog/${shown.slug}"`,
  ]) {
    expect(html).toContain(words);
  }
  expect(html).not.toMatch(/canary|9\.9\.9|Reply officially/);
  expect(await (await site.get(path, asMember)).text()).not.toMatch(/canary|Reply officially/);
  await site.get(path, asStaff);
  platform.queries.length = 0;
  expect(await (await site.get(path, asStaff)).text()).toMatch(/Reply officially/);
  expect(platform.queries.length).toBeLessThanOrEqual(10);
});

test("nothing a member writes looks like the team's mark, and a letter of who has left says so", async () => {
  const left = await aMember(platform, { role: "staff", displayName: "Noa Berg" });
  const topic = await aDiscussion(platform, { title: "Who speaks here" });
  await anOfficialReply(platform, topic, { author: left });
  await platform.db.member.update({ where: { id: left.id }, data: { role: "member" } });
  const forged = [
    `<span class="by-staff"><svg class="i"><use href="#i-seal"/></svg>Official: Answer</span>`,
    `<article class="letter"><div class="letter-band">Official reply</div></article>`,
    `[Official: Answer](#official-1){.by-staff}`,
    `<img src=x class="by-staff" style="content:'Official'">`,
  ].join("\n\n");
  const cheat = await aMember(platform, { displayName: `<b class="by-staff">Official</b>` });
  await aReply(platform, topic, { author: cheat, body: forged });
  const page = await site.get(`/t/${topic.number}/${topic.slug}`);
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html.match(/<[^<>]*class="letter"/g)).toHaveLength(1);
  expect(html.match(/<[^<>]*class="by-staff"/g)).toHaveLength(1);
  expect(html).toContain("staff at that time");
});

test("what is saved quietly asks for a reason, keeps what was typed, and shows the reason to admins alone", async () => {
  const { number, slug } = await aDiscussion(platform);
  const path = `/t/${number}/official`;
  const short = await site.post(path, aLetter({ quiet: "1", "quiet-reason": "because" }), asStaff);
  expect(short.status).toBe(422);
  expect(await short.text()).toContain("at least 10 characters");
  const reason = "A court order names the victim";
  const sent = await site.post(path, aLetter({ quiet: "1", "quiet-reason": reason }), asStaff);
  expect(sent.status).toBe(303);
  const place = sent.headers.get("location")!;
  const edit = { body: "Other words.", version: "1", telling: "quiet", "quiet-reason": "no" };
  const refused = await site.post(`${place}/edit`, formOf(edit), asStaff);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("Other words.");
  const edited = await site.post(`${place}/edit`, formOf({ ...edit, "quiet-reason": reason }), asStaff);
  expect(edited.status).toBe(303);

  const { reference } = await platform.db.officialReply.findFirstOrThrow({ orderBy: { replyId: "desc" } });
  for (const each of [`/t/${number}/${slug}`, `${place}/history`, `/official/${reference}`, "/promises"])
    expect(await (await site.get(each, asStaff)).text()).not.toContain(reason);
  for (const options of [asMember, asModerator, asStaff])
    expect((await site.get("/admin/audit", options)).status).toBe(403);
  const admin = await aMember(platform, { role: "admin" });
  const log = await site.get("/admin/audit", { cookie: await signedIn(platform, admin.id) });
  expect([log.status, (await log.text()).split(reason).length - 1]).toEqual([200, 2]);
});

test("a promise that cannot be made comes back whole, and one that can is on the page of promises", async () => {
  const { number } = await aDiscussion(platform);
  const path = `/t/${number}/official`;
  const promise = "An export for everybody";
  const refusals: [fields: Record<string, string>, sentence: string][] = [
    [{ promise, "promise-due": "2026-02-30" }, "no day of the calendar"],
    [{ promise, "promise-due": "2001-01-01" }, "over already"],
    [{ promise: "", "promise-due": "2099-01-01" }, "Say what is promised"],
    [{ promise: "x".repeat(201), "promise-due": "" }, "too long"],
    [{ promise, status: "solved" }, "Leave one of the two out"],
  ];
  for (const [fields, sentence] of refusals) {
    const answer = await site.post(path, aLetter({ type: "answer", ...fields }), asStaff);
    const html = await answer.text();
    expect([fields, answer.status]).toEqual([fields, 422]);
    expect(html).toContain(sentence);
    expect(html).toContain("It is safe to wait.");
  }
  expect((await site.post(path, aLetter({ promise, "promise-due": "" }), asStaff)).status).toBe(303);
  const again = await site.post(path, aLetter({ promise }), asStaff);
  expect(again.status).toBe(409);
  expect(await (await site.get("/promises")).text()).toContain(promise);
  for (const query of ["?standing=late", "?standing=nonsense", "?after=x", "?standing=kept&after=1_1"])
    expect((await site.get(`/promises${query}`)).status).toBe(200);
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
