import { describe, expect, test } from "vitest";
import { foldName, refuseName, tidyName } from "./naming";

const site = { siteName: "Tern Wallet" };
const refuse = (typed: string) => refuseName(tidyName(typed), site);

describe("a name", () => {
  test.each([
    "mei",
    "Mei_Lin-2",
    "王小明",
    "小明01",
    "Zoë",
    "Ярослав",
    "たろう",
    "山田たろう",
    "김민준",
    "1984",
    "badminton",
    "staffan",
    "steam",
    "Ali",
  ])("%s is taken", (name) => expect(refuse(name)).toBeNull());

  test.each([
    ["a", "name-length"],
    ["", "name-length"],
    ["x".repeat(31), "name-length"],
    ["王".repeat(31), "name-length"],
    ["mei lin", "name-characters"],
    ["mei@lin", "name-characters"],
    ["mei✓", "name-characters"],
    ["mei😀", "name-characters"],
    ["-mei", "name-characters"],
    ["mei_", "name-characters"],
    ["me\u200Bi", "name-characters"],
    ["me\u202Ei", "name-characters"],
    ["ab\u3164", "name-characters"],
    ["<script>", "name-characters"],
    ["../../etc", "name-characters"],
    ["a\u0000b", "name-characters"],
    ["x\u0327\u0327\u0327y", "name-characters"],
    ["x\u0303y", "name-scripts"],
    ["pаypal", "name-scripts"],
    ["王Tom", "name-scripts"],
  ])("%s is refused: %s", (name, reason) => expect(refuse(name)).toBe(reason));

  test.each([
    "admin",
    "Admin",
    "ＡＤＭＩＮ",
    "admin01",
    "the-admin",
    "support",
    "tern-support",
    "TernSupport",
    "supp0rt",
    "adm1n",
    "0fficial",
    "official_tern",
    "官方",
    "官方客服01",
    "客服小王",
    "管理员",
    "版主",
    "staff",
    "tern_staff",
    "ternwallet",
    "Tern-Wallet",
    "help-desk",
    "me",
    "everyone",
    "𝐚𝐝𝐦𝐢𝐧",
    "adrnin",
    "ɑdmin",
    "officiaI",
    "0FFICIAL",
    "Súpport-desk",
    "rnoderator",
    "TEAM",
    "Tern_WaIIet",
    // Characters a stroke apart, Traditional ones, and forms of compatibility.
    "宫方",
    "官万",
    "官⽅",
    "容服小王",
    "管埋员",
    "菅理員",
    "站長",
    "工作入员",
    "技朮支持",
  ])("%s sounds as if it spoke for the site", (name) => expect(refuse(name)).toBe("name-reserved"));

  test.each(["海鷗錢包", "海鸥钱包01", "海鸥板主"])("%s sounds like the brand or its own words", (name) =>
    expect(refuseName(name, { siteName: "海鸥钱包", reservedWords: ["海鷗版主"] })).toBe("name-reserved"),
  );

  test("of another case or width is the same name", () => {
    for (const other of ["MEI", "Ｍｅｉ", "mEi"]) expect(foldName(tidyName(other))).toBe(foldName("mei"));
    expect(foldName("STRASSE")).toBe(foldName("straße"));
  });

  test("of any length is judged at once", () => {
    const started = performance.now();
    for (const unit of ["a", "王", "\u0301", "😀", "_", "Ⅷ"]) refuse(unit.repeat(1_000_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
