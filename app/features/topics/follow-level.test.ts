import { describe, expect, test } from "vitest";
import { firstLevel, followStateOf } from "./follow-level";

describe("what reaches a member of a topic", () => {
  test("is nothing when they have nothing to do with it", () => {
    expect(followStateOf(null, null)).toBeNull();
  });

  test("is what they said about its area when nothing else says more", () => {
    expect(followStateOf(null, "official")).toEqual({ level: "official", reason: "area" });
    expect(followStateOf({ level: "official", reason: "voted" }, "following")).toEqual({
      level: "following",
      reason: "area",
    });
    expect(followStateOf({ level: "following", reason: "replied" }, "official")).toEqual({
      level: "following",
      reason: "replied",
    });
  });

  test("ends with a muted area, whatever they did in the topic", () => {
    for (const reason of ["replied", "voted", "affected"] as const) {
      const topic = { level: firstLevel(reason), reason };
      expect(followStateOf(topic, "muted")).toEqual({ level: "muted", reason: "area" });
    }
  });

  test("does not end when the topic is their own or they asked for it", () => {
    for (const reason of ["author", "asked"] as const) {
      const topic = { level: "following", reason } as const;
      expect(followStateOf(topic, "muted")).toEqual(topic);
    }
  });

  test("is nothing when they muted it, however they follow its area", () => {
    const muted = { level: "muted", reason: "asked" } as const;
    expect(followStateOf(muted, "following")).toEqual(muted);
    expect(followStateOf({ level: "official", reason: "asked" }, "following")).toEqual({
      level: "official",
      reason: "asked",
    });
  });

  test("begins with the team's answers for whoever only counts themselves in", () => {
    expect(firstLevel("voted")).toBe("official");
    expect(firstLevel("affected")).toBe("official");
    expect(firstLevel("replied")).toBe("following");
  });
});
