import { describe, expect, test } from "vitest";
import { aMember } from "../factories/members";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
await aMember(platform, { role: "admin", name: "boss" });
const password = "nine kites over harbour";
const page = { Accept: "text/html" };

const joined = await site.post(
  "/sign-up",
  { name: "mei", email: "mei@post.example", password },
  { headers: page },
);
const mei = joined.headers.getSetCookie()[0]!.split(";")[0]!;

/** The hidden field that carries a form through signing in, as the browser would send it back. */
async function keptIn(response: Response): Promise<string> {
  const [, packed] = /name="kept" value="([^"]*)"/.exec(await response.text()) ?? [];
  return packed!
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function fieldsOf(html: string): string[] {
  return [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => input);
}

describe("a page for members", () => {
  test("leads a guest to sign in and back", async () => {
    const response = await site.get("/settings/profile?x=1", { headers: page });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/sign-in?next=%2Fsettings%2Fprofile%3Fx%3D1");
    const answer = await site.post(
      "/sign-in",
      { identifier: "mei", password, next: "/settings/profile?x=1" },
      { headers: page },
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/settings/profile?x=1");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("is not stored by anything", async () => {
    const response = await site.get("/settings/security", { cookie: mei, headers: page });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("vary")).toContain("Cookie");
  });

  test.each(["/admin", "/admin/areas"])("%s is for admins", async (path) => {
    expect((await site.get(path, { cookie: mei, headers: page })).status).toBe(403);
    expect(
      (await site.post(path, { siteName: "Mine", area: "1" }, { cookie: mei, headers: page })).status,
    ).not.toBe(303);
  });
});

test.each([
  "//evil.example",
  "https://evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "evil",
])("signing in never leads away to %j", async (next) => {
  const answer = await site.post("/sign-in", { identifier: "mei", password, next }, { headers: page });
  expect(answer.headers.get("location")).toBe("/");
  const asked = await site.get(`/sign-in?next=${encodeURIComponent(next)}`, { cookie: mei, headers: page });
  expect(asked.headers.get("location")).toBe("/");
});

