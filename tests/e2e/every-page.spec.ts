import { SignJWT } from "jose";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { everyPage } from "./steps/every-page";
import { expectNoSidewaysScroll } from "./steps/narrowness";

// Nobody answers there: the pages around signing in elsewhere are looked at, not gone through.
const secret = "thirty-two bytes that two servers share";
test.use({
  environment: {
    OIDC_ISSUER: "https://id.invalid",
    OIDC_CLIENT_ID: "hearback",
    OIDC_CLIENT_SECRET: "not used",
    OIDC_NAME: "Unbreakableidentityproviderofnobody",
    SSO_SECRET: secret,
  },
});

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };
let pages: string[];

test.beforeAll(async ({ site, staff }) => {
  pages = [...(await everyPage(site, staff)), await appPage(site.address)];
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

/** Where the product's own app sends somebody who has no account yet. */
async function appPage(origin: string): Promise<string> {
  const token = await new SignJWT({ name: "Somebody-of-the-app" })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer("app")
    .setAudience(origin)
    .setSubject("unbreakable".repeat(9))
    .setJti("every-page")
    .setIssuedAt()
    .setExpirationTime("5m")
    .sign(new TextEncoder().encode(secret));
  return `/sign-in/app?token=${token}`;
}

async function leadsToSignIn(address: string): Promise<boolean> {
  const { status, headers } = await fetch(address, { redirect: "manual", headers: { Accept: "text/html" } });
  return status === 303 && headers.get("location")!.startsWith("/sign-in");
}
