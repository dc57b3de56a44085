import { expect, test } from "vitest";
import { choicesOf, isWanted } from "./notice";

test("who chose nothing is told on the site and by mail, and in no digest", () => {
  expect(isWanted({}, "reply", "app")).toBe(true);
  expect(isWanted({}, "official", "mail")).toBe(true);
  expect(isWanted({}, "announcement", "digest")).toBe(false);
});

test("only what differs is kept, and read back it says the same", () => {
  expect(choicesOf((_type, channel) => channel !== "digest")).toEqual({});
  const choices = choicesOf((type, channel) => type === "reply" && channel === "digest");
  expect(choices.reply).toEqual({ app: false, mail: false, digest: true });
  expect(isWanted(choices, "reply", "digest")).toBe(true);
  expect(isWanted(choices, "mention", "mail")).toBe(false);
});
