import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { aMemberOf, send } from "./steps/people";

const t = translator("en", "search");
const common = translator("en", "common");
const statuses = translator("en", "topics");

test.beforeAll(async ({ site }) => {
  const { session } = await aMemberOf(site);
  const titles = [
    "Export history as a table",
    "转账前显示能量够不够",
    "Export contacts to a file",
    "Bigger numbers on the balance",
  ];
  for (const title of titles) {
    const fields = { title, body: "It would help me every week.", area: "transaction", asked: "1" };
    const answer = await send(site, "/suggestions/new", fields, session);
    expect(answer.status).toBe(303);
  }
  await expect
    .poll(async () => (await fetch(`${site.address}/search/suggest?q=balance`)).text())
    .toContain("Bigger numbers");
});

test("whoever types sees what is there, narrows what was found and can share the address", async ({
  page,
}) => {
  await page.goto("/search");
  await expectAccessible(page, { inDarkToo: true });
  const box = page
    .getByRole("searchbox", { name: t("label") })
    .or(page.getByRole("combobox", { name: t("label") }));
  await box.pressSequentially("export con");
  await expect(page.getByRole("option")).toHaveText([/Export contacts to a file/]);
  await expectAccessible(page);

  await box.fill("export status:open");
  await box.press("Enter");
  await expect(page).toHaveURL("/search?q=export&status=open");
  await expect(page.getByRole("checkbox", { name: statuses("status.open") })).toBeChecked();
  await expect(page.getByRole("main").getByRole("heading", { level: 3 })).toHaveCount(2);
  await expect(page.locator("mark").first()).toHaveText("Export");
  await expectAccessible(page, { inDarkToo: true });
});

test.describe("on a phone, in Chinese", () => {
  test.use({ viewport: { width: 360, height: 740 }, locale: "zh-CN" });

  test("filters come as a sheet from below and Traditional writing finds Simplified", async ({ page }) => {
    const zh = translator("zh-CN", "search");
    await page.goto(`/search?q=${encodeURIComponent("轉賬")}`);
    await expect(page.getByRole("link", { name: "转账前显示能量够不够" })).toBeVisible();
    await page
      .getByRole("button", { name: translator("zh-CN", "common")("facets.open", { count: 0 }) })
      .click();
    await page.getByRole("checkbox", { name: zh("kinds.suggestion") }).check();
    await expectAccessible(page, { inDarkToo: true });
    await page.getByRole("button", { name: translator("zh-CN", "common")("actions.apply") }).click();
    await expect(page).toHaveURL(/kind=suggestion/);
    await expect(page.getByRole("main").getByRole("heading", { level: 3 })).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a question, its filters and its pages are plain addresses", async ({ page }) => {
    await page.goto("/search");
    await page.getByRole("searchbox", { name: t("label") }).fill("zzzqqq");
    await page
      .getByRole("main")
      .getByRole("button", { name: t("submit") })
      .click();
    await expect(page.getByText(t("empty.title", { words: "zzzqqq" }))).toBeVisible();
    await page.goto("/search?q=export");
    await page.getByRole("checkbox", { name: t("kinds.suggestion") }).check();
    await page.getByRole("button", { name: common("actions.apply") }).click();
    await expect(page).toHaveURL(/q=export&kind=suggestion/);
    await page.getByRole("link", { name: t("sort.newest") }).click();
    await expect(page).toHaveURL("/search?q=export&kind=suggestion&sort=newest");
  });
});
