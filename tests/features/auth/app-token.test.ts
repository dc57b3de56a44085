import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { makeExternalAccount } from "~/features/auth/external/making-account.server";
import { linkApp, previewApp, signInByApp } from "~/features/auth/external/signing-in-by-app.server";
import { hours, minutes } from "~/platform/clock/clock";
import { refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const secret = "thirty-two bytes that two servers share";
const platform = await testPlatform({ SSO_SECRET: secret });
const { origin } = platform.config;
const visit = { device: "", network: "203.0.113.0/24", replaces: null };
let serial = 0;

interface Told extends Record<string, unknown> {
  sub?: string;
}

const seconds = () => Math.floor(platform.clock.now().getTime() / 1_000);

/** What the app would send, but for what is said otherwise. */
function token(told: Told = {}, { key = secret, alg = "HS256" } = {}): Promise<string> {
  const claims = {
    iss: "app",
    aud: origin,
    iat: seconds(),
    exp: seconds() + 120,
    jti: `t-${++serial}`,
    ...told,
  };
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));
}

const enter = async (sent: string) => signInByApp(guest(platform), sent, visit);

/** An account the app's user has here already. */
async function known(name: string) {
  const outcome = await enter(await token({ sub: `user-${name}` }));
  if (!outcome.ok || !("token" in outcome)) throw new Error(JSON.stringify(outcome));
  const fields = { token: outcome.token, name, email: `${name}@post.example` };
  expect((await makeExternalAccount(guest(platform), fields, visit)).ok).toBe(true);
  return platform.db.member.findUniqueOrThrow({ where: { nameFolded: name } });
}

describe("a token of the app", () => {
  test("shows who one becomes and does nothing, then signs in whoever says yes", async () => {
    await known("mei");
    const sent = await token({ sub: "user-mei", email: "mei@app.example" });
    const sessions = await platform.db.session.count();
    for (let looks = 0; looks < 3; looks++)
      expect(await previewApp(guest(platform), sent)).toMatchObject({
        ok: true,
        name: "mei",
        shown: "mei@app.example",
      });
    expect(await platform.db.session.count()).toBe(sessions);
    expect(await enter(sent)).toMatchObject({ ok: true, cookie: expect.any(String) });
  });

  test("counts once, also when it comes many times at once", async () => {
    await known("once");
    const sent = await token({ sub: "user-once" });
    const tries = await Promise.all(Array.from({ length: 8 }, () => enter(sent)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await enter(sent)).toEqual(refused("app-token-used"));
  });

  test.each<[string, () => Promise<string>, string]>([
    ["signed with another secret", () => token({ sub: "u" }, { key: "x".repeat(40) }), "app-token-refused"],
    ["signed another way", () => token({ sub: "u" }, { alg: "HS512" }), "app-token-refused"],
    ["for another site", () => token({ sub: "u", aud: "https://other.example" }), "app-token-refused"],
    ["of another issuer", () => token({ sub: "u", iss: "https://accounts.google.com" }), "app-token-refused"],
    ["of nobody", () => token(), "app-token-refused"],
    ["without a name of its own", () => token({ sub: "u", jti: undefined }), "app-token-refused"],
    ["whose name is no text", () => token({ sub: "u", jti: 7 }), "app-token-refused"],
    ["without an end", () => token({ sub: "u", exp: undefined }), "app-token-refused"],
    ["without a beginning", () => token({ sub: "u", iat: undefined }), "app-token-refused"],
    ["that is good for an hour", () => token({ sub: "u", exp: seconds() + 3_600 }), "app-token-refused"],
    [
      "that has run out",
      () => token({ sub: "u", iat: seconds() - 200, exp: seconds() - 60 }),
      "app-token-old",
    ],
    [
      "of tomorrow",
      () => token({ sub: "u", iat: seconds() + 86_400, exp: seconds() + 86_500 }),
      "app-token-refused",
    ],
    ["that is none", () => Promise.resolve("a.b.c"), "app-token-refused"],
    ["that is endless", () => Promise.resolve("a".repeat(5_000)), "app-token-refused"],
    ["without a signature", () => token({ sub: "u" }).then(unsigned), "app-token-refused"],
  ])("is refused when it is one %s", async (_what, make, reason) => {
    const sent = await make();
    expect(await previewApp(guest(platform), sent)).toEqual(refused(reason));
    expect(await enter(sent)).toEqual(refused(reason));
  });

  test("is too old after five minutes, and cannot be used again once its record is purged", async () => {
    await known("slow");
    const sent = await token({ sub: "user-slow", exp: seconds() + 300 });
    platform.clock.advance(minutes(4));
    expect((await enter(sent)).ok).toBe(true);
    platform.clock.advance(hours(1));
    await platform.db.challenge.deleteMany({ where: { expiresAt: { lt: platform.clock.now() } } });
    expect(await enter(sent)).toEqual(refused("app-token-old"));
  });

  test("gives no rights, and lets nobody in who speaks for the site", async () => {
    const member = await known("climber");
    expect(await enter(await token({ sub: "user-climber", role: "admin", roles: ["staff"] }))).toMatchObject({
      ok: true,
    });
    expect((await platform.db.member.findUniqueOrThrow({ where: { id: member.id } })).role).toBe("member");
    for (const role of ["staff", "moderator", "admin"]) {
      await platform.db.member.update({ where: { id: member.id }, data: { role } });
      expect(await enter(await token({ sub: "user-climber" }))).toEqual(refused("app-token-staff"));
    }
  });

  test("is no account of the same address, and asks for the account's own second step", async () => {
    const sam = await aMember(platform, { name: "sam", email: "sam@post.example" });
    await platform.db.member.update({
      where: { id: sam.id },
      data: { emailVerifiedAt: platform.clock.now() },
    });
    expect(
      await enter(await token({ sub: "9", email: "sam@post.example", email_verified: true })),
    ).toMatchObject({
      token: expect.any(String),
    });
    const member = await known("careful");
    const secondFactorAt = platform.clock.now();
    await platform.db.member.update({ where: { id: member.id }, data: { secondFactorAt } });
    expect(await enter(await token({ sub: "user-careful" }))).toMatchObject({
      ok: true,
      step: expect.any(String),
    });
  });

  test("connects the app with the account that is signed in, once and no other's", async () => {
    await known("first");
    const second = contextFor(platform, await aMember(platform, { name: "second" }));
    expect(await linkApp(second, await token({ sub: "user-first" }))).toEqual(refused("identity-taken"));
    const sent = await token({ sub: "user-second" });
    expect(await linkApp(second, sent)).toEqual({ ok: true });
    expect(await linkApp(second, sent)).toEqual(refused("app-token-used"));
    expect(await enter(await token({ sub: "user-second" }))).toMatchObject({
      ok: true,
      cookie: expect.any(String),
    });
  });
});

test("a site without the secret takes no token", async () => {
  const closed = { ...platform, config: { ...platform.config, ssoSecret: null } };
  await expect(previewApp(guest(closed), await token({ sub: "u" }))).rejects.toThrow("page");
});

function unsigned(signed: string): string {
  const [, payload] = signed.split(".");
  const head = Buffer.from('{"alg":"none"}').toString("base64url");
  return `${head}.${payload}.`;
}
