import { expect, test } from "vitest";
import type { Role } from "~/features/members/role";
import { mayReadFile } from "./policy";

const someone = (id: number, role: Role) => ({ id, role, name: "", displayName: "", title: "" });
const owner = someone(1, "member");

test("everybody may read a public picture", () => {
  expect(mayReadFile(null, { audience: "public", ownerId: 1 })).toBe(true);
});

test.each([
  ["its owner", owner, true],
  ["a moderator", someone(2, "moderator"), true],
  ["staff", someone(2, "staff"), true],
  ["an admin", someone(2, "admin"), true],
  ["another member", someone(2, "member"), false],
  ["a visitor", null, false],
])("a picture that is not public: %s", (_who, actor, may) => {
  expect(mayReadFile(actor, { audience: "owner", ownerId: 1 })).toBe(may);
});

test("a picture with an audience nobody knows is open to nobody else", () => {
  expect(mayReadFile(null, { audience: "", ownerId: 1 })).toBe(false);
});
