import { randomUUID } from "node:crypto";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { expectNoSidewaysScroll } from "./steps/narrowness";
import { aMemberOf, send } from "./steps/people";

const inbox = translator("en", "inbox");
const notes = translator("en", "notes");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });

    test("staff find what waits, claim it, read it beside the list and note what they know", async ({
      page,
      site,
      staff,
      signIn,
    }) => {
      const author = await aMemberOf(site);
      const title = `Fee taken twice ${randomUUID().slice(0, 8)}`;
      const problem = {
        kind: "problem",
        title,
        did: "Pressed it.",
        happened: "Two fees.",
        area: "technical",
      };
      await send(site, "/discussions/new?kind=problem", { asked: "1", ...problem }, author.session);
      await signIn(page, staff);

      const row = page.getByRole("listitem").filter({ hasText: title });
      await expect(async () => {
        await page.goto("/inbox");
        await expect(row).toBeVisible();
      }).toPass();
      await expectAccessible(page);

      await row.getByRole("button", { name: inbox("claim.act") }).click();
      await expect(row).toContainText(inbox("claimedByMe"));

      await row.getByRole("link", { name: title }).click();
      const preview = page.getByRole("region", { name: inbox("preview.label") });
      await expect(preview).toContainText("Two fees.");
      await expectAccessible(page);

      await preview.getByRole("link", { name: inbox("preview.open") }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await page.getByLabel(notes("write")).fill("The second fee is refundable.");
      await page.getByRole("button", { name: notes("add") }).click();
      await expect(page.getByRole("listitem").filter({ hasText: "refundable" })).toBeVisible();
      await page.getByRole("button", { name: inbox("claim.release") }).click();
      await expect(page.getByText(inbox("claim.free"))).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test("keys move through the inbox, read, claim and open, and rest while somebody writes", async ({
  page,
  site,
  staff,
  signIn,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const author = await aMemberOf(site);
  const title = `Keys for the team ${randomUUID().slice(0, 8)}`;
  const wish = { asked: "1", title, body: "Why not.", area: "experience" };
  await send(site, "/suggestions/new", wish, author.session);
  await signIn(page, staff);
  const row = page.getByRole("listitem").filter({ hasText: title });
  await expect(async () => {
    await page.goto("/inbox?kind=triage");
    await expect(row).toBeVisible();
  }).toPass();
  await row.focus();
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  await expect(row).toBeFocused();
  await page.keyboard.press("c");
  await expect(row).toContainText(inbox("claimedByMe"));
  await row.focus();
  await page.keyboard.press("p");
  const preview = page.getByRole("region", { name: inbox("preview.label") });
  await expect(preview).toContainText("Why not.");
  await preview.getByLabel(notes("write")).fill("");
  await preview.getByLabel(notes("write")).pressSequentially("cpo");
  await expect(preview.getByLabel(notes("write"))).toHaveValue("cpo");
  await row.focus();
  await page.keyboard.press("o");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("on a phone a row leads to the topic itself", async ({ page, site, staff, signIn }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const author = await aMemberOf(site);
  const title = `On the way ${randomUUID().slice(0, 8)}`;
  const wish = { asked: "1", title, body: "Why not.", area: "experience" };
  await send(site, "/suggestions/new", wish, author.session);
  await signIn(page, staff);
  const link = page.getByRole("link", { name: title });
  await expect(async () => {
    await page.goto("/inbox?kind=triage");
    await expect(link).toBeVisible();
  }).toPass();
  await expectNoSidewaysScroll(page);
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});
