import { describe, expect, test } from "vitest";
import { describeNewcomer } from "~/features/auth/external/newcomer.server";
import { linkIdentity, listIdentities, unlinkIdentity } from "~/features/auth/external/identities.server";
import { makeExternalAccount } from "~/features/auth/external/making-account.server";
import { providerReturnPath } from "~/features/auth/paths";
import { goToProvider } from "~/features/auth/provider/going.server";
import { returnFromProvider } from "~/features/auth/provider/returning.server";
import { waysToProve } from "~/features/auth/proving.server";
import { finishSecondStep } from "~/features/auth/second-step.server";
import type { Actor, Context } from "~/features/members/context";
import { minutes } from "~/platform/clock/clock";
import { refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { type ProviderAccount, startProvider } from "../../setup/provider";

const provider = await startProvider(`http://hearback.test${providerReturnPath}`);
const platform = await testPlatform(provider.environment);
const visit = { device: "Firefox|macOS", network: "203.0.113.0/24", replaces: null };
const carried = { next: "/settings/profile", kept: null };
type Kind = "sign-in" | "link" | "prove";

async function goes(ctx: Context, kind: Kind = "sign-in", with_ = carried) {
  const going = await goToProvider(ctx, { kind, carried: with_, browser: null }, visit);
  if (!going.ok) throw new Error(going.reason);
  return { ...going, browser: /=([\w-]{32});/.exec(going.cookie)![1]! };
}

/** All the way there and back, as one browser. */
async function through(account: ProviderAccount, ctx: Context = guest(platform), kind: Kind = "sign-in") {
  const { to, browser } = await goes(ctx, kind);
  const { searchParams: search } = await provider.visit(to, account);
  return returnFromProvider(ctx, { search, browser }, visit);
}

async function newcomer(account: ProviderAccount) {
  const returned = await through(account);
  if (!("token" in returned)) throw new Error(JSON.stringify(returned));
  return returned.token;
}

async function joined(account: ProviderAccount, name: string): Promise<Actor> {
  const fields = { token: await newcomer(account), name, email: `${name}@typed.example` };
  const made = await makeExternalAccount(guest(platform), fields, visit);
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  return actorNamed(name);
}

async function actorNamed(name: string): Promise<Actor> {
  const { id, displayName } = await platform.db.member.findUniqueOrThrow({ where: { nameFolded: name } });
  return { id, name, displayName, role: "member", title: "" };
}

const memberOf = ({ id }: Actor) => platform.db.member.findUniqueOrThrow({ where: { id } });

describe("signing in with the provider", () => {
  test("asks a newcomer for a name once and lets them in ever after", async () => {
    const account = {
      sub: "mei-1",
      email: "Mei@Post.example",
      email_verified: true,
      preferred_username: "mei.lin",
    };
    const token = await newcomer(account);
    expect(await describeNewcomer(guest(platform), token)).toMatchObject({
      place: "Tern ID",
      email: "mei@post.example",
      isEmailVerified: true,
      isAddressKnown: false,
      suggestedName: "mei-lin",
    });
    const refusedName = await makeExternalAccount(
      guest(platform),
      { token, name: "admin", email: "mei@post.example" },
      visit,
    );
    expect(refusedName).toMatchObject({ ok: false, errors: { fields: { name: { id: "name-reserved" } } } });
    const made = await makeExternalAccount(
      guest(platform),
      { token, name: "mei", email: "somebody-else@post.example" },
      visit,
    );
    expect(made.ok).toBe(true);
    const mei = await memberOf(await actorNamed("mei"));
    expect(mei).toMatchObject({ email: "mei@post.example", passwordHash: null, role: "member" });
    expect(mei.emailVerifiedAt).not.toBeNull();
    expect(await through(account)).toMatchObject({
      ok: true,
      kind: "sign-in",
      cookie: expect.any(String),
      carried,
    });
  });

  test("takes over no address the provider has not asked at", async () => {
    const actor = await joined({ sub: "lin-1", email: "lin@post.example", email_verified: false }, "lin");
    expect(await memberOf(actor)).toMatchObject({ email: "lin@typed.example", emailVerifiedAt: null });
  });

  test("is never an account here because of its address alone", async () => {
    const victim = await aMember(platform, { name: "victim", email: "victim@post.example" });
    await platform.db.member.update({
      where: { id: victim.id },
      data: { emailVerifiedAt: platform.clock.now() },
    });
    const account = { sub: "attacker", email: "victim@post.example", email_verified: true };
    const token = await newcomer(account);
    expect(await describeNewcomer(guest(platform), token)).toMatchObject({ isAddressKnown: true });
    await makeExternalAccount(
      guest(platform),
      { token, name: "attacker", email: "victim@post.example" },
      visit,
    );
    expect(await memberOf(await actorNamed("attacker"))).toMatchObject({ email: null });
    expect(await platform.db.externalIdentity.count({ where: { memberId: victim.id } })).toBe(0);
  });

  test("takes an address from an account that gave it and never confirmed it", async () => {
    const squatter = await aMember(platform, { name: "squatter", email: "real@post.example" });
    const actor = await joined({ sub: "real", email: "real@post.example", email_verified: true }, "real-one");
    expect((await memberOf(actor)).email).toBe("real@post.example");
    expect((await memberOf(squatter)).email).toBeNull();
  });

  test("makes one account of forms sent at once, and of two that were begun", async () => {
    const account = { sub: "twice", email: "twice@post.example", email_verified: true };
    const tokens = [await newcomer(account), await newcomer(account)];
    const tries = [0, 0, 0, 1, 1, 1].map((which, index) =>
      makeExternalAccount(
        guest(platform),
        { token: tokens[which]!, name: `twice-${index}`, email: "twice@post.example" },
        visit,
      ),
    );
    const made = await Promise.all(tries);
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await platform.db.externalIdentity.count({ where: { subject: "twice" } })).toBe(1);
    expect(await platform.db.member.count({ where: { name: { startsWith: "twice-" } } })).toBe(1);
  });

  test("asks for the account's own second step, whatever the provider says", async () => {
    const actor = await joined({ sub: "guarded" }, "guarded");
    const secondFactorAt = platform.clock.now();
    await platform.db.member.update({ where: { id: actor.id }, data: { secondFactorAt } });
    const sessions = await platform.db.session.count();
    const returned = await through({ sub: "guarded" });
    if (!("step" in returned)) throw new Error(JSON.stringify(returned));
    expect(await platform.db.session.count()).toBe(sessions);
    expect(
      await finishSecondStep(guest(platform), { step: returned.step, code: "123456" }, visit),
    ).toMatchObject({
      ok: false,
    });
  });

  test("lets nobody in who is suspended or gone", async () => {
    const actor = await joined({ sub: "barred" }, "barred");
    const now = platform.clock.now();
    await platform.db.member.update({ where: { id: actor.id }, data: { suspendedAt: now } });
    expect(await through({ sub: "barred" })).toMatchObject({ ok: false, reason: "suspended" });
    await platform.db.member.update({ where: { id: actor.id }, data: { deletedAt: now } });
    expect(await through({ sub: "barred" })).toMatchObject({ ok: false, reason: "identity-refused" });
  });
});

