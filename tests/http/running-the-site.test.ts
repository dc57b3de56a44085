import { expect, test } from "vitest";
import { createFirstAdminLink } from "~/features/admin/first-admin-link.server";
import { systemContext } from "~/features/members/context";
import { aMember } from "../factories/members";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const page = { Accept: "text/html", "Accept-Language": "en" };
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

function firstRunForm(changes: Record<string, string> = {}): FormData {
  const form = new FormData();
  const fields = {
    name: "Nadia",
    email: "nadia@tern.example",
    password: "nine kites over harbour",
    siteName: "Tern Wallet",
  };
  const more = { defaultLocale: "zh-CN", preset: "wallet", "wallet-technical-name-en": "Bugs", sample: "1" };
  for (const [name, value] of Object.entries({ ...fields, ...more, ...changes })) form.set(name, value);
  form.append("languages", "en");
  form.append("languages", "zh-CN");
  form.set("mark", new File([png], "mark.png", { type: "image/png" }));
  return form;
}

// One site, set up and run in the order a person would.
let admin = "";
let member = "";

test("until it is set up, the front page says how and everything else works", async () => {
  const html = await (await site.get("/", { headers: page })).text();
  expect(html).toContain("This site is not set up yet");
  expect(html).not.toMatch(/first-run\/[\w-]{20}/);
  expect((await site.get("/staff", { headers: page })).status).toBe(200);
});

test("a wrong first-run link is a page that does not exist, also for the form", async () => {
  await createFirstAdminLink(systemContext(platform));
  for (const path of ["/first-run/nope", `/first-run/${"A".repeat(43)}`]) {
    expect((await site.get(path, { headers: page })).status).toBe(404);
    expect((await site.post(path, firstRunForm(), { headers: page })).status).toBe(404);
  }
  expect(await platform.db.member.count()).toBe(0);
});

test("first run gives everything typed back with what needs another look", async () => {
  const link = (await createFirstAdminLink(systemContext(platform)))!.replace(platform.config.origin, "");
  const form = firstRunForm({
    email: "no address",
    password: "1234567890",
    "wallet-technical-name-en": "x".repeat(41),
  });
  const response = await site.post(link, form, { headers: page });
  expect(response.status).toBe(422);
  const html = await response.text();
  for (const kept of ["Nadia", "no address", "Tern Wallet", "x".repeat(41)]) expect(html).toContain(kept);
  expect(html).not.toContain("1234567890");
  expect(html).toContain("That is not a complete email address");

  const done = await site.post(link, firstRunForm(), { headers: page });
  expect(done.status).toBe(303);
  admin = done.headers.getSetCookie()[0]!.split(";")[0]!;
  expect((await site.get(link, { headers: page })).status).toBe(404);
});

test("the site then bears its name and mark, and the sample is shown to admins as one", async () => {
  const html = await (await site.get("/staff", { cookie: admin, headers: page })).text();
  expect(html).toContain("Tern Wallet");
  const mark = /\/site-mark\/[0-9a-f]{24}/.exec(html)![0];
  const image = await site.get(mark);
  expect(image.headers.get("content-type")).toBe("image/webp");
  expect(image.headers.get("cache-control")).toContain("immutable");
  expect(html).toContain("Remove the sample community");
  expect(await (await site.get("/staff", { headers: page })).text()).not.toContain(
    "Remove the sample community",
  );
  expect((await site.get("/site-mark/../../secrets.json")).status).toBe(404);
});

test("a member's page shows what they wrote and marks a sample as one", async () => {
  const response = await site.get("/members/SAMPLE-MEMBER-1", { headers: page });
  expect(response.headers.get("location")).toBe("/members/sample-member-1");
  platform.queries.length = 0;
  const html = await (await site.get("/members/sample-member-1", { headers: page })).text();
  expect(platform.queries.length).toBeLessThanOrEqual(4);
  expect(html).toContain("Made up for the sample community.");
  expect(html).toContain("Sample: The app closes when I open the settings");
  expect(html).toContain("That works for now, thank you.");
  expect(html).toContain('content="noindex"');
  const team = await (await site.get("/members/sample-team", { headers: page })).text();
  expect(team).not.toContain("Staff of Tern Wallet");
  const roster = await (await site.get("/staff", { headers: page })).text();
  expect(roster).toContain("Nadia");
  expect(roster).not.toContain("Sample team");
});

