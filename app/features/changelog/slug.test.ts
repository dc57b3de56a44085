import { describe, expect, test } from "vitest";
import { freeSlug, wantedSlug } from "./slug";

describe("the address of an announcement", () => {
  test("is its release and its title", () => {
    expect(wantedSlug({ title: "Sign in with a passkey", release: "2.4.0" })).toBe(
      "2-4-0-sign-in-with-a-passkey",
    );
  });

  test("names the release once", () => {
    expect(wantedSlug({ title: "Bitcoin Core 0.21.0 released", release: "0.21.0" })).toBe(
      "bitcoin-core-0-21-0-released",
    );
    expect(wantedSlug({ title: "12.4.0 is out", release: "2.4.0" })).toBe("2-4-0-12-4-0-is-out");
  });

  test("keeps Chinese", () => {
    expect(wantedSlug({ title: "暗色模式下的收款码", release: "2.3.9" })).toBe("2-3-9-暗色模式下的收款码");
  });

  test("is never empty and never that of another page", () => {
    expect(wantedSlug({ title: "!!!", release: "" })).toBe("announcement");
    expect(freeSlug("new", () => false)).toBe("new-2");
  });

  test("is numbered when somebody has it", () => {
    const taken = new Set(["a", "a-2"]);
    expect(freeSlug("a", (slug) => taken.has(slug))).toBe("a-3");
    expect(freeSlug("b", (slug) => taken.has(slug))).toBe("b");
  });
});
