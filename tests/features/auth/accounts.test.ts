import { describe, expect, test } from "vitest";
import { changePassword } from "~/features/auth/changing-password.server";
import { AccountSchema, type AccountInput } from "~/features/auth/input";
import { sessionsOf } from "~/features/auth/lucia.server";
import { listSessions, revokeOtherSessions, revokeSession } from "~/features/auth/sessions.server";
import { signIn } from "~/features/auth/signing-in.server";
import { signUp } from "~/features/auth/signing-up.server";
import { saveProfile } from "~/features/members/profile.server";
import { parseForm } from "~/platform/http/parse-form";
import { refused } from "~/platform/outcome";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const visit = { device: "Firefox|macOS", network: "203.0.113.0/24", replaces: null };
const password = "nine kites over harbour";
let serial = 0;

function account(given: Partial<AccountInput> = {}): AccountInput {
  const name = given.name ?? `person-${++serial}`;
  return { name, email: `${name}@post.example`.toLowerCase(), password, ...given };
}

function sessionIn(cookie: string): string {
  return /^session=([^;]+)/.exec(cookie)![1]!;
}

async function join(given: Partial<AccountInput> = {}) {
  const made = await signUp(guest(platform), account(given), visit);
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  const sessionId = sessionIn(made.cookie);
  const { user } = await sessionsOf(platform).validateSession(sessionId);
  return {
    sessionId,
    cookie: made.cookie,
    ctx: contextFor(platform, { ...user!, role: "member", title: "" }),
  };
}

describe("signing up", () => {
  test("makes an account that is signed in at once and hides its secrets at rest", async () => {
    const { ctx, cookie, sessionId } = await join({ name: "Mei-Lin" });
    expect(ctx.actor).toMatchObject({ name: "Mei-Lin", displayName: "Mei-Lin" });
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    const kept = JSON.stringify([await platform.db.member.findMany(), await platform.db.session.findMany()]);
    expect(kept).not.toContain(password);
    expect(kept).not.toContain(sessionId);
    expect(kept).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
  });

  test.each([
    ["a name of another case", { name: "MEI-LIN" }, "name", "name-taken"],
    ["a full-width name", { name: "ｍｅｉ－ｌｉｎ" }, "name", "name-taken"],
    ["a reserved name", { name: "official" }, "name", "name-reserved"],
    ["a common password", { password: "woaini1314" }, "password", "password-common"],
    [
      "the own name as password",
      { name: "anna-k", password: "anna-k-anna-k" },
      "password",
      "password-personal",
    ],
  ])("with %s is refused at its field", async (_what, given, field, id) => {
    const made = await signUp(guest(platform), account(given), visit);
    expect(made).toMatchObject({ ok: false, errors: { fields: { [field]: { id } } } });
  });

  test("twelve times at once with one name makes one account", async () => {
    const tries = Array.from({ length: 12 }, (_, index) =>
      signUp(
        guest(platform),
        account({ name: index % 2 ? "Same-Name" : "same-name", email: `same${index}@post.example` }),
        visit,
      ),
    );
    const made = await Promise.all(tries);
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made.filter((each) => !each.ok && each.errors.fields.name?.id === "name-taken")).toHaveLength(11);
    expect(await platform.db.member.count({ where: { nameFolded: "same-name" } })).toBe(1);
  });

  test.each([
    ["", "email-invalid"],
    ["nobody", "email-invalid"],
    ["a@b", "email-invalid"],
    ["a b@c.de", "email-invalid"],
    ["a@c.de\r\nBcc: x@y.zz", "email-invalid"],
    ["a\u0000@c.de", "email-invalid"],
    ['"<script>"@c.de', "email-invalid"],
    [`${"x".repeat(250)}@c.de`, "email-invalid"],
  ])("takes no address like %j", (email, id) => {
    const parsed = parseForm(AccountSchema, account({ email }));
    expect(parsed).toMatchObject({ ok: false, errors: { fields: { email: { id } } } });
  });

  test("takes no other shapes for its fields", () => {
    for (const value of [undefined, null, ["x"], { $gt: "" }, 7]) {
      expect(parseForm(AccountSchema, { name: value, email: value, password: value }).ok).toBe(false);
    }
    const parsed = parseForm(AccountSchema, { ...account(), role: "admin", id: 1, suspendedAt: null });
    expect(parsed.ok && Object.keys(parsed.value)).toEqual(["name", "email", "password"]);
  });
});