describe("what comes back from the provider", () => {
  test("counts once, also when it comes many times at once", async () => {
    await joined({ sub: "replay" }, "replay");
    const { to, browser } = await goes(guest(platform));
    const { searchParams: search } = await provider.visit(to, { sub: "replay" });
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => returnFromProvider(guest(platform), { search, browser }, visit)),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await returnFromProvider(guest(platform), { search, browser }, visit)).toMatchObject({
      reason: "provider-over",
    });
  });

  test("counts for the browser that set out alone", async () => {
    const { to, browser } = await goes(guest(platform));
    const other = await goes(guest(platform));
    const { searchParams: search } = await provider.visit(to, { sub: "attacker" });
    for (const each of [null, other.browser, "x".repeat(32)])
      expect(await returnFromProvider(guest(platform), { search, browser: each }, visit)).toMatchObject({
        reason: "provider-over",
      });
    expect((await returnFromProvider(guest(platform), { search, browser }, visit)).ok).toBe(true);
  });

  test("is refused with a code that was fetched for another errand", async () => {
    const [mine, theirs] = [await goes(guest(platform)), await goes(guest(platform))];
    const stolen = await provider.visit(theirs.to, { sub: "mei-1" });
    const own = await provider.visit(mine.to, { sub: "attacker" });
    const search = new URLSearchParams(own.search);
    search.set("code", stolen.searchParams.get("code")!);
    expect(await returnFromProvider(guest(platform), { search, browser: mine.browser }, visit)).toMatchObject(
      {
        ok: false,
        reason: "provider-refused",
      },
    );
  });

  test.each([
    ["without a state", (search: URLSearchParams) => search.delete("state"), "provider-over"],
    [
      "with a state nobody gave",
      (search: URLSearchParams) => search.set("state", "made-up"),
      "provider-over",
    ],
    ["without a code", (search: URLSearchParams) => search.delete("code"), "provider-refused"],
    ["with a made-up code", (search: URLSearchParams) => search.set("code", "made-up"), "provider-refused"],
    [
      "of another issuer",
      (search: URLSearchParams) => search.set("iss", "https://evil.example"),
      "provider-refused",
    ],
    ["without its issuer", (search: URLSearchParams) => search.delete("iss"), "provider-refused"],
  ])("is refused %s", async (_what, change, reason) => {
    const { to, browser } = await goes(guest(platform));
    const { searchParams: search } = await provider.visit(to, { sub: "mei-1" });
    change(search);
    expect(await returnFromProvider(guest(platform), { search, browser }, visit)).toMatchObject({
      ok: false,
      reason,
    });
  });

  test("is refused after a quarter of an hour, and says so when it was called off", async () => {
    const late = await goes(guest(platform));
    const { searchParams } = await provider.visit(late.to, { sub: "mei-1" });
    platform.clock.advance(minutes(15));
    expect(
      await returnFromProvider(guest(platform), { search: searchParams, browser: late.browser }, visit),
    ).toMatchObject({ reason: "provider-over" });
    const off = await goes(guest(platform));
    const search = new URLSearchParams({
      error: "access_denied",
      state: new URL(off.to).searchParams.get("state")!,
    });
    expect(await returnFromProvider(guest(platform), { search, browser: off.browser }, visit)).toMatchObject({
      reason: "provider-declined",
      carried,
    });
  });

  test("carries what somebody had sent, which waits here unread", async () => {
    await joined({ sub: "writer" }, "writer");
    const kept = {
      path: "/t/1/replies",
      fields: [["body", "a private thought"]] as [string, string][],
      fileFields: [],
    };
    const { to, browser } = await goes(guest(platform), "sign-in", { next: "/t/1", kept } as never);
    expect(JSON.stringify(await platform.db.challenge.findMany())).not.toContain("private thought");
    const { searchParams: search } = await provider.visit(to, { sub: "writer" });
    expect(await returnFromProvider(guest(platform), { search, browser }, visit)).toMatchObject({
      ok: true,
      carried: { next: "/t/1", kept },
    });
  });
});

