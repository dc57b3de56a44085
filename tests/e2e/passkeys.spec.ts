import type { CDPSession, Page } from "@playwright/test";
import { passkeyOptionsPath } from "~/features/auth/paths";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { expectNoSidewaysScroll } from "./steps/narrowness";

const auth = translator("en", "auth");
const members = translator("en", "members");

test.use({ hostname: "localhost", viewport: { width: 390, height: 844 } });

test("an account begins with a passkey, is entered by it in three ways, and keeps its last one", async ({
  page,
  site,
}) => {
  const { devtools, authenticatorId } = await withAuthenticator(page);

  await page.goto("/sign-up?next=/settings/security");
  await page.getByLabel(members("signUp.name")).fill("kite-flyer");
  await page.getByRole("button", { name: auth("join.offer") }).click();
  await expect(page.getByLabel(members("signUp.name"))).toHaveValue("kite-flyer");
  await expectAccessible(page, { inDarkToo: true });
  await expectNoSidewaysScroll(page);
  await page.getByLabel(members("signUp.email")).fill("kite-flyer@people.example");
  await page.getByRole("button", { name: auth("join.submit") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(auth("join.done"));
  await expect(page.locator(".code-sheet li")).toHaveCount(10);
  await expectAccessible(page);
  await page.getByRole("link", { name: auth("codes.kept") }).click();

  await expect(page.getByText(members("security.password.none"))).toBeVisible();
  await page.getByRole("button", { name: /^Remove / }).click();
  await expect(page.getByText(auth("passkey.said.last"))).toBeVisible();
  const { credentials } = await devtools.send("WebAuthn.getCredentials", { authenticatorId });
  const [first] = credentials;
  await devtools.send("WebAuthn.clearCredentials", { authenticatorId });
  await page.locator("#passkey-name").fill("Spare key");
  await page.getByRole("button", { name: auth("passkey.add") }).click();
  await expect(page.getByText(auth("passkey.said.added"))).toBeVisible();
  await page.getByRole("button", { name: auth("passkey.removeNamed", { name: "Spare key" }) }).click();
  await expect(page.getByRole("button", { name: /^Remove / })).toHaveCount(1);

  // The first key again, offered among the names: nobody presses a button.
  await devtools.send("WebAuthn.clearCredentials", { authenticatorId });
  await devtools.send("WebAuthn.addCredential", { authenticatorId, credential: first! });
  await page.context().clearCookies();
  await page.goto("/sign-in?next=/settings/security");
  await expect(page).toHaveURL(`${site.address}/settings/security`);

  // The button, pressed before it is known what could be offered: it ends the offer and asks for itself.
  await page.context().clearCookies();
  const dropped = page.waitForEvent("requestfailed", (request) => request.url().endsWith(passkeyOptionsPath));
  await page.route(`**${passkeyOptionsPath}`, async (route) => {
    await dropped;
    await route.continue();
  });
  await page.route(`**${passkeyOptionsPath}`, () => new Promise(() => {}), { times: 1 });
  const offered = page.waitForRequest(`**${passkeyOptionsPath}`);
  await page.goto("/sign-in");
  await offered;
  await page.getByRole("button", { name: auth("passkey.signIn") }).click();
  await expect(page).toHaveURL(`${site.address}/`);
  await page.unrouteAll();

  await page.goto("/prove?next=/settings/profile");
  await expect(page.getByText(auth("prove.noPassword"))).toBeVisible();
  await page.getByRole("button", { name: auth("passkey.signIn") }).click();
  await expect(page).toHaveURL(`${site.address}/settings/profile`);
});

/** A key of this browser that asks nobody and says yes, as far as the devtools protocol lets it. */
async function withAuthenticator(page: Page): Promise<{ devtools: CDPSession; authenticatorId: string }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { devtools, authenticatorId };
}
