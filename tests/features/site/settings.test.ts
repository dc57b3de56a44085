import { describe, expect, test } from "vitest";
import { listAllAreas, listAreas, saveAreas } from "~/features/site/areas.server";
import { areaName, mostAreas } from "~/features/site/area";
import { readSite, saveSite } from "~/features/site/settings.server";
import { refused } from "~/platform/outcome";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const admin = contextFor(platform, await aMember(platform, { role: "admin" }));
const staff = contextFor(platform, await aMember(platform, { role: "staff" }));
const named = (en: string, chinese: string) => ({
  names: { en, "zh-CN": chinese },
  descriptions: { en: "", "zh-CN": "" },
  isArchived: false,
});

describe("site settings", () => {
  test("keep what a change does not mention", async () => {
    await saveSite(admin, { name: "Copper" });
    await saveSite(admin, { tagline: { en: "We answer.", "zh-CN": "件件有回音。" } });
    expect(await readSite(admin)).toMatchObject({
      name: "Copper",
      tagline: { en: "We answer." },
      isSetUp: true,
    });
  });

  test("keep both of two changes made at once", async () => {
    await Promise.all([
      saveSite(admin, { defaultLocale: "zh-CN" }),
      saveSite(admin, { languages: ["zh-CN", "en"] }),
      saveSite(admin, { name: "Teal" }),
    ]);
    expect(await readSite(admin)).toMatchObject({
      name: "Teal",
      defaultLocale: "zh-CN",
      languages: ["zh-CN", "en"],
    });
  });

  test("are for admins to change", async () => {
    await expect(saveSite(staff, { name: "Ours" })).rejects.toThrow("site.save");
    await expect(saveSite(guest(platform), { name: "Ours" })).rejects.toThrow("site.save");
    await expect(saveAreas(staff, [])).rejects.toThrow("areas.save");
  });

  test("cost no query while they are fresh, and age by the clock", async () => {
    await readSite(admin);
    platform.queries.length = 0;
    await readSite(admin);
    expect(platform.queries).toEqual([]);
    await platform.db.setting.updateMany({ data: { value: { name: "Written elsewhere" } } });
    platform.clock.advance(5_000);
    expect((await readSite(admin)).name).toBe("Written elsewhere");
  });
});

describe("areas", () => {
  test("are renamed, ordered, archived and added in one act", async () => {
    const first = await anArea(platform, { slug: "technical" });
    const second = await anArea(platform, { slug: "account" });
    await saveAreas(admin, [
      { id: second.id, ...named("Accounts", "账户") },
      named("Swap & Bridge", "兑换"),
      { id: first.id, ...named("Technical", "技术"), isArchived: true },
    ]);
    expect((await listAreas(admin)).map(({ slug }) => slug)).toEqual(["account", "swap-bridge"]);
    expect((await listAllAreas(admin)).map((area) => areaName(area, "zh-CN"))).toEqual([
      "账户",
      "兑换",
      "技术",
    ]);
  });

  test("of one name have addresses of their own", async () => {
    await Promise.all([saveAreas(admin, [named("Same", "同")]), saveAreas(admin, [named("Same", "同")])]);
    const slugs = (await listAreas(admin)).map(({ slug }) => slug);
    expect(slugs.filter((slug) => slug.startsWith("same")).sort()).toEqual(["same", "same-2"]);
  });

  test("are sixty at most, also where two add the last at once", async () => {
    const missing = mostAreas - 1 - (await listAllAreas(admin)).length;
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => named(`Area ${count} ${at}`, "区"));
    expect(await saveAreas(admin, many(missing))).toEqual({ ok: true });
    const lasts = await Promise.all([saveAreas(admin, many(1)), saveAreas(admin, many(1))]);
    expect(lasts).toContainEqual(refused("too-many-areas"));
    const all = await listAllAreas(admin);
    expect(all).toHaveLength(mostAreas);
    expect(await saveAreas(admin, [{ id: all[0]!.id, ...named("Renamed", "改") }])).toEqual({ ok: true });
  });

  test("that do not exist cannot be saved", async () => {
    await expect(saveAreas(admin, [{ id: 9_999, ...named("X", "X") }])).rejects.toThrow("area");
  });
});
