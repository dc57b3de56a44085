import { describe, expect, test } from "vitest";
import { days, hours } from "~/platform/clock/clock";
import { standingOf, type StandingFacts } from "./standing";

const now = new Date("2026-11-28T12:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const trusted: StandingFacts = {
  role: "member",
  createdAt: ago(days(90)),
  emailVerifiedAt: ago(days(89)),
  secondFactorAt: ago(days(1)),
  approvedPosts: 10,
  lastRemovedAt: null,
};
const standing = (facts: Partial<StandingFacts>) => standingOf({ ...trusted, ...facts }, now);

describe("the standing of somebody", () => {
  test("is trusted once everything is there", () => expect(standing({})).toBe("trusted"));

  test.each<[string, Partial<StandingFacts>]>([
    ["who has not shown that the address is theirs", { emailVerifiedAt: null }],
    ["who came less than a day ago", { createdAt: ago(hours(24) - 1) }],
    ["of whom no post stands", { approvedPosts: 0 }],
  ])("%s is newcomer", (_who, facts) => expect(standing(facts)).toBe("newcomer"));

  test.each<[string, Partial<StandingFacts>]>([
    ["with nine posts", { approvedPosts: 9 }],
    ["with a post removed 29 days ago", { lastRemovedAt: ago(days(30) - 1) }],
    ["without a second factor", { secondFactorAt: null }],
    ["with one post after a day", { approvedPosts: 1, createdAt: ago(hours(24)), secondFactorAt: null }],
  ])("%s is member", (_who, facts) => expect(standing(facts)).toBe("member"));

  test("is trusted again 30 days after a post was removed", () =>
    expect(standing({ lastRemovedAt: ago(days(30)) })).toBe("trusted"));

  test.each(["moderator", "staff", "admin"] as const)("of a %s is trusted from the first day", (role) =>
    expect(standing({ role, createdAt: now, emailVerifiedAt: null, approvedPosts: 0 })).toBe("trusted"),
  );
});