describe("a form sent without a session", () => {
  const bio = 'I climb.\n<b>"Often"</b> & far\'s';
  const profile = { displayName: "Mei L", bio, locale: "", theme: "dark", timeZone: "UTC" };

  test("is answered with the way in and goes through after it", async () => {
    const asked = await site.post("/settings/profile", profile, { headers: page });
    expect(asked.status).toBe(401);
    const answer = await site.post(
      "/sign-in",
      { identifier: "mei", password, kept: await keptIn(asked) },
      { headers: page },
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/settings/profile?saved");
    expect(answer.headers.getSetCookie().some((cookie) => cookie.startsWith("session="))).toBe(true);
    const member = await platform.db.member.findUniqueOrThrow({ where: { nameFolded: "mei" } });
    expect(member).toMatchObject({ displayName: "Mei L", bio });
  });

  test("stays whole through a wrong password and the way to a new account", async () => {
    const asked = await site.post(
      "/settings/profile",
      { ...profile, displayName: "New Here" },
      { headers: page },
    );
    const wrong = await site.post(
      "/sign-in",
      { identifier: "mei", password: "wrong wrong wrong", kept: await keptIn(asked) },
      { headers: page },
    );
    expect(wrong.status).toBe(422);
    const turned = await site.post("/sign-up", { kept: await keptIn(wrong), begin: "1" }, { headers: page });
    expect(turned.status).toBe(200);
    const account = { name: "newcomer", email: "new@post.example", password };
    const answer = await site.post("/sign-up", { ...account, kept: await keptIn(turned) }, { headers: page });
    expect(answer.headers.get("location")).toBe("/settings/profile?saved");
    expect(await platform.db.member.findUniqueOrThrow({ where: { nameFolded: "newcomer" } })).toMatchObject({
      displayName: "New Here",
    });
  });

  test("comes back with what was wrong in it, for whoever just signed in", async () => {
    const asked = await site.post(
      "/settings/profile",
      { ...profile, timeZone: "Mars/Olympus" },
      { headers: page },
    );
    const answer = await site.post(
      "/sign-in",
      { identifier: "mei", password, kept: await keptIn(asked) },
      { headers: page },
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("Choose a time zone of the list.");
    expect(html).toContain("&lt;b&gt;&quot;Often&quot;&lt;/b&gt;");
    expect(answer.headers.getSetCookie()).toHaveLength(2);
  });

  test("shows what was written, and drops passwords", async () => {
    const body = "It <script>alert(1)</script> broke";
    const fields = { body, title: "Title of mine", currentPassword: "secret-one", newPassword: "secret-two" };
    const html = await (await site.post("/settings/security", fields, { headers: page })).text();
    expect(html).toContain("It &lt;script&gt;alert(1)&lt;/script&gt; broke");
    expect(html).not.toContain("secret-");
  });

  test("with pictures asks for them again and keeps the rest", async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(profile)) form.set(name, value);
    form.set("pictures", new File(["not a picture"], "screen.png", { type: "image/png" }));
    const asked = await site.post("/settings/profile", form, { headers: page });
    expect(asked.status).toBe(401);
    const answer = await site.post(
      "/sign-in",
      { identifier: "mei", password, kept: await keptIn(asked) },
      { headers: page },
    );
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain("You are signed in");
    expect(html).toContain('type="file" name="pictures"');
    expect(html).toMatch(/enctype="multipart\/form-data"/i);
    expect(fieldsOf(html).some((input) => input.includes('value="Mei L"'))).toBe(true);
    expect(html).toContain("Your account, Mei L");
  });

  test("for a script is only told so", async () => {
    const response = await site.post("/settings/profile", profile, {
      headers: { Accept: "application/json" },
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ id: "sign-in-required" });
  });

  test.each([
    ["an address elsewhere", JSON.stringify({ path: "//evil.example/x", fields: [], fileFields: [] })],
    ["the way out", JSON.stringify({ path: "/sign-out", fields: [], fileFields: [] })],
    ["no form at all", "null"],
    ["a broken one", "{"],
    [
      "strange shapes",
      JSON.stringify({ path: "/settings/profile", fields: { __proto__: 1 }, fileFields: [[]] }),
    ],
    ["far too much", JSON.stringify({ path: "/x", fields: [["a", "x".repeat(3_000_000)]], fileFields: [] })],
  ])("is not made up of %s", async (_what, kept) => {
    const answer = await site.post("/sign-in", { identifier: "mei", password, kept }, { headers: page });
    expect(answer.headers.get("location")).toBe("/");
  });

  test("that only a member may carry out is still refused to them", async () => {
    const asked = await site.post("/admin/areas", { area: "1", "1-name-en": "Mine" }, { headers: page });
    const answer = await site.post(
      "/sign-in",
      { identifier: "mei", password, kept: await keptIn(asked) },
      { headers: page },
    );
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("This is not yours to do.");
  });
});

