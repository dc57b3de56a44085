import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { describe, expect, test } from "vitest";
import { sessionsOf } from "~/features/auth/lucia.server";
import { finishSecondStep } from "~/features/auth/second-step.server";
import {
  beginAuthenticator,
  confirmAuthenticator,
  findSetup,
  removeAuthenticator,
} from "~/features/auth/second-factors.server";
import { signIn } from "~/features/auth/signing-in.server";
import { signUp } from "~/features/auth/signing-up.server";
import { totpAt } from "~/features/auth/totp";
import { minutes } from "~/platform/clock/clock";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const password = "nine kites over harbour";
const visit = { device: "Firefox|macOS", network: "203.0.113.0/24", replaces: null };

const sessionIn = (cookie: string) => /^session=([^;]+)/.exec(cookie)![1]!;

/** A member whose second step is on, with the codes that were shown once. */
async function guarded(name: string) {
  const made = await signUp(guest(platform), { name, email: `${name}@post.example`, password }, visit);
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  const { user } = await sessionsOf(platform).validateSession(sessionIn(made.cookie));
  const ctx = contextFor(platform, { ...user!, role: "member" });
  await beginAuthenticator(ctx);
  const setup = (await findSetup(ctx))!;
  const secret = decodeBase32IgnorePadding(setup.secret.replaceAll(" ", ""));
  const code = () => totpAt(secret, platform.clock.now());
  const on = (await confirmAuthenticator(ctx, code(), visit))!;
  platform.clock.advance(minutes(1));
  return { ctx, name, code, secret, ...on, firstCookie: made.cookie };
}

async function stepOf(name: string): Promise<string> {
  const outcome = await signIn(guest(platform), { identifier: name, password }, visit);
  if (!("step" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.step;
}

const finish = (step: string, code: string) => finishSecondStep(guest(platform), { step, code }, visit);

describe("with a second step", () => {
  test("the password alone opens no session, and the code does", async () => {
    const mei = await guarded("mei");
    const before = await platform.db.session.count();
    const step = await stepOf("mei");
    expect(await platform.db.session.count()).toBe(before);
    expect(await finish(step, "000000")).toEqual({ ok: false, reason: "second-step-wrong" });
    expect(await finish(step, mei.code())).toMatchObject({ ok: true });
    expect(await finish(step, mei.code())).toEqual({ ok: false, reason: "second-step-over" });
  });

  test("a code is taken once, also by two at once", async () => {
    const sam = await guarded("sam");
    const steps = [await stepOf("sam"), await stepOf("sam"), await stepOf("sam")];
    const code = sam.code();
    const outcomes = await Promise.all(steps.map((step) => finish(step, code)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("five wrong codes are free and then the right one waits too, whatever step it is sent with", async () => {
    const ann = await guarded("ann");
    for (let tries = 0; tries < 5; tries++)
      expect(await finish(await stepOf("ann"), "111111")).toMatchObject({ reason: "second-step-wrong" });
    expect(await finish(await stepOf("ann"), ann.code())).toMatchObject({ reason: "sign-in-wait" });
    platform.clock.advance(2_000);
    expect(await finish(await stepOf("ann"), ann.code())).toMatchObject({ ok: true });
  });

  test("a recovery code stands in for the app, once, however it is typed", async () => {
    const { codes } = await guarded("kim");
    expect(new Set(codes).size).toBe(10);
    const typed = ` ${codes[3]!.toUpperCase().replace("-", " ")} `;
    expect(await finish(await stepOf("kim"), typed)).toMatchObject({ ok: true });
    expect(await finish(await stepOf("kim"), codes[3]!)).toMatchObject({ reason: "second-step-wrong" });
    expect(await finish(await stepOf("kim"), codes[4]!)).toMatchObject({ ok: true });
  });

  test("the step is over after ten minutes", async () => {
    const lee = await guarded("lee");
    const step = await stepOf("lee");
    platform.clock.advance(minutes(11));
    expect(await finish(step, lee.code())).toEqual({ ok: false, reason: "second-step-over" });
  });

  test("turning it on signs out every other device and tells by mail; secrets rest encrypted", async () => {
    const eve = await guarded("eve");
    expect((await sessionsOf(platform).validateSession(sessionIn(eve.firstCookie))).session).toBeNull();
    expect((await sessionsOf(platform).validateSession(sessionIn(eve.cookie))).session).not.toBeNull();
    const mails = await platform.db.mail.findMany({ where: { memberId: eve.ctx.actor.id } });
    expect(mails.map(({ data }) => (data as { type: string }).type)).toContain("second-factor-on");
    const kept = JSON.stringify([
      await platform.db.authenticator.findMany(),
      await platform.db.recoveryCode.findMany(),
    ]);
    for (const code of eve.codes) expect(kept).not.toContain(code);
    expect(kept).not.toContain(Buffer.from(eve.secret).toString("base64url"));
  });

  test("nothing is on before a right code was typed, and taking it away needs no code again", async () => {
    const made = await guarded("joe");
    await removeAuthenticator(made.ctx, visit);
    expect(await signIn(guest(platform), { identifier: "joe", password }, visit)).toHaveProperty("cookie");
    await beginAuthenticator(made.ctx);
    expect(await confirmAuthenticator(made.ctx, "123", visit)).toBeNull();
    expect(await signIn(guest(platform), { identifier: "joe", password }, visit)).toHaveProperty("cookie");
    expect(await platform.db.recoveryCode.count({ where: { memberId: made.ctx.actor.id } })).toBe(0);
  });
});
