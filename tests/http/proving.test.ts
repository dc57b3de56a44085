import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { describe, expect, test } from "vitest";
import { totpAt } from "~/features/auth/totp";
import { hours, minutes } from "~/platform/clock/clock";
import { aMember } from "../factories/members";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
await aMember(platform, { role: "admin", name: "boss" });
const page = { Accept: "text/html" };
const password = "nine kites over harbour";
let serial = 0;

const cookieIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0]!)
    .join("; ");

async function joined(): Promise<{ name: string; cookie: string }> {
  const name = `person-${++serial}`;
  const fields = { name, email: `${name}@post.example`, password };
  return { name, cookie: cookieIn(await site.post("/sign-up", fields, { headers: page })) };
}

/** Turns the second step on through the pages, as a person would. */
async function guarded() {
  const person = await joined();
  const { cookie, code, html } = await guard(person.cookie);
  const codes = [...html.matchAll(/<li>([a-z0-9]{5}-[a-z0-9]{5})<\/li>/g)].map(([, each]) => each!);
  platform.clock.advance(minutes(1));
  return { ...person, cookie, code, codes };
}

async function guard(session: string) {
  const path = "/settings/security/authenticator";
  const options = { cookie: session, headers: page };
  await site.post(path, {}, options);
  const html = await (await site.get(path, options)).text();
  expect(html).toContain("<svg");
  const [, shown] = /<code class="mono">([A-Z2-7 ]+)<\/code>/.exec(html)!;
  const secret = decodeBase32IgnorePadding(shown!.replaceAll(" ", ""));
  const code = () => totpAt(secret, platform.clock.now());
  const on = await site.post(path, { _method: "PUT", code: code() }, options);
  return { cookie: cookieIn(on), code, html: await on.text() };
}

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

describe("signing in with a second step", () => {
  test("goes to no page before the code, and to the page asked for after it", async () => {
    const person = await guarded();
    expect(person.codes).toHaveLength(10);
    const fields = { identifier: person.name, password, next: "/settings/profile" };
    const asked = await site.post("/sign-in", fields, { headers: page });
    expect(asked.status).toBe(200);
    expect(asked.headers.getSetCookie()).toEqual([]);
    const html = await asked.text();
    const step = hidden(html, "step");
    for (const path of ["/settings/profile", "/settings/security", "/settings/security/authenticator"])
      expect((await site.get(path, { headers: page })).status).toBe(303);

    const wrong = await site.post("/sign-in/second-step", { step, code: "123123" }, { headers: page });
    expect(wrong.status).toBe(422);
    const sent = { step, code: person.code(), next: hidden(html, "next") };
    const right = await site.post("/sign-in/second-step", sent, { headers: page });
    expect([right.status, right.headers.get("location")]).toEqual([303, "/settings/profile"]);
    expect((await site.get("/settings/profile", { cookie: cookieIn(right) })).status).toBe(200);
  });
});

describe("what gives an account away", () => {
  test("asks who is here once ten minutes have passed, and goes on with what was sent", async () => {
    const { name, cookie } = await joined();
    const send = () =>
      site.post("/settings/security/address", { email: `${name}@new.example` }, { cookie, headers: page });
    expect((await send()).status).toBe(303);
    platform.clock.advance(minutes(11) + 5_000);
    const asked = await send();
    expect(asked.status).toBe(403);
    const kept = hidden(await asked.text(), "kept").replaceAll("&quot;", '"');
    const wrong = await site.post("/prove", { password: "not this one", kept }, { cookie, headers: page });
    expect(wrong.status).toBe(422);
    await platform.db.emailChange.deleteMany();
    const proven = await site.post("/prove", { password, kept }, { cookie, headers: page });
    expect(proven.headers.get("location")).toContain("/settings/security");
    expect(await platform.db.emailChange.count({ where: { email: `${name}@new.example` } })).toBe(1);
    // The session that was not fresh is gone.
    expect((await site.get("/settings/profile", { cookie, headers: page })).status).toBe(303);
  });

  test("leads a reader to the proof and back", async () => {
    const { cookie } = await joined();
    platform.clock.advance(minutes(11) + 5_000);
    const answer = await site.get("/settings/security/authenticator", { cookie, headers: page });
    expect(answer.headers.get("location")).toBe("/prove?next=%2Fsettings%2Fsecurity%2Fauthenticator");
  });
});