describe("what goes wrong", () => {
  test.each([
    ["en", "This page moved or never was."],
    ["zh-CN,zh;q=0.9,en;q=0.8", "页面不在了"],
    ["fr;q=0.9, zh-TW;q=0.8, en;q=0.1", "页面不在了"],
  ])("is said in the reader's language: %s", async (language, sentence) => {
    for (const path of ["/no-such-page", "/members/nobody-here", "/first-run/x", "/t/999999"]) {
      const response = await site.get(path, { headers: { ...page, "Accept-Language": language } });
      expect(response.status).toBe(404);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.text()).toContain(sentence);
    }
  });

  test("with a malformed address is no fault of the server", async () => {
    for (const path of [
      "/members/%E0%A4%A",
      "/%FF",
      "/sign-in?next=%FF%00",
      "/members/a%00b",
      "/members/%F0%9F%98%80".repeat(50),
    ]) {
      expect((await site.get(path, { headers: page })).status).toBeLessThan(500);
    }
  });

  test("a form where none is taken is a page of its own", async () => {
    for (const path of ["/staff", "/", "/no-such-page", "/members/mei"]) {
      const response = await site.post(path, { a: "b" }, { headers: page });
      expect(response.status).toBe(405);
      expect(await response.text()).toContain("There is nothing to see at this address.");
    }
    expect((await site.get("/sign-out", { headers: page })).status).toBe(405);
  });

  test("something that is no form is refused", async () => {
    const headers = { ...page, "Content-Type": "application/json" };
    const response = await site.post("/sign-in", { a: "b" }, { headers });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("This could not be read.");
  });

  test("ten megabytes where a name belongs are answered with the form", async () => {
    const huge = "x".repeat(10_000_000);
    const started = performance.now();
    const sent = [
      ["/sign-in", { identifier: huge, password }],
      ["/sign-in", { identifier: "mei", password: huge }],
      ["/sign-up", { name: huge, email: "huge@post.example", password }],
      ["/sign-up", { name: "huge", email: huge, password }],
      ["/sign-up", { name: "huge", email: "huge@post.example", password: huge }],
    ] as const;
    for (const [path, fields] of sent) {
      const response = await site.post(path, { ...fields }, { headers: page });
      expect(response.status).toBe(422);
      expect((await response.text()).length).toBeLessThan(50_000);
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("choices in the frame", () => {
  test("of language hold for guests by cookie and for members by account", async () => {
    const chosen = await site.post(
      "/settings/language",
      { locale: "zh-CN", backTo: "/staff" },
      { headers: page },
    );
    expect(chosen.headers.get("location")).toBe("/staff");
    const cookie = chosen.headers.getSetCookie()[0]!.split(";")[0]!;
    expect(await (await site.get("/staff", { cookie, headers: page })).text()).toContain(
      '<html lang="zh-CN"',
    );
    await site.post(
      "/settings/language",
      { locale: "zh-CN", backTo: "//evil" },
      { cookie: mei, headers: page },
    );
    expect(await (await site.get("/staff", { cookie: mei, headers: page })).text()).toContain(
      '<html lang="zh-CN"',
    );
    await site.post("/settings/language", { locale: "en", backTo: "/" }, { cookie: mei, headers: page });
    expect((await site.post("/settings/language", { locale: "xx" }, { headers: page })).status).toBe(400);
  });

  test("of theme are kept, also for the script that asks", async () => {
    const chosen = await site.post(
      "/settings/appearance",
      { theme: "dark" },
      { headers: { Accept: "application/json" } },
    );
    expect(await chosen.json()).toEqual({ theme: "dark" });
    const cookie = chosen.headers.getSetCookie()[0]!.split(";")[0]!;
    expect(await (await site.get("/staff", { cookie, headers: page })).text()).toContain('data-theme="dark"');
  });
});

test("with the database away, the page that says so still speaks the reader's language", async () => {
  const { rows } = platform;
  platform.clock.advance(60_000);
  platform.rows = () =>
    Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
  try {
    const response = await site.get("/staff", { headers: { ...page, "Accept-Language": "zh" } });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("暂时无法使用");
    const sent = await site.post("/settings/profile", { displayName: "x" }, { cookie: mei, headers: page });
    expect(sent.status).toBe(503);
    expect(await sent.text()).toContain("Not available for the moment.");
  } finally {
    platform.rows = rows;
  }
});

test("signing out ends the session in the browser and in the database", async () => {
  const member = await aMember(platform);
  const cookie = await signedIn(platform, member.id);
  const response = await site.post("/sign-out", {}, { cookie, headers: page });
  expect(response.status).toBe(303);
  expect(response.headers.getSetCookie()[0]).toMatch(/^session=; .*Max-Age=0/);
  expect(await platform.db.session.count({ where: { memberId: member.id } })).toBe(0);
  expect((await site.get("/settings/profile", { cookie, headers: page })).status).toBe(303);
});

test("a suspended or deleted member is signed out at the next request", async () => {
  for (const column of ["suspendedAt", "deletedAt"]) {
    const member = await aMember(platform);
    const cookie = await signedIn(platform, member.id);
    expect((await site.get("/settings/profile", { cookie, headers: page })).status).toBe(200);
    await platform.db.member.update({ where: { id: member.id }, data: { [column]: new Date() } });
    expect((await site.get("/settings/profile", { cookie, headers: page })).status).toBe(303);
  }
});

test("the frame of a page costs two queries with a session, for it and its bell, and none without", async () => {
  await site.get("/sign-in", { cookie: mei, headers: page });
  platform.queries.length = 0;
  await site.get("/sign-up", { headers: page });
  expect(platform.queries).toEqual([]);
  await site.get("/no-such-page", { cookie: mei, headers: page });
  expect(platform.queries).toHaveLength(2);
});