test("what a member wrote is paged, and what is held or deleted is not shown", async () => {
  const mei = await aMember(platform, { name: "mei" });
  member = await signedIn(platform, mei.id);
  const { id: areaId } = await platform.db.area.findFirstOrThrow();
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
  await platform.db.topic.createMany({
    data: Array.from({ length: 32 }, (_, index) => ({
      ...{
        number: 9_000 + index,
        board: "discussion",
        kind: "problem",
        areaId,
        authorId: mei.id,
        status: "open",
      },
      ...{ title: `Topic number ${index}`, slug: "x", body: "x", bodyHtml: "<p>x</p>", rendererVersion: 1 },
      ...{ createdAt: at(index), statusChangedAt: at(index), lastActivityAt: at(index) },
      ...(index === 31 && { heldAt: at(40) }),
      ...(index === 30 && { deletedAt: at(40) }),
    })),
  });
  const seen: string[] = [];
  let path: string | undefined = "/members/mei";
  while (path) {
    const html: string = await (await site.get(path, { headers: page })).text();
    seen.push(...[...html.matchAll(/Topic number (\d+)/g)].map(([, number]) => number!));
    path = /href="(\/members\/mei\?topics=[^"#]+)/.exec(html)?.[1]?.replaceAll("&amp;", "&");
  }
  expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => String(29 - index)));
  expect(await (await site.get("/members/mei", { cookie: member, headers: page })).text()).toContain(
    "Topic number 31",
  );
  expect((await site.get("/members/mei?topics=%27;--&replies=9e9_9", { headers: page })).status).toBe(200);
});

test("admins rename, order, archive and add areas; nothing typed is lost when a name is missing", async () => {
  const areas = await platform.db.area.findMany({ orderBy: { position: "asc" } });
  expect(areas[0]!.names).toMatchObject({ en: "Bugs" });
  const form = new FormData();
  for (const [index, { id }] of areas.entries()) {
    form.append("area", String(id));
    form.set(`${id}-name-en`, index === 0 ? "" : `Area ${index}`);
    form.set(`${id}-name-zh-CN`, "");
    form.set(`${id}-position`, String(areas.length - index));
  }
  form.append("area", "new");
  form.set("new-name-zh-CN", "质押");
  const refused = await site.post("/admin/areas", form, { cookie: admin, headers: page });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("质押");

  form.set(`${areas[0]!.id}-name-en`, "Technical");
  form.set(`${areas[1]!.id}-archived`, "on");
  const saved = await site.post("/admin/areas", form, { cookie: admin, headers: page });
  expect(saved.headers.get("location")).toBe("/admin/areas?saved");
  const after = await platform.db.area.findMany({
    where: { archivedAt: null },
    orderBy: { position: "asc" },
  });
  expect(after.map(({ slug }) => slug)).toEqual([
    "experience",
    "security",
    "transaction",
    "technical",
    "质押",
  ]);
  expect((await site.post("/admin/areas", form, { cookie: member, headers: page })).status).toBe(403);
});

test("at least one area stays open", async () => {
  const [area] = await platform.db.area.findMany();
  const form = { area: String(area!.id), [`${area!.id}-name-en`]: "Only", [`${area!.id}-archived`]: "on" };
  const response = await site.post("/admin/areas", form, { cookie: admin, headers: page });
  expect(response.status).toBe(422);
  expect(await response.text()).toContain("At least one area must stay open");
});

test("admins change name, languages and mark; a site of one language speaks it to everybody", async () => {
  const fields = {
    siteName: "  Copper\u202E  ",
    defaultLocale: "zh-CN",
    languages: "zh-CN",
    removeMark: "1",
  };
  const saved = await site.post("/admin", fields, { cookie: admin, headers: page });
  expect(saved.headers.get("location")).toBe("/admin?saved");
  const html = await (await site.get("/staff", { headers: { ...page, "Accept-Language": "en" } })).text();
  expect(html).toContain('<html lang="zh-CN"');
  expect(html).toContain("<b>Copper</b>");
  expect(html).not.toContain("/site-mark/");
  expect(html).not.toContain('name="locale"');
  const none = await site.post(
    "/admin",
    { siteName: "x".repeat(5_000_000), defaultLocale: "xx" },
    { cookie: admin, headers: page },
  );
  expect(none.status).toBe(422);
  expect((await site.post("/admin", fields, { cookie: member, headers: page })).status).toBe(403);
});

test("one click removes the sample community", async () => {
  expect(
    (await site.post("/admin/sample", { _method: "DELETE" }, { cookie: member, headers: page })).status,
  ).toBe(403);
  expect((await site.post("/admin/sample", { _method: "DELETE" }, { headers: page })).status).toBe(401);
  const removed = await site.post("/admin/sample", { _method: "DELETE" }, { cookie: admin, headers: page });
  expect(removed.status).toBe(303);
  expect(await platform.db.topic.count({ where: { origin: "sample" } })).toBe(0);
  expect(await platform.db.topic.count()).toBe(32);
});
