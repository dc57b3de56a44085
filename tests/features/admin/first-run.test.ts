import { describe, expect, test } from "vitest";
import { createFirstAdminLink } from "~/features/admin/first-admin-link.server";
import { completeFirstRun, type FirstRunInput, requireFirstRun } from "~/features/admin/first-run.server";
import { readMark } from "~/features/admin/mark.server";
import { createMember, promoteMember } from "~/features/auth/appointing.server";
import { sessionsOf } from "~/features/auth/lucia.server";
import { systemContext } from "~/features/members/context";
import { areaPresets } from "~/features/site/area-presets";
import { listAreas } from "~/features/site/areas.server";
import { readSite } from "~/features/site/settings.server";
import { hours } from "~/platform/clock/clock";
import { refused } from "~/platform/outcome";
import type { Platform } from "~/platform/platform";
import { aMember } from "../../factories/members";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const visit = { device: "", network: "203.0.113.0/24", replaces: null };
const password = "nine kites over harbour";

function inputWith(token: string, name = "Nadia"): FirstRunInput {
  return {
    token,
    account: { name, email: `${name.toLowerCase()}@tern.example`, password },
    site: {
      name: "Tern",
      tagline: { en: "", "zh-CN": "" },
      languages: ["zh-CN", "en"],
      defaultLocale: "zh-CN",
    },
    areas: [...areaPresets.wallet],
    mark: null,
    wantsSample: false,
  };
}

async function linkFor(platform: Platform): Promise<string> {
  const link = await createFirstAdminLink(systemContext(platform));
  return link!.split("/").at(-1)!;
}

describe("the link for the first admin", () => {
  test("stops working when a newer one is made, and is kept only as a hash", async () => {
    const platform = await testPlatform();
    const [first, second] = [await linkFor(platform), await linkFor(platform)];
    expect(Buffer.from(second, "base64url")).toHaveLength(32);
    await expect(requireFirstRun(guest(platform), first)).rejects.toThrow("first-run-link");
    await requireFirstRun(guest(platform), second);
    expect(JSON.stringify(await platform.db.oneTimeLink.findMany())).not.toContain(second);
  });

  test("dies after a day", async () => {
    const platform = await testPlatform();
    const token = await linkFor(platform);
    platform.clock.advance(hours(24) - 1);
    await requireFirstRun(guest(platform), token);
    platform.clock.advance(1);
    await expect(requireFirstRun(guest(platform), token)).rejects.toThrow("first-run-link");
    await expect(completeFirstRun(guest(platform), inputWith(token), visit)).rejects.toThrow(
      "first-run-link",
    );
  });

  test("is not made, and does not work, once there is an admin", async () => {
    const platform = await testPlatform();
    const token = await linkFor(platform);
    await aMember(platform, { role: "admin" });
    expect(await createFirstAdminLink(systemContext(platform))).toBeNull();
    await expect(completeFirstRun(guest(platform), inputWith(token), visit)).rejects.toThrow(
      "first-run-link",
    );
  });

  test.each(["", "x", "..", "\u0000", "x".repeat(10_000)])("cannot be guessed as %j", async (token) => {
    const platform = await testPlatform();
    await linkFor(platform);
    await expect(requireFirstRun(guest(platform), token)).rejects.toThrow("first-run-link");
  });
});

