import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { minutes } from "~/platform/clock/clock";
import { aMember } from "../factories/members";
import { startProvider } from "../setup/provider";
import { signedIn, testSite } from "../setup/site";

const secret = "thirty-two bytes that two servers share";
const provider = await startProvider("http://hearback.test/sign-in/provider/callback");
const site = await testSite({ ...provider.environment, SSO_SECRET: secret });
const { platform } = site;
await aMember(platform, { role: "admin", name: "boss" });
const page = { Accept: "text/html" };
let serial = 0;

const cookieIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0]!)
    .join("; ");

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll("&quot;", '"') ?? "";

/** As far as the page the provider sends the browser back to. */
async function back(sub: string, fields: Record<string, string> = {}) {
  const going = await site.post("/sign-in/provider", fields, { headers: page });
  expect(going.status).toBe(200);
  const [, to] = /url=(.+)$/.exec(going.headers.get("refresh")!)!;
  const { pathname, search } = await provider.visit(to!, { sub });
  return { cookie: cookieIn(going), path: pathname + search };
}

async function appToken(sub: string): Promise<string> {
  const now = platform.clock.now().getTime() / 1_000;
  return new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer("app")
    .setAudience(platform.config.origin)
    .setSubject(sub)
    .setJti(`j-${++serial}`)
    .setIssuedAt(Math.floor(now))
    .setExpirationTime(Math.floor(now) + 120)
    .sign(new TextEncoder().encode(secret));
}

describe("signing in at the provider", () => {
  test("is offered, makes an account under a name, and goes on with what was sent", async () => {
    for (const path of ["/sign-in", "/sign-up"])
      expect(await (await site.get(path, { headers: page })).text()).toContain("Tern ID");
    const kept = JSON.stringify({ path: "/settings/language", fields: [["locale", "en"]], fileFields: [] });
    const { cookie, path } = await back("mei", { next: "/settings/security", kept });
    const asked = await site.get(path, { cookie, headers: page });
    expect(asked.headers.getSetCookie()).toEqual([]);
    const html = await asked.text();
    const fields = { token: hidden(html, "token"), next: hidden(html, "next"), kept: hidden(html, "kept") };
    expect(fields).toMatchObject({ next: "/settings/security", kept });

    const refused = await site.post("/sign-up/elsewhere", {
      ...fields,
      name: "admin",
      email: "m@post.example",
    });
    expect(refused.status).toBe(422);
    const made = await site.post(
      "/sign-up/elsewhere",
      { ...fields, kept: "", name: "mei", email: "m@post.example" },
      { headers: page },
    );
    expect([made.status, made.headers.get("location")]).toEqual([303, "/settings/security"]);
    const own = await site.get("/settings/security", { cookie: cookieIn(made), headers: page });
    expect(await own.text()).toContain("Tern ID");
    const checkUp = await site.get("/settings/security/check-up", { cookie: cookieIn(made), headers: page });
    expect(await checkUp.text()).toContain("1 account elsewhere opens this one.");
  });

  test("comes back once, to the browser that set out, and to no other address than ours", async () => {
    const first = await back("mei", { next: "//evil.example" });
    const stranger = await site.get(first.path, { headers: page });
    expect(stranger.status).toBe(422);
    const mine = await site.get(first.path, { cookie: first.cookie, headers: page });
    expect([mine.status, mine.headers.get("location")]).toEqual([303, "/"]);
    expect(mine.headers.get("cache-control")).toBe("no-store");
    expect((await site.get(first.path, { cookie: first.cookie, headers: page })).status).toBe(422);
  });

  test("cannot be begun by another site, nor connected without a session", async () => {
    const foreign = { ...page, Origin: "https://evil.example" };
    expect((await site.post("/sign-in/provider", {}, { headers: foreign })).status).toBe(403);
    expect((await site.post("/settings/security/identities", {}, { headers: page })).status).toBe(401);
  });
});

