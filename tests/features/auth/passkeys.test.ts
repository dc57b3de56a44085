import { describe, expect, test } from "vitest";
import { changePassword } from "~/features/auth/changing-password.server";
import { askToJoin, signUpByPasskey } from "~/features/auth/joining-by-passkey.server";
import {
  addPasskey,
  askForNewPasskey,
  askForPasskey,
  mostPasskeys,
  removePasskey,
  signInByPasskey,
} from "~/features/auth/passkeys.server";
import { waysToProve } from "~/features/auth/proving.server";
import { finishSecondStep } from "~/features/auth/second-step.server";
import { signIn } from "~/features/auth/signing-in.server";
import { signUp } from "~/features/auth/signing-up.server";
import type { MemberContext } from "~/features/members/context";
import { minutes } from "~/platform/clock/clock";
import { refused } from "~/platform/outcome";
import { Authenticator } from "../../factories/authenticator";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { origin } = platform.config;
const visit = { device: "Firefox|macOS", network: "203.0.113.0/24", replaces: null };
const password = "nine kites over harbour";

async function contextOf(name: string): Promise<MemberContext> {
  const { id, displayName } = await platform.db.member.findUniqueOrThrow({ where: { nameFolded: name } });
  return contextFor(platform, { id, name, displayName, role: "member", title: "" });
}

/** Somebody whose account began with a passkey and has nothing else. */
async function joinedByPasskey(name: string) {
  const key = new Authenticator(origin);
  const fields = { name, email: `${name}@post.example` };
  const credential = key.make((await askToJoin(guest(platform), fields))!);
  const made = await signUpByPasskey(guest(platform), { ...fields, credential, keyName: "Phone" }, visit);
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  return { key, codes: made.codes, ctx: await contextOf(name) };
}

async function added(ctx: MemberContext, key = new Authenticator(origin)) {
  const credential = key.make(await askForNewPasskey(ctx));
  return { key, credential, outcome: await addPasskey(ctx, { credential, name: "Laptop" }, visit) };
}

const enter = async (key: Authenticator, how?: Parameters<Authenticator["sign"]>[1]) =>
  signInByPasskey(guest(platform), key.sign(await askForPasskey(guest(platform)), how), visit);
const idOf = (key: Authenticator) => key.id.toString("base64url");

describe("an account that begins with a passkey", () => {
  test("has no password, is guarded by two steps in one, and is entered by it", async () => {
    const { key, codes, ctx } = await joinedByPasskey("mei");
    expect(codes).toHaveLength(10);
    const member = await platform.db.member.findUniqueOrThrow({ where: { id: ctx.actor.id } });
    expect(member).toMatchObject({ passwordHash: null, emailVerifiedAt: null });
    expect(member.secondFactorAt).not.toBeNull();
    expect(await waysToProve(ctx)).toMatchObject({ hasPassword: false, hasSecondStep: true });
    expect(await enter(key)).toMatchObject({ ok: true, memberId: ctx.actor.id });
    expect(await signIn(guest(platform), { identifier: "mei", password: "" }, visit)).toEqual(
      refused("credentials"),
    );
  });

  test("asks no authenticator for a name that could not be had", async () => {
    await joinedByPasskey("taken-name");
    for (const name of ["TAKEN-name", "admin", "x", "pаypal"])
      expect(await askToJoin(guest(platform), { name, email: "other@post.example" })).toBeNull();
  });

  test("does not tell whose address is known here", async () => {
    const { ctx } = await joinedByPasskey("known");
    const at = platform.clock.now();
    await platform.db.member.update({ where: { id: ctx.actor.id }, data: { emailVerifiedAt: at } });
    const key = new Authenticator(origin);
    const fields = { name: "twin", email: "known@post.example" };
    const credential = key.make((await askToJoin(guest(platform), fields))!);
    const made = await signUpByPasskey(guest(platform), { ...fields, credential, keyName: "" }, visit);
    expect(made.ok).toBe(true);
    const twin = await contextOf("twin");
    expect((await platform.db.member.findUniqueOrThrow({ where: { id: twin.actor.id } })).email).toBeNull();
  });

  test("is made once of one answer, also when it is sent twelve times at once", async () => {
    const key = new Authenticator(origin);
    const asked = (await askToJoin(guest(platform), { name: "once-0", email: "o@post.example" }))!;
    const credential = key.make(asked);
    const tries = Array.from({ length: 12 }, (_, index) =>
      signUpByPasskey(
        guest(platform),
        { name: `once-${index}`, email: `once${index}@post.example`, credential, keyName: "" },
        visit,
      ),
    );
    const made = await Promise.all(tries);
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await platform.db.member.count({ where: { name: { startsWith: "once-" } } })).toBe(1);
  });

  test.each([
    [
      "to a question that was asked to add a key",
      async (key: Authenticator) => key.make(await anAddQuestion()),
    ],
    [
      "of another site",
      async (key: Authenticator) => key.make(await aQuestion(), { origin: "https://evil.example" }),
    ],
    [
      "without the person's finger or code",
      async (key: Authenticator) => key.make(await aQuestion(), { flags: 1 }),
    ],
    ["to a question nobody asked", async (key: Authenticator) => key.make({ challenge: "AAAA" })],
    ["that is no answer", async () => '{"response":7}'],
    ["that is empty", async () => ""],
  ])("is not made of an answer %s", async (_what, answer) => {
    const credential = await answer(new Authenticator(origin));
    const fields = { name: "nobody", email: "nobody@post.example", credential, keyName: "" };
    expect(await signUpByPasskey(guest(platform), fields, visit)).toMatchObject({ ok: false });
    expect(await platform.db.member.count({ where: { nameFolded: "nobody" } })).toBe(0);
  });

  test("is not made of an answer that comes after five minutes", async () => {
    const credential = new Authenticator(origin).make(await aQuestion());
    platform.clock.advance(minutes(5));
    const fields = { name: "late", email: "late@post.example", credential, keyName: "" };
    expect(await signUpByPasskey(guest(platform), fields, visit)).toMatchObject({ ok: false });
  });

  test("keeps its last way in until there is another", async () => {
    const { key, ctx } = await joinedByPasskey("careful");
    expect(await removePasskey(ctx, idOf(key), visit)).toEqual(refused("last-way-in"));
    expect(await enter(key)).toMatchObject({ ok: true });
    const changed = await changePassword(ctx, { currentPassword: "", newPassword: password }, visit);
    expect(changed.ok).toBe(true);
    expect(await removePasskey(ctx, idOf(key), visit)).toMatchObject({ ok: true });
    expect(await signIn(guest(platform), { identifier: "careful", password }, visit)).toMatchObject({
      ok: true,
    });
  });

  test("keeps one of two keys that are taken away at once", async () => {
    for (let round = 0; round < 5; round++) {
      const { key, ctx } = await joinedByPasskey(`pair-${round}`);
      const { key: other } = await added(ctx);
      const outcomes = await Promise.all([key, other].map((each) => removePasskey(ctx, idOf(each), visit)));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await platform.db.passkey.count({ where: { memberId: ctx.actor.id } })).toBe(1);
    }
  });

  test("is reached again by a recovery code once its owner has set a password by mail", async () => {
    const { ctx, codes } = await joinedByPasskey("lost-phone");
    await changePassword(ctx, { currentPassword: "", newPassword: password }, visit);
    const asked = await signIn(guest(platform), { identifier: "lost-phone", password }, visit);
    if (!("step" in asked)) throw new Error("no second step");
    expect(
      await finishSecondStep(guest(platform), { step: asked.step, code: codes[0]! }, visit),
    ).toMatchObject({
      ok: true,
    });
  });
});