describe("the first run", () => {
  test("makes the admin, the site and its areas in one go and signs the admin in", async () => {
    const platform = await testPlatform();
    const token = await linkFor(platform);
    expect((await readSite(platform)).isSetUp).toBe(false);
    const made = await completeFirstRun(guest(platform), inputWith(token), visit);
    expect(made).toMatchObject({ ok: true, admin: { name: "Nadia", role: "admin" } });
    const sessionId = made.ok ? /session=([^;]+)/.exec(made.cookie)![1]! : "";
    expect((await sessionsOf(platform).validateSession(sessionId)).user).toMatchObject({ role: "admin" });
    expect(await readSite(platform)).toMatchObject({ name: "Tern", isSetUp: true, defaultLocale: "zh-CN" });
    expect((await listAreas(platform)).map(({ slug }) => slug)).toEqual([
      "technical",
      "account",
      "transaction",
      "security",
      "experience",
    ]);
    await expect(completeFirstRun(guest(platform), inputWith(token, "Second"), visit)).rejects.toThrow(
      "first-run-link",
    );
  });

  test("sent by five at once makes one admin", async () => {
    const platform = await testPlatform();
    const token = await linkFor(platform);
    const tries = ["Ana", "Ben", "Cem", "Dua", "Eva"].map((name) =>
      completeFirstRun(guest(platform), inputWith(token, name), visit),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await platform.db.member.count()).toBe(1);
    expect(await platform.db.area.count()).toBe(5);
  });

  test("keeps the link when something typed was wrong", async () => {
    const platform = await testPlatform();
    const token = await linkFor(platform);
    const weak = inputWith(token);
    weak.account.password = "1234567890";
    expect(await completeFirstRun(guest(platform), weak, visit)).toMatchObject({
      ok: false,
      errors: { fields: { password: { id: "password-common" } } },
    });
    const broken = { ...inputWith(token), mark: new File(["<svg onload=alert(1)>"], "mark.png") };
    expect(await completeFirstRun(guest(platform), broken, visit)).toMatchObject({
      ok: false,
      errors: { fields: { mark: { id: "mark-unusable" } } },
    });
    expect(await completeFirstRun(guest(platform), inputWith(token), visit)).toMatchObject({ ok: true });
  });

  test("never shows a file that is not a mark", async () => {
    const platform = await testPlatform();
    for (const key of ["", "../secrets.json", "uploads/x", "0".repeat(24)])
      expect(await readMark(platform, key)).toBeNull();
  });
});

describe("roles given on the command line", () => {
  test("make members who can sign in, also with names nobody else may have", async () => {
    const platform = await testPlatform();
    const system = systemContext(platform);
    const account = { name: "support", email: "support@tern.example", password };
    expect(await createMember(system, { ...account, role: "member" })).toMatchObject({
      ok: false,
      errors: { fields: { name: { id: "name-reserved" } } },
    });
    expect(await createMember(system, { ...account, role: "staff" })).toMatchObject({
      ok: true,
      member: { name: "support", role: "staff" },
    });
    expect(await createMember(system, { ...account, role: "staff" })).toMatchObject({
      ok: false,
      errors: { fields: { name: { id: "name-taken" } } },
    });
  });

  test("sign the member out everywhere, because a session keeps no older rights", async () => {
    const platform = await testPlatform();
    const mei = await aMember(platform, { name: "Mei" });
    const session = await sessionsOf(platform).createSession(mei.id, {});
    expect(await promoteMember(systemContext(platform), { name: "mei", role: "staff" })).toMatchObject({
      ok: true,
      member: { role: "staff" },
    });
    expect((await sessionsOf(platform).validateSession(session.id)).session).toBeNull();
  });

  test("are for admins and the system alone", async () => {
    const platform = await testPlatform();
    const [mei, staff, admin] = [
      await aMember(platform),
      await aMember(platform, { role: "staff" }),
      await aMember(platform, { role: "admin" }),
    ];
    for (const actor of [mei, staff]) {
      await expect(
        promoteMember(contextFor(platform, actor), { name: mei.name, role: "admin" }),
      ).rejects.toThrow("member.promote");
    }
    await expect(promoteMember(guest(platform), { name: mei.name, role: "admin" })).rejects.toThrow(
      "member.promote",
    );
    expect(
      await promoteMember(contextFor(platform, admin), { name: mei.name, role: "moderator" }),
    ).toMatchObject({ ok: true });
    await expect(promoteMember(systemContext(platform), { name: "nobody", role: "admin" })).rejects.toThrow(
      "member",
    );
  });

  test("never take the last admin away, not even when two demote each other at once", async () => {
    const platform = await testPlatform();
    const [one, other] = [
      await aMember(platform, { role: "admin" }),
      await aMember(platform, { role: "admin" }),
    ];
    const outcomes = await Promise.all([
      promoteMember(contextFor(platform, one), { name: other.name, role: "member" }),
      promoteMember(contextFor(platform, other), { name: one.name, role: "member" }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual(refused("last-admin"));
    expect(await platform.db.member.count({ where: { role: "admin" } })).toBe(1);
  });
});
