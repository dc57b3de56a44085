import { expect, test } from "vitest";
import { locales } from "~/locales/locales";
import { translator } from "~/platform/i18n/translator";
import { readTypedFilters } from "./typed-filters";
import { vocabularyOf } from "./vocabulary";

const area = {
  id: 1,
  slug: "transaction",
  position: 0,
  isArchived: false,
  names: { en: "Transactions", "zh-CN": "交易与转账" },
  descriptions: { en: "", "zh-CN": "" },
};
const vocabulary = vocabularyOf([area]);

test("states and areas are known by their names in every language", () => {
  expect(readTypedFilters("status:Planned area:transactions", vocabulary)).toMatchObject({
    statuses: ["planned"],
    areas: ["transaction"],
  });
  expect(readTypedFilters("状态:已计划 分区:交易与转账", vocabulary)).toMatchObject({
    statuses: ["planned"],
    areas: ["transaction"],
  });
  expect(readTypedFilters('status:"Known issue"', vocabulary)).toEqual({
    words: "",
    statuses: ["known-issue"],
  });
});

test.each(locales)("every filter the page gives as an example in %s is one", (locale) => {
  const t = translator(locale, "search");
  for (const tip of ["status", "official", "author", "kind", "after"] as const) {
    const { words, ...filters } = readTypedFilters(t(`tips.${tip}`), vocabulary);
    expect([tip, words, Object.keys(filters).length]).toEqual([tip, "", 1]);
  }
});