describe("a link of the app", () => {
  test("signs nobody in until the question on it is answered, and then once", async () => {
    const token = await appToken("u-1");
    const path = `/sign-in/app?next=/suggestions&token=${token}`;
    const shown = await site.get(path, { headers: page });
    expect([shown.status, shown.headers.getSetCookie()]).toEqual([200, []]);
    expect(shown.headers.get("cache-control")).toBe("no-store");
    const foreign = { ...page, Origin: "https://evil.example" };
    expect((await site.post("/sign-in/app", { token }, { headers: foreign })).status).toBe(403);

    const html = await (
      await site.post("/sign-in/app", { token, next: "/suggestions" }, { headers: page })
    ).text();
    const fields = { token: hidden(html, "token"), next: hidden(html, "next") };
    const made = await site.post("/sign-up/elsewhere", { ...fields, name: "kite", email: "k@post.example" });
    expect([made.status, made.headers.get("location")]).toEqual([303, "/suggestions"]);

    const again = { token: await appToken("u-1"), next: "https://evil.example" };
    expect(await (await site.get(`/sign-in/app?token=${again.token}`, { headers: page })).text()).toContain(
      "kite",
    );
    const entered = await site.post("/sign-in/app", again, { headers: page });
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/"]);
    expect((await site.post("/sign-in/app", again, { headers: page })).status).toBe(422);
  });

  test("is connected with the account that is signed in, after a fresh proof", async () => {
    const sam = await aMember(platform, { name: "sam" });
    const cookie = await signedIn(platform, sam.id);
    const token = await appToken("u-sam");
    expect(await (await site.get(`/sign-in/app?token=${token}`, { cookie, headers: page })).text()).toContain(
      "sam",
    );
    const connected = await site.post("/settings/security/identities", { token }, { cookie, headers: page });
    expect(connected.headers.get("location")).toContain("elsewhere=linked");
    const entered = await site.post("/sign-in/app", { token: await appToken("u-sam") }, { headers: page });
    expect(entered.status).toBe(303);
  });
});

test("admins say whether the team must have a second step, and prove themselves to give it up", async () => {
  const ada = await aMember(platform, { role: "admin", name: "ada" });
  const cookie = await signedIn(platform, ada.id);
  const form = { siteName: "Tern", languages: "en", defaultLocale: "en" };
  const send = (more: Record<string, string>) =>
    site.post("/admin", { ...form, ...more }, { cookie, headers: page });
  const isRequired = async () =>
    (await platform.db.setting.findUniqueOrThrow({ where: { key: "site" } })).value as {
      requiresSecondFactor?: boolean;
    };
  expect((await send({})).status).toBe(303);
  expect((await isRequired()).requiresSecondFactor).toBeUndefined();
  expect((await send({ requiresSecondFactor: "no" })).status).toBe(303);
  expect((await isRequired()).requiresSecondFactor).toBe(false);
  expect((await send({ requiresSecondFactor: "yes" })).status).toBe(303);
  platform.clock.advance(minutes(11));
  expect((await send({ requiresSecondFactor: "no" })).status).toBe(403);
  expect((await isRequired()).requiresSecondFactor).toBe(true);
});

describe("a passkey in the place of a password", () => {
  test("is asked for by script, and the page says so where there is none", async () => {
    const begun = await site.post("/sign-up/passkey", { begin: "1", name: "mei2" }, { headers: page });
    expect([begun.status, await begun.text()]).toEqual([200, expect.stringContaining('value="mei2"')]);
    const fields = { name: "no-script", email: "n@post.example" };
    expect((await site.post("/sign-up/passkey", fields, { headers: page })).status).toBe(422);
    const asked = await site.post("/passkeys/options", { for: "join", ...fields });
    expect(await asked.json()).toMatchObject({ user: { name: "no-script" } });
    expect((await site.post("/passkeys/options", { for: "join", ...fields, name: "admin" })).status).toBe(
      422,
    );
  });
});
