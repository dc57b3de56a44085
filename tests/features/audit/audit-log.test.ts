import { describe, expect, test } from "vitest";
import { changeSite } from "~/features/admin/managing.server";
import { appendAudit } from "~/features/audit/appending.server";
import type { AuditKind } from "~/features/audit/entry";
import { readAudit } from "~/features/audit/reading.server";
import { verifyChain } from "~/features/audit/verifying.server";
import { createMember, promoteMember } from "~/features/auth/appointing.server";
import { systemContext } from "~/features/members/context";
import { listFormerTeam, listTeam } from "~/features/members/reading.server";
import { saveSite } from "~/features/site/settings.server";
import { saveStatuses } from "~/features/suggestions/naming-statuses.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { auditCheck } from "~/wiring/examination/audit.server";
import { aMember } from "../../factories/members";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const ada = await aMember(platform, { role: "admin" });
const admin = contextFor(platform, ada);

const write = (reason: string) =>
  inTransaction(admin, (tx) => appendAudit(tx, "official-posted-quietly", { topic: 1, reply: 1, reason }));
const page = (kind: AuditKind | null = null, before: number | null = null) =>
  readAudit(admin, { kind, before });

describe("the audit log", () => {
  test("is one chain whoever writes at once, without a gap where a transaction was undone", async () => {
    await Promise.all(Array.from({ length: 20 }, (_none, at) => write(`reason number ${at}`)));
    const undone = inTransaction(admin, async (tx) => {
      await appendAudit(tx, "official-posted-quietly", { topic: 1, reply: 2, reason: "never happened" });
      throw new Error("half-way");
    });
    await expect(undone).rejects.toThrow("half-way");
    await write("the one after");
    const ids = (await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 21 }, (_none, at) => at + 1));
    expect(await verifyChain(platform)).toEqual({ count: 21, wrong: 0, firstWrongId: null });
    expect(await auditCheck.count(platform)).toBe(0);
  });

  test("is read by admins alone, page by page, and by kind", async () => {
    for (const ctx of [guest(platform), contextFor(platform, await aMember(platform, { role: "staff" }))])
      await expect(readAudit(ctx, { kind: null, before: null })).rejects.toBeInstanceOf(Forbidden);
    for (let at = 0; at < 15; at++) await write(`more of it, number ${at}`);
    const first = await page();
    const second = await page(null, first.next);
    const seen = [...first.lines, ...second.lines].map(({ id }) => id);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
    expect(new Set(seen).size).toBe(await db.auditEntry.count());
    expect((await page("role-changed")).lines).toEqual([]);
    expect(first.chain).toMatchObject({ firstWrongId: null, isWholeLog: true });
  });

  test("says which setting, status and role became what, and nothing when nothing did", async () => {
    for (let twice = 0; twice < 2; twice++) await saveSite(admin, { timeZone: "Asia/Shanghai" });
    await saveStatuses(admin, { planned: { names: { en: "On the list" }, hue: null } });
    const mei = await aMember(platform);
    for (let twice = 0; twice < 2; twice++) await promoteMember(admin, { name: mei.name, role: "staff" });
    const { lines } = await page("site-changed");
    expect(lines).toMatchObject([
      { actorName: ada.name, detail: { setting: "timeZone", from: "UTC", to: "Asia/Shanghai" } },
    ]);
    expect((await page("statuses-changed")).lines).toHaveLength(1);
    expect((await page("role-changed")).lines.map(({ detail }) => detail)).toEqual([
      { member: mei.name, from: "member", to: "staff" },
    ]);
    expect(await verifyChain(platform)).toMatchObject({ wrong: 0 });
  });

  test("is written with the change of the settings page, and not for who may not make it", async () => {
    const before = await db.auditEntry.count();
    const denied = contextFor(platform, await aMember(platform, { role: "staff" }));
    await expect(saveSite(denied, { name: "Mine" })).rejects.toBeInstanceOf(Forbidden);
    expect(await db.auditEntry.count()).toBe(before);
    const tagline = { en: "", "zh-CN": "" };
    const site = { name: "Harbour", tagline, languages: ["en" as const], defaultLocale: "en" as const };
    await changeSite(admin, { site, mark: null, isMarkRemoved: false });
    const settings = (await page("site-changed")).lines.map(({ detail }) => detail.setting);
    expect(settings.toSorted()).toEqual(["languages", "name", "timeZone"]);
  });

  test("shows what was changed, taken out or cut off behind the site's back", async () => {
    const last = (await db.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
    const fifth = await db.auditEntry.findUniqueOrThrow({ where: { id: 5 } });
    await db.auditEntry.update({ where: { id: 5 }, data: { detail: `{"reason":"a better one"}` } });
    expect(await verifyChain(platform)).toMatchObject({ wrong: 1, firstWrongId: 5 });
    expect((await page()).chain.firstWrongId).toBe(5);
    await db.auditEntry.update({ where: { id: 5 }, data: fifth });
    expect(await verifyChain(platform)).toMatchObject({ wrong: 0 });

    await db.auditEntry.update({ where: { id: 5 }, data: { at: new Date(fifth.at.getTime() + 1) } });
    expect(await verifyChain(platform)).toMatchObject({ firstWrongId: 5 });
    await db.auditEntry.update({ where: { id: 5 }, data: fifth });

    const cut = await db.auditEntry.delete({ where: { id: last } });
    expect(await verifyChain(platform)).toMatchObject({ wrong: 1, firstWrongId: last });
    await db.auditEntry.create({ data: cut });

    await db.auditEntry.delete({ where: { id: 5 } });
    expect(await verifyChain(platform)).toMatchObject({ firstWrongId: 5 });
    expect(await auditCheck.count(platform)).toBeGreaterThan(0);
    await db.auditEntry.create({ data: fifth });
    expect(await auditCheck.count(platform)).toBe(0);
  });
});

test("the roster says from when to when somebody spoke for the site, also a second time", async () => {
  const account = { name: "noa", email: "noa@people.example", password: "nine kites over harbour" };
  const made = await createMember(systemContext(platform), { ...account, role: "staff" });
  expect(made.ok).toBe(true);
  const began = clock.now();
  const noa = async (list: typeof listTeam) => (await list(platform)).find(({ name }) => name === "noa");
  expect(await noa(listTeam)).toMatchObject({ joinedTeamAt: began, leftTeamAt: null });
  clock.advance(86_400_000);
  await promoteMember(admin, { name: "noa", role: "admin" });
  expect(await noa(listTeam)).toMatchObject({ joinedTeamAt: began });
  await promoteMember(admin, { name: "noa", role: "member" });
  const left = clock.now();
  expect(await noa(listFormerTeam)).toMatchObject({ joinedTeamAt: began, leftTeamAt: left });
  clock.advance(86_400_000);
  await promoteMember(admin, { name: "noa", role: "staff" });
  expect(await noa(listTeam)).toMatchObject({ joinedTeamAt: clock.now(), leftTeamAt: null });
  const { id: memberId } = await db.member.findUniqueOrThrow({ where: { nameFolded: "noa" } });
  expect(await db.teamTerm.findMany({ where: { memberId }, orderBy: { id: "asc" } })).toMatchObject([
    { fromAt: began, toAt: left },
    { fromAt: clock.now(), toAt: null },
  ]);
});
