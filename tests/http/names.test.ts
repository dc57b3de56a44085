import { describe, expect, test } from "vitest";
import { days, minutes } from "~/platform/clock/clock";
import { aMember } from "../factories/members";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const { db } = platform;
const boss = await aMember(platform, { name: "boss", role: "admin" });
const page = { Accept: "text/html" };
const password = "nine kites over harbour";
let serial = 0;

const signUp = (name: string) =>
  site.post("/sign-up", { name, email: `named-${++serial}@post.example`, password }, { headers: page });
const rename = (name: string, cookie?: string) =>
  site.post("/settings/name", { name }, { cookie, headers: page });
const read = async (path: string, cookie?: string) =>
  (await site.get(path, { cookie, headers: page })).text();

/** Signed in, and shown just now that it is them, by the clock of the test. */
async function proven(memberId: number): Promise<string> {
  const cookie = await signedIn(platform, memberId);
  await db.session.updateMany({ where: { memberId }, data: { provenAt: platform.clock.now() } });
  return cookie;
}

const joined = async (name: string) => proven((await aMember(platform, { name })).id);

test("a look-alike is refused at sign-up with a sentence and what was typed", async () => {
  await aMember(platform, { name: "marlen" });
  const answer = await signUp("rnarlen");
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain("This looks like a name somebody else has or had until lately.");
  expect(html).toContain('value="rnarlen"');
  expect(answer.headers.getSetCookie().filter((cookie) => cookie.startsWith("session="))).toEqual([]);
});

describe("the form for another name", () => {
  test("is for members, who have shown lately that it is them", async () => {
    expect((await site.get("/settings/name", { headers: page })).status).toBe(303);
    expect((await rename("anybody")).status).not.toBe(200);
    const cookie = await joined("proven");
    expect(await read("/settings/name", cookie)).toContain('value="proven"');
    platform.clock.advance(minutes(11));
    const asked = await rename("unproven", cookie);
    expect(asked.status).toBe(403);
    expect(await asked.text()).toContain("unproven");
    expect(await db.member.count({ where: { nameFolded: "unproven" } })).toBe(0);
  });

  test("changes the name that is signed in with, and the old page leads to the new one", async () => {
    const account = await signUp("first-name");
    const cookie = account.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ");
    const changed = await rename("second-name", cookie);
    expect([changed.status, changed.headers.get("location")]).toEqual([303, "/settings/profile?renamed"]);
    expect(await read("/settings/profile?renamed", cookie)).toContain("You are second-name from now on");
    const old = await site.get("/members/First-Name?topics=2", { headers: page });
    expect([old.status, old.headers.get("location")]).toEqual([303, "/members/second-name"]);
    const enter = (identifier: string) => site.post("/sign-in", { identifier, password }, { headers: page });
    expect((await enter("second-name")).status).toBe(303);
    expect((await enter("first-name")).status).toBe(422);
    expect((await signUp("first_name")).status).toBe(422);
    platform.clock.advance(days(90));
    expect((await site.get("/members/first-name", { headers: page })).status).toBe(404);
  });

  test("comes back with what was typed, whatever that was", async () => {
    const cookie = await joined("typing");
    for (const name of ["", "x".repeat(2_000), "<script>alert(1)</script>", "official", "me✓"]) {
      const answer = await rename(name, cookie);
      expect(answer.status, name).toBe(422);
      expect(await answer.text()).not.toContain("<script>alert(1)");
    }
    expect(await (await rename("the-official", cookie)).text()).toContain('value="the-official"');
  });

  test("says from when on it works again", async () => {
    const cookie = await joined("restless");
    for (const name of ["restless-b", "restless-c"]) expect((await rename(name, cookie)).status).toBe(303);
    expect((await rename("restless-d", cookie)).status).toBe(422);
    const html = await read("/settings/name", cookie);
    expect(html).toContain("You can change it again from");
    expect(html).not.toContain('name="name"');
  });
});

test("the list of staff and the page of one tell former names, of others nothing is told", async () => {
  const staff = await aMember(platform, { name: "nele", role: "staff" });
  const member = await aMember(platform, { name: "ordinary" });
  await rename("nele-berg", await proven(staff.id));
  await rename("unordinary", await proven(member.id));
  for (const path of ["/staff", "/members/nele-berg"]) expect(await read(path)).toContain("<bdi>@nele</bdi>");
  expect(await read("/members/unordinary")).not.toContain("@ordinary");
});

describe("words an admin reserves", () => {
  const settings = {
    ...{ siteName: "Tern", "tagline-en": "", "tagline-zh-CN": "" },
    ...{ languages: "en", defaultLocale: "en" },
  };
  const save = async (reservedWords: string, cookie?: string) =>
    site.post(
      "/admin",
      { ...settings, reservedWords },
      { cookie: cookie ?? (await proven(boss.id)), headers: page },
    );

  test("are refused in names from then on, look-alikes too", async () => {
    expect((await save("Glide Desk\r\n\r\n 海鸥 \nGlide Desk")).status).toBe(303);
    expect(await read("/admin", await proven(boss.id))).toContain("Glide Desk\n海鸥</textarea>");
    platform.clock.advance(minutes(1));
    for (const name of ["glidedesk", "g1ide-desk", "my-glidedesk", "小海鸥"])
      expect((await signUp(name)).status, name).toBe(422);
    expect((await signUp("glider")).status).toBe(303);
    expect((await save("")).status).toBe(303);
    platform.clock.advance(minutes(1));
    expect((await signUp("glidedesk")).status).toBe(303);
  });

  test("are few, neither short nor long, and for admins to choose", async () => {
    const tooMany = Array.from({ length: 101 }, (_, index) => `word${index}`).join("\n");
    for (const words of ["ab", "鸥", "x".repeat(31), "---", tooMany, "x\n".repeat(9_000)])
      expect((await save(words)).status, words.slice(0, 20)).toBe(422);
    expect(await (await save("ab\ntern-desk")).text()).toContain("ab\ntern-desk</textarea>");
    const member = await joined("curious");
    expect((await save("anything", member)).status).toBe(403);
  });
});
