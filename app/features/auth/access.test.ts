import { expect, test } from "vitest";
import { type Entrant, mayEnter } from "./access";

const order: Entrant[] = ["anyone", "member", "moderator", "staff", "admin"];

test.each(["member", "moderator", "staff", "admin"] as const)(
  "%s enters where they or less is asked for, and nowhere else",
  (role) => {
    const entered = order.filter((entrant) => mayEnter({ role }, entrant));
    expect(entered).toEqual(order.slice(0, order.indexOf(role) + 1));
  },
);

test("a guest enters where anyone may", () => {
  expect(order.filter((entrant) => mayEnter(null, entrant))).toEqual(["anyone"]);
});
