import type { Page } from "@playwright/test";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { freshSession } from "./steps/people";

const english = translator("en", "suggestions");
const chinese = translator("zh-CN", "suggestions");
const common = translator("en", "common");
const place = "/suggestions?sort=new&area=security";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a guest changes the language in place, and it stays for the next pages and visits", async ({
      page,
    }) => {
      await page.goto(place);
      await expect(heading(page)).toHaveText(english("title"));
      await page.getByRole("banner").getByRole("button", { name: "中文" }).click();
      await expect(page).toHaveURL(place);
      await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
      await expect(heading(page)).toHaveText(chinese("title"));
      if (javaScriptEnabled) await expectAccessible(page, { inDarkToo: true });

      await page
        .getByRole("banner")
        .getByRole("link", { name: translator("zh-CN", "site")("navigation.changelog") })
        .click();
      await expect(heading(page)).toHaveText(translator("zh-CN", "changelog")("title"));
      await page.goto("/no-such-page");
      await expect(heading(page)).toHaveText(translator("zh-CN", "site")("failure.404.title"));

      await page.goto(place);
      await page.getByRole("contentinfo").getByRole("button", { name: "English" }).click();
      await expect(page).toHaveURL(place);
      await expect(heading(page)).toHaveText(english("title"));
    });

    test("a member's language goes along to another browser", async ({
      page,
      browser,
      site,
      member,
      signIn,
    }) => {
      await signIn(page, member);
      await page.goto("/roadmap");
      await page.getByRole("banner").getByRole("button", { name: "中文" }).click();
      await expect(heading(page)).toHaveText(chinese("roadmap.title"));

      const elsewhere = await browser.newContext({ baseURL: site.address, locale: "en-GB" });
      const other = await elsewhere.newPage();
      await signIn(other, { ...member, session: await freshSession(site, member) });
      await other.goto("/roadmap");
      await expect(heading(other)).toHaveText(chinese("roadmap.title"));
      await elsewhere.close();
    });

    test("the theme changes in place and stays", async ({ page }) => {
      await page.goto(place);
      expect(await lightness(page)).toBeGreaterThan(0.8);
      await chooseTheme(page, common("theme.dark"));
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      await expect.poll(() => lightness(page)).toBeLessThan(0.3);
      await expect(page).toHaveURL(place);

      await page.goto("/roadmap");
      expect(await lightness(page)).toBeLessThan(0.3);
      const dark = themeSwitch(page).getByRole("button", { name: common("theme.dark") });
      await expect(dark).toHaveAttribute("aria-pressed", "true");
      if (javaScriptEnabled) await expectAccessible(page);

      await chooseTheme(page, common("theme.auto"));
      await expect(page.locator("html")).not.toHaveAttribute("data-theme", /./);
      await expect.poll(() => lightness(page)).toBeGreaterThan(0.8);
      await page.emulateMedia({ colorScheme: "dark" });
      await expect.poll(() => lightness(page)).toBeLessThan(0.3);
    });
  });
}

function heading(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

function themeSwitch(page: Page) {
  return page.getByRole("contentinfo").getByRole("group", { name: common("theme.legend") });
}

/** Presses the button and waits until the server has kept the choice. */
async function chooseTheme(page: Page, name: string): Promise<void> {
  const kept = page.waitForResponse((response) => response.request().method() === "POST");
  await themeSwitch(page).getByRole("button", { name }).click();
  await kept;
}

/** How light the ground of the page is drawn, from 0 to 1: read from the picture, not from the style sheet. */
async function lightness(page: Page): Promise<number> {
  const { data } = await groundOf(page);
  return data.reduce((sum, channel) => sum + channel, 0) / (data.length * 255);
}

async function groundOf(page: Page): Promise<{ data: number[] }> {
  const picture = await page.screenshot({ clip: { x: 2, y: 400, width: 4, height: 4 } });
  const { default: sharp } = await import("sharp");
  const raw = await sharp(picture).removeAlpha().raw().toBuffer();
  return { data: [...raw] };
}