describe("a passkey of an account", () => {
  test("is added once and brings recovery codes the first time only", async () => {
    await signUp(guest(platform), { name: "sam", email: "sam@post.example", password }, visit);
    const sam = await contextOf("sam");
    const first = await added(sam);
    expect(first.outcome?.codes).toHaveLength(10);
    expect(await addPasskey(sam, { credential: first.credential, name: "again" }, visit)).toBeNull();
    expect((await added(sam, first.key)).outcome).toBeNull();
    expect((await added(sam)).outcome?.codes).toBeNull();
    expect(await enter(first.key)).toMatchObject({ ok: true, memberId: sam.actor.id });
  });

  test("signs nobody in twice with one answer, nor from another site, nor without the person", async () => {
    const { key } = await joinedByPasskey("replayed");
    const answer = key.sign(await askForPasskey(guest(platform)));
    const tries = await Promise.all([1, 2, 3].map(() => signInByPasskey(guest(platform), answer, visit)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await enter(key, { origin: "https://evil.example" })).toEqual(refused("passkey-refused"));
    expect(await enter(key, { flags: 1 })).toEqual(refused("passkey-refused"));
    expect(await enter(new Authenticator(origin))).toEqual(refused("passkey-refused"));
  });

  test("of somebody else can neither be removed nor named", async () => {
    const { key } = await joinedByPasskey("holder");
    const other = await joinedByPasskey("thief");
    await expect(removePasskey(other.ctx, idOf(key), visit)).rejects.toThrow("passkey");
    expect(await enter(key)).toMatchObject({ ok: true });
  });

  test("opens nothing once the account is suspended", async () => {
    const { key, ctx } = await joinedByPasskey("suspended");
    const suspendedAt = platform.clock.now();
    await platform.db.member.update({ where: { id: ctx.actor.id }, data: { suspendedAt } });
    expect(await enter(key)).toMatchObject(refused("suspended"));
  });

  test("is one of twenty at most, also when many are added at once", async () => {
    const { ctx } = await joinedByPasskey("collector");
    for (let held = 1; held < mostPasskeys - 1; held++) await added(ctx);
    const last = await Promise.all([1, 2, 3].map(() => added(ctx)));
    expect(last.filter(({ outcome }) => outcome)).toHaveLength(1);
    expect(await platform.db.passkey.count({ where: { memberId: ctx.actor.id } })).toBe(mostPasskeys);
  });
});

async function aQuestion() {
  return (await askToJoin(guest(platform), { name: "nobody", email: "nobody@post.example" }))!;
}

async function anAddQuestion() {
  return askForNewPasskey(await contextOf("mei"));
}