describe("signing in", () => {
  test("works by name in any case and by email", async () => {
    await join({ name: "Sam" });
    for (const identifier of ["Sam", "sAM", " sam ", "SAM@post.example"]) {
      expect(await signIn(guest(platform), { identifier, password }, visit)).toMatchObject({ ok: true });
    }
  });

  test("says the same for a wrong password, an unknown name and an account that never signed in", async () => {
    await platform.db.member.create({
      data: { name: "imp", nameFolded: "imp", displayName: "imp", origin: "import" },
    });
    for (const identifier of [
      "Sam",
      "nobody-here",
      "imp",
      "no@post.example",
      "",
      "' OR 1=1 --",
      "Sam\u0000",
    ]) {
      const outcome = await signIn(guest(platform), { identifier, password: "not the password" }, visit);
      expect(outcome).toEqual(refused("credentials"));
    }
  });

  test("takes as long for nobody as for somebody", async () => {
    // The quickest of several tries, because everything else a busy machine does only adds.
    const quickest = async (identifier: string) => {
      const times: number[] = [];
      for (let round = 0; round < 8; round++) {
        const started = performance.now();
        await signIn(guest(platform), { identifier, password: "not it at all" }, visit);
        times.push(performance.now() - started);
      }
      return Math.min(...times);
    };
    await quickest("nobody-before");
    await platform.db.signInFailure.deleteMany();
    const [nobody, somebody] = [await quickest("nobody-at-all"), await quickest("Sam")];
    expect(nobody).toBeGreaterThan(somebody / 2);
    expect(somebody).toBeGreaterThan(nobody / 2);
  });

  test("gives a new session and ends the one the browser had", async () => {
    const { sessionId } = await join();
    const name = `person-${serial}`;
    const outcome = await signIn(
      guest(platform),
      { identifier: name, password },
      { ...visit, replaces: sessionId },
    );
    expect("cookie" in outcome && sessionIn(outcome.cookie)).not.toBe(sessionId);
    expect((await sessionsOf(platform).validateSession(sessionId)).session).toBeNull();
  });

  test("is refused to a suspended account, and only its owner hears why", async () => {
    const { ctx } = await join({ name: "Rude" });
    await platform.db.member.update({ where: { id: ctx.actor.id }, data: { suspendedAt: new Date() } });
    expect(await signIn(guest(platform), { identifier: "Rude", password }, visit)).toEqual({
      ...refused("suspended"),
      said: { id: "suspended" },
    });
    expect(await signIn(guest(platform), { identifier: "Rude", password: "wrong wrong" }, visit)).toEqual(
      refused("credentials"),
    );
  });

  test("a flood from one network waits outside, and other networks still get in", async () => {
    await platform.db.signInFailure.deleteMany();
    const flood = Array.from({ length: 60 }, (_none, index) =>
      signIn(
        guest(platform),
        { identifier: `flood-${index}`, password: "flood flood" },
        { ...visit, network: "192.0.2.0/24" },
      ),
    );
    const other = signIn(
      guest(platform),
      { identifier: "Sam", password },
      { ...visit, network: "198.51.100.0/24" },
    );
    expect(await other).toMatchObject({ ok: true });
    const reasons = (await Promise.all(flood)).map((outcome) => !outcome.ok && outcome.reason);
    expect(reasons.filter((reason) => reason === "sign-in-busy").length).toBeGreaterThan(30);
  });
});

