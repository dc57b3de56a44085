import { expect, test } from "vitest";
import type { Role } from "~/features/members/role";
import { maySuspend, suspendedUntil } from "./suspension";

test.each<[Role, Role, boolean]>([
  ["member", "member", false],
  ["moderator", "member", true],
  ["moderator", "moderator", false],
  ["moderator", "staff", false],
  ["staff", "moderator", true],
  ["staff", "staff", false],
  ["admin", "staff", true],
  ["admin", "admin", false],
])("%s suspends %s: %s", (actor, member, may) => {
  expect(maySuspend({ id: 1, role: actor }, { id: 2, role: member })).toBe(may);
});

test("nobody suspends themselves, and a visitor nobody", () => {
  expect(maySuspend({ id: 1, role: "admin" }, { id: 1, role: "member" })).toBe(false);
  expect(maySuspend(null, { id: 2, role: "member" })).toBe(false);
});

test("a suspension lasts days, or until it is lifted", () => {
  const now = new Date("2026-03-01T10:00:00Z");
  expect(suspendedUntil("7", now)).toEqual(new Date("2026-03-08T10:00:00Z"));
  expect(suspendedUntil("lifted", now)).toBeNull();
});
