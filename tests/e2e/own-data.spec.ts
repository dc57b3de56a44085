import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";

const t = translator("en", "ownData");
const auth = translator("en", "auth");
const account = translator("en", "members");
const error = translator("en", "errors");

test("somebody takes a copy of their data, closes the account and comes back in time", async ({
  page,
  member,
  signIn,
}) => {
  await signIn(page, member);
  await test.step("the copy is made while they wait, and fetched", async () => {
    await page.goto("/settings/data");
    await expectAccessible(page, { inDarkToo: true });
    await page.getByRole("button", { name: t("copy.ask") }).click();
    const fetch = page.getByRole("link", { name: t("copy.fetch") });
    await expect(async () => {
      await page.goto("/settings/data");
      await expect(fetch).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    const [copy] = await Promise.all([page.waitForEvent("download"), fetch.click()]);
    expect(copy.suggestedFilename()).toMatch(/^own-data-[\d-]+\.zip$/);
  });

  await test.step("the account is closed once its name is typed", async () => {
    await page.goto("/settings/data/deletion");
    await expectAccessible(page, { inDarkToo: true });
    const name = page.getByLabel(t("deletion.name", { name: member.name }));
    await page.getByRole("radio", { name: t("deletion.posts.keep.label") }).check();
    await name.fill("somebody else");
    await page.getByRole("button", { name: t("deletion.submit") }).click();
    await expect(page.getByText(error("name-differs")).first()).toBeVisible();
    await expect(page.getByRole("radio", { name: t("deletion.posts.keep.label") })).toBeChecked();
    await name.fill(member.name);
    await page.getByRole("button", { name: t("deletion.submit") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(auth("goodbye.title"));
    await expectAccessible(page);
  });

  await test.step("signing in offers to keep it", async () => {
    await page.goto("/sign-in");
    await page.getByLabel(account("signIn.identifier")).fill(member.name);
    await page.getByLabel(account("signIn.password")).fill(member.password);
    await page.getByRole("button", { name: account("signIn.submit"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(auth("keep.title"));
    await expectAccessible(page);
    await page.getByRole("button", { name: auth("keep.submit") }).click();
    await expect(page.getByText(auth("keep.done"))).toBeVisible();
  });
});
