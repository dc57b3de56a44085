import { expect, test } from "vitest";
import { stopUrl } from "~/features/subscriptions/unsubscribing.server";
import { anAnnouncement } from "../factories/announcements";
import { aMember } from "../factories/members";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const { db } = platform;

async function ask(fields: Record<string, string>) {
  const answer = await site.post("/subscribe", { email: "reader@example.org", language: "en", ...fields });
  return { status: answer.status, location: answer.headers.get("location"), html: await answer.text() };
}

async function tokenFor(email: string): Promise<string> {
  const mail = await db.mail.findFirstOrThrow({ where: { address: email }, orderBy: { id: "desc" } });
  return (mail.data as { path: string }).path.replace("/subscribe/", "");
}

test("the changelog offers the form, and every address is answered alike", async () => {
  expect(await (await site.get("/changelog")).text()).toContain('action="/subscribe"');
  const first = await ask({});
  await site.post(`/subscribe/${await tokenFor("reader@example.org")}`, {});
  expect(await db.changelogSubscriber.count()).toBe(1);
  const known = await ask({});
  expect([first.status, first.location]).toEqual([303, "/subscribe?asked"]);
  expect(known).toEqual(first);
});

test("what is no address comes back as it was typed", async () => {
  const form = new FormData();
  for (const [name, value] of [
    ["email", "no address"],
    ["language", "zh-CN"],
    ["label", "security"],
    ["label", "<b>"],
  ] as const)
    form.append(name, value);
  const answer = await site.post("/subscribe", form);
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain('value="no address"');
  expect(html).toContain("That is not a complete email address");
  expect(html).toMatch(/value="security"[^>]*checked|checked[^>]*value="security"/);
  expect((await ask({ language: "tlh" })).status).toBe(422);
  for (const email of ["a@b.example\r\nBcc: c@d.example", ""])
    expect((await ask({ email })).status).toBe(422);
});

test("reading the page of a link changes nothing; a press confirms once", async () => {
  await ask({ email: "press@example.org" });
  const path = `/subscribe/${await tokenFor("press@example.org")}`;
  const shown = await site.get(path);
  expect([shown.status, shown.headers.get("cache-control")]).toEqual([
    200,
    expect.stringContaining("no-store"),
  ]);
  expect(await shown.text()).toContain("Yes, send me the changelog");
  expect(await db.changelogSubscriber.count({ where: { email: "press@example.org" } })).toBe(0);
  expect((await site.post(path, {})).headers.get("location")).toBe(`${path}?done`);
  expect((await site.post(path, {})).headers.get("location")).toBe(path);
  expect(await (await site.get(path)).text()).toContain("used already");
  expect(await db.changelogSubscriber.count({ where: { email: "press@example.org" } })).toBe(1);
});

test("one press of a mail program stops it; reading the page does not, and a forged link is not there", async () => {
  const { id } = await db.changelogSubscriber.create({
    data: { email: "stop@example.org", locale: "en", labels: [], confirmedAt: platform.clock.now() },
  });
  const path = new URL(stopUrl(platform, id)).pathname;
  expect((await site.get(path)).status).toBe(200);
  expect(await db.changelogSubscriber.count({ where: { id } })).toBe(1);
  for (const forged of [path.replace(`/${id}.`, `/${id + 1}.`), "/subscribe/1.x/stop"]) {
    expect((await site.get(forged)).status).toBe(404);
    expect((await site.post(forged, {})).status).toBe(404);
  }
  const pressed = await site.send(
    path,
    { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) },
    { headers: { Origin: "" } },
  );
  expect(pressed.status).toBe(200);
  expect(await db.changelogSubscriber.count({ where: { id } })).toBe(0);
  expect((await site.post(path, {})).headers.get("location")).toBe(`${path}?done`);
});

test("who will be told is shown to staff alone", async () => {
  const { slug } = await anAnnouncement(platform, { status: "draft" });
  const path = `/changelog/${slug}/recipients`;
  const staff = await signedIn(platform, (await aMember(platform, { role: "staff" })).id);
  const member = await signedIn(platform, (await aMember(platform)).id);
  expect((await site.get(path)).status).toBe(303);
  expect((await site.get(path, { cookie: member })).status).toBe(403);
  const shown = await site.get(path, { cookie: staff });
  expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining("Subscribers by mail")]);
  expect(await (await site.get(`/changelog/${slug}/publication`, { cookie: staff })).text()).toContain(path);
});
