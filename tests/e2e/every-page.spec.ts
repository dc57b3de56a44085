import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { everyPage } from "./steps/every-page";
import { expectNoSidewaysScroll } from "./steps/narrowness";

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
let pages: string[];

test.beforeAll(async ({ site, staff }) => {
  pages = await everyPage(site, staff);
});

for (const locale of ["en", "zh-CN"]) {
  for (const person of ["a guest", "an admin"] as const) {
    // Once is enough by ear and keyboard: what differs between the two languages is how wide their words are.
    const isHeard = locale === "zh-CN" && person === "an admin";
    test.describe(`in ${locale}, for ${person}`, () => {
      test.use({ locale, viewport: phone });

      test(`no page of a phone has to be scrolled sideways${isHeard ? ", and none keeps out who reads by ear or keyboard" : ""}`, async ({
        page,
        admin,
        signIn,
      }) => {
        test.slow();
        if (person === "an admin") await signIn(page, admin);
        for (const path of pages) {
          await page.setViewportSize(phone);
          await page.goto(path);
          await expect(page.locator("html")).toHaveAttribute("lang", locale);
          await expectNoSidewaysScroll(page);
          await page.setViewportSize({ ...phone, width: 360 });
          await expectNoSidewaysScroll(page);
          if (!isHeard) continue;
          await page.setViewportSize(desk);
          await expectAccessible(page);
        }
      });
    });
  }
}
