import { expect, test } from "vitest";
import { channelsOf, choicesOf, isWanted, noticeTypes, noticeTypesOf } from "./notice";

test("who chose nothing is told on the site and by mail, and in no digest", () => {
  expect(isWanted({}, "reply", "app")).toBe(true);
  expect(isWanted({}, "official", "mail")).toBe(true);
  expect(isWanted({}, "announcement", "digest")).toBe(false);
});

test("only what differs is kept, and read back it says the same", () => {
  expect(choicesOf(noticeTypes, (_type, channel) => channel !== "digest")).toEqual({});
  const choices = choicesOf(noticeTypes, (type, channel) => type === "reply" && channel === "digest");
  expect(choices.reply).toEqual({ app: false, mail: false, digest: true });
  expect(isWanted(choices, "reply", "digest")).toBe(true);
  expect(isWanted(choices, "mention", "mail")).toBe(false);
});

test("a copy of one's data is told on the site; the mail about it is no notice's to send or to stop", () => {
  expect(channelsOf("copy")).toEqual(["app"]);
  expect(isWanted({}, "copy", "app")).toBe(true);
  expect(isWanted({ copy: { mail: true } }, "copy", "mail")).toBe(false);
});

test("only the team chooses about the team's work, and who joins it later begins like anybody", () => {
  expect(noticeTypesOf({ isStaff: true })).toContain("assigned");
  const types = noticeTypesOf({ isStaff: false });
  expect(types).not.toContain("assigned");
  expect(
    isWanted(
      choicesOf(types, () => false),
      "assigned",
      "app",
    ),
  ).toBe(true);
});
