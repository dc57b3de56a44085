import { describe, expect, test } from "vitest";
import { findRenameWait, renameMember, renaming } from "~/features/auth/renaming.server";
import { nameKeptForMs } from "~/features/members/claiming.server";
import type { Actor } from "~/features/members/context";
import { listFormerNames } from "~/features/members/former-names.server";
import { saveProfile } from "~/features/members/profile.server";
import { getMember } from "~/features/members/reading.server";
import { prepareText } from "~/features/topics/text.server";
import { NotFound } from "~/platform/errors";
import { done, refused } from "~/platform/outcome";
import { drainOutbox } from "~/wiring/draining.server";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const rules = { siteName: "Tern", reservedWords: ["Glide Desk", "海鸥"] };
const profile = { bio: "", locale: null, theme: "auto" as const, "hide-votes": false, timeZone: "UTC" };

async function rename(member: Actor, name: string) {
  const { name: present, displayName } = await db.member.findUniqueOrThrow({ where: { id: member.id } });
  return renameMember(contextFor(platform, { ...member, name: present, displayName }), { name }, rules);
}

describe("a member who changes their name", () => {
  test("signs in with the new one, is mailed, written down and found by both", async () => {
    const member = await aMember(platform, { name: "mei-old", displayName: "mei-old" });
    expect(await rename(member, " Mei-Neu ")).toEqual(done({ name: "Mei-Neu" }));
    const kept = await db.member.findUniqueOrThrow({ where: { id: member.id } });
    expect(kept).toMatchObject({ name: "Mei-Neu", nameFolded: "mei-neu", displayName: "Mei-Neu" });
    expect(await getMember(platform, "MEI-OLD")).toMatchObject({ id: member.id, name: "Mei-Neu" });
    const mail = await db.mail.findFirstOrThrow({ where: { memberId: member.id } });
    expect(mail.data).toEqual({ type: "name-changed" });
    const [entry] = await db.auditEntry.findMany({ where: { kind: "name-changed" } });
    expect(JSON.parse(entry!.detail)).toEqual({ member: "Mei-Neu", from: "mei-old", to: "Mei-Neu" });
    expect(await db.outbox.count({ where: { type: "member.renamed" } })).toBeGreaterThan(0);
  });

  test("keeps what they chose to be shown as", async () => {
    const member = await aMember(platform, { name: "quinn-a", displayName: "Quinn" });
    await rename(member, "quinn-b");
    expect((await getMember(platform, "quinn-b")).displayName).toBe("Quinn");
  });

  test.each([
    ["x", "name-length"],
    ["me✓you", "name-characters"],
    ["pаypal", "name-scripts"],
    ["tern-support", "name-reserved"],
    ["glidedesk2", "name-reserved"],
    ["big-g1idedesk", "name-reserved"],
    ["小海鸥", "name-reserved"],
    ["renate", "name-same"],
    ["ottokar", "name-taken"],
    ["0ttokar", "name-alike"],
    ["Ines-Vale", "name-of-team"],
  ])("may not call themselves %s: %s", async (name, reason) => {
    const found = await db.member.findUnique({ where: { nameFolded: "renate" } });
    if (!found) {
      await aMember(platform, { name: "renate" });
      await aMember(platform, { name: "ottokar" });
      await aMember(platform, { name: "inv-7", displayName: "Ines Vale", role: "staff" });
    }
    const member = await db.member.findUniqueOrThrow({ where: { nameFolded: "renate" } });
    const actor = {
      id: member.id,
      name: "renate",
      displayName: "renate",
      role: "member" as const,
      title: "",
    };
    expect(await rename(actor, name)).toEqual(refused(reason));
    expect(await db.nameChange.count({ where: { memberId: member.id } })).toBe(0);
  });

  test("changes it twice in 30 days, also when both changes come at once", async () => {
    const member = await aMember(platform, { name: "bounce" });
    const outcomes = await Promise.all(
      ["bounce-a", "bounce-b", "bounce-c", "bounce-d"].map((name) => rename(member, name)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(renaming.times);
    expect(await rename(member, "bounce-e")).toEqual(refused("name-wait"));
    expect(await findRenameWait(platform, member.id)).toEqual(
      new Date(clock.now().getTime() + renaming.withinMs),
    );
    clock.advance(renaming.withinMs);
    expect(await rename(member, "bounce-e")).toMatchObject({ ok: true });
  });
});

describe("a name given up", () => {
  test("goes to nobody else, nor does one like it, and its owner may have it back in any case", async () => {
    const owner = await aMember(platform, { name: "sabrina" });
    const other = await aMember(platform, { name: "walter" });
    await rename(owner, "quiet-one");
    expect(await rename(other, "sabrina")).toEqual(refused("name-alike"));
    expect(await rename(other, "SABRlNA")).toEqual(refused("name-alike"));
    expect(await rename(owner, "Sabrina")).toEqual(done({ name: "Sabrina" }));
  });

  test("comes back to its owner", async () => {
    const owner = await aMember(platform, { name: "yannick" });
    await rename(owner, "loud-one");
    expect(await rename(owner, "yannick")).toEqual(done({ name: "yannick" }));
    expect(await getMember(platform, "loud-one")).toMatchObject({ name: "yannick" });
  });

  test("leads to its owner and is mentioned for 90 days, then it is anybody's", async () => {
    const owner = await aMember(platform, { name: "leopold" });
    const other = await aMember(platform, { name: "successor" });
    await rename(owner, "poldi");
    const text = await prepareText(guest(platform), { body: "Ask @leopold or @poldi." });
    expect(text.mentions.sort()).toEqual(["leopold", "poldi"]);
    const author = await aMember(platform);
    await aDiscussion(platform, { author, body: "What does @leopold think?" });
    await drainOutbox(platform, () => {});
    expect(await db.notice.count({ where: { memberId: owner.id, type: "mention" } })).toBe(1);

    clock.advance(nameKeptForMs);
    await expect(getMember(platform, "leopold")).rejects.toThrow(NotFound);
    expect((await prepareText(guest(platform), { body: "Ask @leopold." })).mentions).toEqual([]);
    expect(await rename(other, "leopold")).toEqual(done({ name: "leopold" }));
    expect(await getMember(platform, "leopold")).toMatchObject({ id: other.id });
  });
});

describe("somebody of the team", () => {
  test("stays known by every name they spoke under, and nobody ever gets one of them", async () => {
    const staff = await aMember(platform, { name: "carla", displayName: "Carla Roth", role: "staff" });
    const other = await aMember(platform, { name: "hermes" });
    await rename(staff, "carla-tern");
    await saveProfile(contextFor(platform, staff), { ...profile, displayName: "C. Roth" }, rules);
    clock.advance(nameKeptForMs * 2);
    expect(await listFormerNames(platform, staff.id)).toMatchObject([
      { kind: "display-name", from: "Carla Roth" },
      { kind: "name", from: "carla" },
    ]);
    expect(await getMember(platform, "carla")).toMatchObject({ name: "carla-tern" });
    expect(await rename(other, "carla")).toEqual(refused("name-alike"));
  });

  test("may carry a reserved word; whoever is not may not be shown like one of them", async () => {
    const staff = await aMember(platform, { name: "dora", displayName: "Dora Mann", role: "staff" });
    const member = await aMember(platform, { name: "plain", displayName: "Plain" });
    expect(await rename(staff, "tern-support")).toEqual(done({ name: "tern-support" }));
    const save = (actor: Actor, displayName: string) =>
      saveProfile(contextFor(platform, actor), { ...profile, displayName }, rules);
    for (const shown of ["Dora Mann", "DORA MANN", "Dora-rnann", "D0ra Mann", "Tern-Supp0rt"])
      expect((await save(member, shown)).ok, shown).toBe(false);
    expect(await save(member, "Dora Marm")).toEqual(done({}));
    expect(await listFormerNames(platform, member.id)).toEqual([]);
  });

  test("who joins may be shown like somebody who was here before, and both go on saving their profile", async () => {
    const member = await aMember(platform, { name: "twin-1", displayName: "Vera Stein" });
    await aMember(platform, { name: "twin-2", displayName: "Vera Stein", role: "staff" });
    const save = (displayName: string) =>
      saveProfile(contextFor(platform, member), { ...profile, displayName }, rules);
    expect(await save("Vera Stein")).toEqual(done({}));
    expect(await save("Vera  5tein x")).toEqual(done({}));
  });
});
