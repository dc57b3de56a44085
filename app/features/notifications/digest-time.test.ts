import { expect, test } from "vitest";
import { nextDigest } from "./digest-time";

const wish = { digest: "daily" as const, digestHour: 9, digestDay: 1, timeZone: "Asia/Shanghai" };
const at = (text: string) => new Date(text);

test("a daily digest goes at the member's hour in the member's zone", () => {
  expect(nextDigest(wish, at("2026-11-28T00:30:00Z"))).toEqual(at("2026-11-28T01:00:00Z"));
  expect(nextDigest(wish, at("2026-11-28T01:00:00Z"))).toEqual(at("2026-11-29T01:00:00Z"));
  expect(nextDigest({ ...wish, timeZone: "Asia/Kolkata" }, at("2026-11-28T00:30:00Z"))).toEqual(
    at("2026-11-28T03:30:00Z"),
  );
});

test("a weekly one goes on its day, Sunday being the seventh", () => {
  expect(nextDigest({ ...wish, digest: "weekly" }, at("2026-11-28T12:00:00Z"))).toEqual(
    at("2026-11-30T01:00:00Z"),
  );
  expect(nextDigest({ ...wish, digest: "weekly", digestDay: 7 }, at("2026-11-28T12:00:00Z"))).toEqual(
    at("2026-11-29T01:00:00Z"),
  );
});

test("when the clocks change it still goes at that hour", () => {
  const berlin = { ...wish, timeZone: "Europe/Berlin" };
  expect(nextDigest(berlin, at("2027-03-27T12:00:00Z"))).toEqual(at("2027-03-28T07:00:00Z"));
  expect(nextDigest(berlin, at("2027-10-30T12:00:00Z"))).toEqual(at("2027-10-31T08:00:00Z"));
});
