import { describe, expect, test } from "vitest";
import { refuseDisplayName, tidyDisplayName } from "./display-name";

const refuse = (typed: string, isStaff = false) =>
  refuseDisplayName(tidyDisplayName(typed), { siteName: "Tern", isStaff });

describe("a shown name", () => {
  test.each(["Mei Lin", "王小明", "小王 Andy", "Dr. O’Neil", "J. R. Smith", "Анна Петрова"])(
    "%s is taken",
    (name) => expect(refuse(name)).toBeNull(),
  );

  test.each([
    ["", "display-name-length"],
    ["   ", "display-name-length"],
    ["x".repeat(41), "display-name-length"],
    ["Mei ✓", "display-name-characters"],
    ["Mei 🛡️", "display-name-characters"],
    ["evil.example", "display-name-characters"],
    ["<b>Mei</b>", "display-name-characters"],
    ["...", "display-name-characters"],
    ["Mеi Lin", "display-name-scripts"],
    ["Tern Support", "name-reserved"],
    ["Wallet Admin", "name-reserved"],
    ["官方 小王", "name-reserved"],
    ["Tern", "name-reserved"],
  ])("%s is refused: %s", (name, reason) => expect(refuse(name)).toBe(reason));

  test("may say what staff are, when they are", () => {
    expect(refuse("Tern Support", true)).toBeNull();
  });
});
