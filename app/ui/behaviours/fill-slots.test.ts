import { expect, test } from "vitest";
import { fillSlots } from "./fill-slots";

test("a sentence keeps the slots nobody fills", () => {
  expect(fillSlots("{name} is too large ({size}) {other}", { name: "a.png", size: "9 MB" })).toBe(
    "a.png is too large (9 MB) {other}",
  );
});