describe("an account of one's own", () => {
  test("is connected by whoever is signed in to it, and opened by it from then on", async () => {
    const sam = await aMember(platform, { name: "sam", passwordHash: "x" });
    const ctx = contextFor(platform, sam);
    expect(await through({ sub: "sam-1" }, ctx, "link")).toEqual({ ok: true, kind: "link" });
    expect(await listIdentities(ctx)).toMatchObject([{ place: "Tern ID", isInUse: true }]);
    expect(await waysToProve(ctx)).toMatchObject({ provider: "Tern ID" });
    expect(await through({ sub: "sam-1" })).toMatchObject({ ok: true, cookie: expect.any(String) });
    expect(await through({ sub: "sam-2" }, ctx, "link")).toMatchObject({ reason: "identity-already" });
  });

  test("is not connected to somebody else's, nor by whoever came back in another session", async () => {
    const tom = await aMember(platform, { name: "tom", passwordHash: "x" });
    expect(await through({ sub: "mei-1" }, contextFor(platform, tom), "link")).toMatchObject({
      reason: "identity-taken",
    });
    const { to, browser } = await goes(contextFor(platform, tom), "link");
    const { searchParams: search } = await provider.visit(to, { sub: "tom-1" });
    const eve = await aMember(platform, { name: "eve" });
    expect(await returnFromProvider(contextFor(platform, eve), { search, browser }, visit)).toMatchObject({
      reason: "provider-over",
    });
    expect(await platform.db.externalIdentity.count({ where: { memberId: { in: [tom.id, eve.id] } } })).toBe(
      0,
    );
  });

  test("is shown to be one's own by the account it is connected with, and by no other", async () => {
    const actor = await joined({ sub: "prover" }, "prover");
    const ctx = contextFor(platform, actor);
    expect(await through({ sub: "prover" }, ctx, "prove")).toMatchObject({ ok: true, kind: "prove" });
    expect(await through({ sub: "mei-1" }, ctx, "prove")).toMatchObject({ reason: "provider-other-person" });
    expect(await through({ sub: "nobody-yet" }, ctx, "prove")).toMatchObject({
      reason: "provider-other-person",
    });
  });

  test("keeps its last way in", async () => {
    const actor = await joined({ sub: "only" }, "only-way");
    const ctx = contextFor(platform, actor);
    const [identity] = await listIdentities(ctx);
    expect(await unlinkIdentity(ctx, identity!.handle, visit)).toEqual(refused("last-way-in"));
    await platform.db.member.update({ where: { id: actor.id }, data: { passwordHash: "x" } });
    expect(await unlinkIdentity(ctx, identity!.handle, visit)).toMatchObject({ ok: true });
    await expect(unlinkIdentity(ctx, identity!.handle, visit)).rejects.toThrow("identity");
    expect(await listIdentities(ctx)).toEqual([]);
  });

  test("is not left to an issuer the site no longer believes", async () => {
    const actor = await aMember(platform, { name: "left-over" });
    const ctx = contextFor(platform, actor);
    await linkIdentity(ctx, { issuer: provider.issuer, subject: "left-over" });
    await linkIdentity(ctx, { issuer: "https://gone.example", subject: "left-over" });
    const [current] = (await listIdentities(ctx)).filter(({ isInUse }) => isInUse);
    expect(await unlinkIdentity(ctx, current!.handle, visit)).toEqual(refused("last-way-in"));
  });
});
