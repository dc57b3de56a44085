import { expect, test } from "vitest";
import { isUnchanged } from "./conditional";

const present = { etag: '"abc"', lastModified: new Date("2026-11-22T14:05:07.900Z") };

function ask(headers: Record<string, string>) {
  return isUnchanged(new Headers(headers), present);
}

test("a feed is not sent again to whoever names its tag", () => {
  expect(ask({ "if-none-match": '"abc"' })).toBe(true);
  expect(ask({ "if-none-match": '"x", W/"abc"' })).toBe(true);
  expect(ask({ "if-none-match": "*" })).toBe(true);
  expect(ask({ "if-none-match": '"x"' })).toBe(false);
});

test("a feed is not sent again to whoever has it since its last change", () => {
  expect(ask({ "if-modified-since": "Sun, 22 Nov 2026 14:05:07 GMT" })).toBe(true);
  expect(ask({ "if-modified-since": "Sun, 22 Nov 2026 14:05:06 GMT" })).toBe(false);
  expect(ask({ "if-modified-since": "yesterday" })).toBe(false);
  expect(ask({})).toBe(false);
});

test("a tag that is another counts more than a time", () => {
  expect(ask({ "if-none-match": '"x"', "if-modified-since": "Sun, 22 Nov 2027 14:05:07 GMT" })).toBe(false);
});
