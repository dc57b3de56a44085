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
        site,
        admin,
        signIn,
      }) => {
        test.slow();
        if (person === "an admin") await signIn(page, admin);
        for (const path of pages) {
          // The page to sign in on is one of them, and need not be looked at for each that leads there.
          if (person === "a guest" && (await leadsToSignIn(site.address + path))) continue;
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

async function leadsToSignIn(address: string): Promise<boolean> {
  const { status, headers } = await fetch(address, { redirect: "manual", headers: { Accept: "text/html" } });
  return status === 303 && headers.get("location")!.startsWith("/sign-in");
}