describe("rights of the team", () => {
  test("rest without a second step from the second day on", async () => {
    const staff = await aMember(platform, { role: "admin", secondFactorAt: null });
    const cookie = await signedIn(platform, staff.id);
    expect((await site.get("/admin", { cookie, headers: page })).status).toBe(200);
    await platform.db.member.update({
      where: { id: staff.id },
      data: { createdAt: new Date(platform.clock.now().getTime() - hours(25)) },
    });
    const refused = await site.get("/admin", { cookie, headers: page });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('href="/settings/security/authenticator"');
  });

  test("are not said to rest on the page that has just set up the second step, nor on those after it", async () => {
    const { name, cookie } = await joined();
    await platform.db.member.update({ where: { nameFolded: name }, data: { role: "staff" } });
    const banner = 'aria-label="Your staff rights"';
    const read = async (session: string) =>
      (await site.get("/settings/security", { cookie: session, headers: page })).text();
    expect(await read(cookie)).toContain(banner);
    const { html, cookie: after } = await guard(cookie);
    expect(html).toContain("Recovery codes");
    expect(html).not.toContain(banner);
    expect(await read(after)).not.toContain(banner);
  });

  test("rest twelve hours after the last proof", async () => {
    const staff = await aMember(platform, { role: "admin" });
    const cookie = await signedIn(platform, staff.id);
    const provenAt = new Date(platform.clock.now().getTime() - hours(13));
    await platform.db.session.updateMany({ where: { memberId: staff.id }, data: { provenAt } });
    expect((await site.get("/admin", { cookie, headers: page })).headers.get("location")).toBe(
      "/prove?next=%2Fadmin",
    );
    expect((await site.get("/settings/profile", { cookie, headers: page })).status).toBe(200);
  });
});

test("the meter counts what a guesser would try first as nothing", async () => {
  const level = async (typed: string) => {
    const answer = await site.post("/password-strength", { password: typed });
    return ((await answer.json()) as { level: number }).level;
  };
  expect([
    await level("woaini1314520"),
    await level("password123"),
    await level("hearback hearback"),
  ]).toEqual([0, 0, 0]);
  expect(await level(password)).toBe(4);
  const weak = { name: "weak-one", email: "weak@post.example", password: "summer summer" };
  const refused = await site.post("/sign-up", weak, { headers: page });
  expect(refused.status).toBe(422);
});

test("the check-up says what is missing and ends with the wallet's side", async () => {
  const { cookie } = await joined();
  const html = await (await site.get("/settings/security/check-up", { cookie, headers: page })).text();
  expect(html).toContain("No second step. A stolen password is enough.");
  expect(html.indexOf("Keep the recovery phrase offline")).toBeGreaterThan(html.indexOf("This account"));
});

test("where browsers keep no passkeys the settings say why, and the check-up misses none", async () => {
  const elsewhere = await testSite({ ORIGIN: "https://hearback.example" });
  const read = async (of: typeof site, path: string) => {
    const { id } = await aMember(of.platform);
    const cookie = await signedIn(of.platform, id);
    return (await of.get(path, { cookie, headers: page })).text();
  };
  const [why, missing, form] = ["None can be added here", "No passkey yet.", 'data-passkey="create"'];
  const here = await read(site, "/settings/security");
  expect([here.includes(why), here.includes(form)]).toEqual([true, false]);
  expect(await read(site, "/settings/security/check-up")).not.toContain(missing);
  const there = await read(elsewhere, "/settings/security");
  expect([there.includes(why), there.includes(form)]).toEqual([false, true]);
  expect(await read(elsewhere, "/settings/security/check-up")).toContain(missing);
});

describe("a link of a mail", () => {
  test("changes nothing by being opened", async () => {
    const { name } = await joined();
    const mail = await platform.db.mail.findFirstOrThrow({ where: { address: `${name}@post.example` } });
    const { path } = mail.data as { path: string };
    expect((await site.get(path, { headers: page })).status).toBe(200);
    const before = await platform.db.member.findUniqueOrThrow({ where: { nameFolded: name } });
    expect(before.emailVerifiedAt).toBeNull();
    expect((await site.post(path, {}, { headers: page })).status).toBe(200);
    const after = await platform.db.member.findUniqueOrThrow({ where: { nameFolded: name } });
    expect(after.emailVerifiedAt).not.toBeNull();
    expect((await site.get(path, { headers: page })).status).toBe(404);
  });

  test("of a reset answers the same whether or not there is an account", async () => {
    const { name } = await joined();
    const ask = async (email: string) => {
      const answer = await site.post("/reset", { email }, { headers: page });
      return [answer.status, (await answer.text()).replaceAll(email, "x").replace(/[\w-]{36}/g, "")];
    };
    expect(await ask(`${name}@post.example`)).toEqual(await ask("nobody-here@post.example"));
  });
});
