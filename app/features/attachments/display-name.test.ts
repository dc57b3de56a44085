import { expect, test } from "vitest";
import { cleanAlt, displayName } from "./display-name";

test.each([
  ["screenshot.png", "screenshot.png"],
  ["../../etc/passwd.png", "passwd.png"],
  ["C:\\Users\\mei\\Desktop\\截图 1.png", "截图 1.png"],
  ["photo\u0000.png", "photo.png"],
  ["in\u202Egnp.exe", "ingnp.exe"],
  ["a\r\nSet-Cookie: x.png", "a Set-Cookie x.png"],
  ['<img src=x onerror="alert(1)">.png', "img src=x onerror= alert(1) .png"],
  [".htaccess", "htaccess"],
  ["...", "image"],
  ["", "image"],
])("the file name %j is shown as %j", (sent, shown) => {
  expect(displayName(sent)).toBe(shown);
});

test("a file name of ten thousand characters is shown with a hundred", () => {
  expect(displayName(`${"x".repeat(10_000)}.png`)).toHaveLength(100);
});

test("a long name of emoji is cut between them", () => {
  expect(displayName("👨‍👩‍👧".repeat(60))).toMatch(/^(?:👨‍👩‍👧)+…$/u);
});

test("a description is one line of at most 300 characters", () => {
  expect(cleanAlt(`first\nsecond\u202E${"y".repeat(5_000)}`)).toMatch(/^first secondy+…$/);
  expect(cleanAlt("z".repeat(5_000))).toHaveLength(300);
});
