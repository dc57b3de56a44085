import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * No rule of axe is broken on the page as it stands, in light and, where it is asked for, in dark. A page without script is
 * examined in light alone: its colours are those of the same page with script.
 */
export async function expectAccessible(page: Page, { inDarkToo = false } = {}): Promise<void> {
  const isScripted = await page.evaluate(() => matchMedia("(scripting: enabled)").matches);
  const examined = isScripted ? page : await scriptedTwin(page);
  await expectNoViolations(examined, "light");
  if (inDarkToo && isScripted) {
    await examined.emulateMedia({ colorScheme: "dark" });
    await expectNoViolations(examined, "dark");
    await examined.emulateMedia({ colorScheme: "light" });
  }
  if (!isScripted) await examined.context().close();
}

async function expectNoViolations(page: Page, scheme: "light" | "dark"): Promise<void> {
  // What passes is not asked for: gathering it takes most of the time.
  // Frames of other sites, for which it would be gathered in one more page, there are none.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, impact, nodes }) => ({
    rule: id,
    impact,
    where: nodes
      .slice(0, 5)
      .map(({ html, failureSummary }) => `${html.slice(0, 300)} — ${failureSummary ?? ""}`),
  }));
  expect(found, `${page.url()} in ${scheme}`).toEqual([]);
}

/** The very document of a page without script, where the checker, a script itself, can run and nothing else does. */
async function scriptedTwin(page: Page): Promise<Page> {
  const body = await page.content();
  const context = await page
    .context()
    .browser()!
    .newContext({
      javaScriptEnabled: true,
      viewport: page.viewportSize(),
      storageState: await page.context().storageState(),
    });
  const twin = await context.newPage();
  await twin.route("**/*.js", (route) => route.abort());
  await twin.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await twin.goto(page.url());
  return twin;
}
