import { describe, expect, test } from "vitest";
import { readFeedName } from "./feed-name";
import { feedPath } from "./paths";

describe("the address of a feed", () => {
  test("names what it carries and in which format", () => {
    expect(readFeedName("all.atom")).toEqual({ name: { kind: "all" }, format: "atom" });
    expect(readFeedName("topic-12.json")).toEqual({ name: { kind: "topic", number: 12 }, format: "json" });
    expect(readFeedName("area-how-to.atom")).toEqual({
      name: { kind: "area", slug: "how-to" },
      format: "atom",
    });
  });

  test("is nothing else", () => {
    for (const file of [
      "",
      "all",
      "all.xml",
      ".atom",
      "topic-0.atom",
      "topic-01.atom",
      "topic-x.atom",
      "area-.json",
      "ALL.atom",
      "all.atom.exe",
    ]) {
      expect(readFeedName(file)).toBe(null);
    }
  });

  test("carries Chinese", () => {
    expect(feedPath({ kind: "area", slug: "交易" })).toBe("/feeds/area-%E4%BA%A4%E6%98%93.atom");
    expect(readFeedName("area-交易.atom")?.name).toEqual({ kind: "area", slug: "交易" });
  });
});
