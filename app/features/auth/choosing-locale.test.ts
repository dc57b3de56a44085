import { expect, test } from "vitest";
import { chooseLocale } from "./choosing-locale";

function asking(headers: Record<string, string>): Request {
  return new Request("http://hearback.test/", { headers });
}

test.each([
  ["zh-CN,zh;q=0.9", "zh-CN"],
  ["zh-TW", "zh-CN"],
  ["en-GB", "en"],
  ["fr;q=1, zh;q=0.5, en;q=0.8", "en"],
  ["zh;q=0, en;q=0.1", "en"],
  ["xx", "en"],
  ["", "en"],
  ["zh;q=nonsense", "en"],
  [`${"fr,".repeat(100_000)}zh`, "en"],
])("a browser that asks for %s reads %s", (header, locale) => {
  expect(chooseLocale(null, asking({ "Accept-Language": header }))).toBe(locale);
});

test("the account's choice comes before the cookie's, and both before the browser's", () => {
  const request = asking({ "Accept-Language": "en", Cookie: "locale=zh-CN" });
  expect(chooseLocale(null, request)).toBe("zh-CN");
  expect(chooseLocale("en", request)).toBe("en");
  expect(chooseLocale("tlh", asking({ Cookie: "locale=tlh" }))).toBe("en");
});

test("a language the site does not offer is not spoken", () => {
  const offered = { languages: ["zh-CN"] as const, defaultLocale: "zh-CN" as const };
  expect(chooseLocale("en", asking({ "Accept-Language": "en" }), offered)).toBe("zh-CN");
});
