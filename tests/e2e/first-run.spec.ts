import { expect, test as base } from "@playwright/test";
import { translator } from "~/platform/i18n/translator";
import { type HearbackProcess, startHearback } from "./hearback-process";
import { expectAccessible } from "./steps/accessibility";
import { password } from "./steps/people";

const test = base.extend<object, { fresh: HearbackProcess }>({
  fresh: [
    // Playwright wants a pattern here even where nothing is needed.
    async ({}, use) => {
      const site = await startHearback();
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

const t = translator("en", "admin");
const account = translator("en", "members");
const common = translator("en", "common");

test("whoever starts the site follows one link, names it and stands on its first page", async ({
  page,
  fresh,
}) => {
  const link = fresh.firstAdminLink!;
  await page.goto(fresh.address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    translator("en", "site")("notSetUp.title"),
  );
  await expectAccessible(page);

  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("firstRun.title"));
  await expectAccessible(page, { inDarkToo: true });
  await page.getByLabel(account("signUp.name"), { exact: true }).fill("ada");
  await page.getByLabel(account("signUp.email")).fill("ada@people.example");
  await page.getByLabel(account("signUp.password")).fill("short");
  await page.getByLabel(t("site.name"), { exact: true }).fill("Harbour Wallet");
  await page.getByLabel(t("site.tagline", { language: "English" })).fill("Every report is answered here.");
  await page.getByLabel(t("firstRun.areas.wallet")).check();
  await page.getByLabel(t("firstRun.sample.label")).check();

  await test.step("a password that is too short is said, and nothing else is lost", async () => {
    await page.getByLabel(account("signUp.password")).evaluate((field) => field.removeAttribute("minlength"));
    await page.getByRole("button", { name: t("firstRun.submit") }).click();
    await expect(page.getByText(translator("en", "errors")("password-short")).first()).toBeVisible();
    await expect(page.getByLabel(t("site.name"), { exact: true })).toHaveValue("Harbour Wallet");
    await expect(page.getByLabel(t("firstRun.sample.label"))).toBeChecked();
    await expectAccessible(page);
  });

  await page.getByLabel(account("signUp.password")).fill(password);
  await page.getByRole("button", { name: t("firstRun.submit") }).click();
  await expect(page).toHaveURL(`${fresh.address}/`);
  await expect(page.getByRole("banner")).toContainText("Harbour Wallet");
  await expect(page.getByRole("contentinfo")).toContainText("Every report is answered here.");
  await expect(page.getByRole("link", { name: "Transactions" }).first()).toBeVisible();
  await expect(page.getByLabel(common("navigation.staffAccount", { name: "ada" })).first()).toBeVisible();
  await expectAccessible(page, { inDarkToo: true });

  await test.step("the sample community stands there, marked, and goes with one click", async () => {
    const banner = page.getByRole("complementary", { name: translator("en", "site")("sample.label") });
    await expect(banner).toBeVisible();
    await banner.getByRole("button").click();
    await expect(banner).toBeHidden();
  });

  await test.step("the link is dead, for the admin as for everybody", async () => {
    for (const context of [page.context(), await page.context().browser()!.newContext()]) {
      const visitor = await context.newPage();
      const answer = await visitor.goto(link);
      expect(answer?.status()).toBe(404);
      await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
      await visitor.close();
    }
  });
});