describe("sessions", () => {
  test("are listed to their owner, and nobody ends those of another", async () => {
    const mei = await join();
    const name = `person-${serial}`;
    await signIn(guest(platform), { identifier: name, password }, { ...visit, device: "Safari|iPhone" });
    const sam = await join();
    const [phone, here] = (await listSessions(mei.ctx, mei.sessionId)).sort(
      (one, other) => Number(one.isThis) - Number(other.isThis),
    );
    expect(here).toMatchObject({ isThis: true, device: { browser: "Firefox", system: "macOS" } });
    await expect(revokeSession(sam.ctx, phone!.handle)).rejects.toThrow("session");
    await revokeSession(mei.ctx, phone!.handle);
    expect(await listSessions(mei.ctx, mei.sessionId)).toHaveLength(1);
  });

  test("of other devices end together", async () => {
    const mei = await join();
    const name = `person-${serial}`;
    for (let device = 0; device < 3; device++)
      await signIn(guest(platform), { identifier: name, password }, visit);
    await revokeOtherSessions(mei.ctx, mei.sessionId);
    expect(await listSessions(mei.ctx, mei.sessionId)).toMatchObject([{ isThis: true }]);
  });

  test("all end with a change of password, and this browser goes on under a new one", async () => {
    const mei = await join();
    const wrong = await changePassword(
      mei.ctx,
      { currentPassword: "guess guess", newPassword: "eleven boats in a row" },
      visit,
    );
    expect(wrong).toMatchObject({
      ok: false,
      errors: { fields: { currentPassword: { id: "password-wrong" } } },
    });
    const weak = await changePassword(
      mei.ctx,
      { currentPassword: password, newPassword: "1234567890" },
      visit,
    );
    expect(weak).toMatchObject({ ok: false, errors: { fields: { newPassword: { id: "password-common" } } } });
    expect((await sessionsOf(platform).validateSession(mei.sessionId)).session).not.toBeNull();

    const changed = await changePassword(
      mei.ctx,
      { currentPassword: password, newPassword: "eleven boats in a row" },
      visit,
    );
    expect((await sessionsOf(platform).validateSession(mei.sessionId)).session).toBeNull();
    expect(
      changed.ok && (await sessionsOf(platform).validateSession(sessionIn(changed.cookie))).session,
    ).toMatchObject({
      userId: mei.ctx.actor.id,
    });
  });

  test("slide: a visit in the second half of their thirty days begins them anew", async () => {
    const { sessionId } = await join();
    const tenDays = new Date(Date.now() + 10 * 86_400_000);
    const sessions = sessionsOf(platform);
    await sessions.validateSession(sessionId);
    await platform.db.session.updateMany({
      where: { expiresAt: { gt: tenDays } },
      data: { expiresAt: tenDays },
    });
    const { session } = await sessions.validateSession(sessionId);
    expect(session!.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    await platform.db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect((await sessions.validateSession(sessionId)).session).toBeNull();
  });
});

describe("a profile", () => {
  const change = {
    bio: "I climb.",
    locale: null,
    theme: "dark" as const,
    timeZone: "Asia/Shanghai",
    "hide-votes": false,
  };

  test("is saved as its owner left it, a title only by those who speak for the site", async () => {
    const { ctx } = await join();
    expect(
      await saveProfile(ctx, { ...change, displayName: "Mei Lin", title: "CEO" }, { siteName: "Tern" }),
    ).toEqual({ ok: true });
    const kept = await platform.db.member.findUniqueOrThrow({ where: { id: ctx.actor.id } });
    expect(kept).toMatchObject({
      displayName: "Mei Lin",
      bio: "I climb.",
      title: "",
      theme: "dark",
      role: "member",
    });
    const staff = contextFor(platform, { ...ctx.actor, role: "staff" });
    await saveProfile(
      staff,
      { ...change, displayName: "Mei Lin", title: "Wallet team" },
      { siteName: "Tern" },
    );
    expect(await platform.db.member.findUniqueOrThrow({ where: { id: ctx.actor.id } })).toMatchObject({
      title: "Wallet team",
    });
  });

  test("cannot take a shown name that speaks for the site", async () => {
    const { ctx } = await join();
    expect(await saveProfile(ctx, { ...change, displayName: "Tern Support" }, { siteName: "Tern" })).toEqual(
      refused("name-reserved"),
    );
  });
});

test("on https the cookie belongs to this host alone and travels nowhere else", async () => {
  const secure = await testPlatform({ ORIGIN: "https://hearback.test" });
  const cookie = sessionsOf(secure).createSessionCookie("x").serialize();
  expect(cookie).toMatch(/^__Host-session=x;/);
  for (const attribute of ["Secure", "HttpOnly", "Path=/", "SameSite=Lax"])
    expect(cookie).toContain(attribute);
  expect(cookie).not.toContain("Domain");
});
