import type { Locator, Page } from "@playwright/test";
import { translator } from "~/platform/i18n/translator";
import { writeCalendarDay } from "~/ui/primitives/dates";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { expectNoSidewaysScroll } from "./steps/narrowness";
import { aMemberOf, send } from "./steps/people";

const t = translator("en", "official");
const topics = translator("en", "topics");
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

for (const { javaScriptEnabled, viewport } of [
  { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } },
  { javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} script, ${viewport.width} px wide`, () => {
    test.use({ javaScriptEnabled, viewport });

    test("what the team promises is seen, moved and edited in public, and its reference answers", async ({
      page,
      site,
      staff,
      signIn,
      browserOf,
    }) => {
      const author = await aMemberOf(site);
      const wish = { title: "Export of all addresses", body: "I copy them by hand.", area: "transaction" };
      const posted = await send(site, "/suggestions/new", { asked: "1", ...wish }, author.session);
      const topic = posted.headers.get("location")!;
      const number = Number(/^\/t\/(\d+)/.exec(topic)![1]);
      const [first, later] = [dayFromNow(20), dayFromNow(50)];
      const promise = `One file for ${number} wallets`;
      const guest = await browserOf();
      await signIn(page, staff);

      await page.goto(`/t/${number}/official`);
      await page.getByLabel(t("compose.type")).selectOption("planned");
      await page.getByText(t("compose.promise.make")).click();
      await page.getByLabel(t("compose.promise.due")).fill(first);
      await page.getByLabel(t("compose.body")).fill("We will build it.");
      await page.getByRole("button", { name: t("compose.send") }).click();
      // A day without a word is refused, and what was typed stays.
      await expect(page.getByLabel(t("compose.promise.due"))).toHaveValue(first);
      if (javaScriptEnabled) await expectAccessible(page, { inDarkToo: true });
      await page.getByLabel(t("compose.promise.what")).fill(promise);
      await page.getByRole("button", { name: t("compose.send") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(wish.title);

      await guest.goto(topic);
      await expect(headOf(guest).getByText(promise)).toBeVisible();
      await expect(headOf(guest)).toContainText(writeCalendarDay(first, "en"));

      await page.goto(`/t/${number}/official`);
      await page.getByLabel(t("compose.type")).selectOption("answer");
      await page.getByText(t("compose.promise.change")).click();
      await page.getByLabel(t("compose.promise.act")).selectOption("move");
      await page.getByLabel(t("compose.promise.newDue")).fill(later);
      await page.getByLabel(t("compose.body")).fill("It takes longer.");
      await page.getByRole("button", { name: t("compose.send") }).click();
      await guest.goto(topic);
      await expect(headOf(guest)).toContainText(writeCalendarDay(later, "en"));
      await expect(headOf(guest).locator("s")).toHaveText(writeCalendarDay(first, "en"));
      if (javaScriptEnabled) await expectAccessible(guest, { inDarkToo: true });
      await expectNoSidewaysScroll(guest);

      const letter = guest.locator("#official .letter").first();
      await page.goto(topic);
      const place = await letterPlace(page.locator("#official .letter").first());
      await page.goto(`/t/${number}/replies/${place}/edit`);
      await page.getByLabel(topics("edit.body")).fill("It takes a little longer.");
      await page.getByRole("radio", { name: t("edit.quiet") }).check();
      await page.getByRole("button", { name: topics("edit.save") }).click();
      await expect(page.locator("#edit-quiet-reason")).toHaveAttribute("aria-invalid", "true");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("radio", { name: t("edit.minor") }).check();
      await page.getByRole("button", { name: topics("edit.save") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(wish.title);

      await guest.goto(topic);
      await letter.getByRole("link", { name: "edited 1 ×" }).click();
      await expect(guest.getByText("little")).toBeVisible();
      await guest.goto(topic);
      await letter.getByRole("link", { name: /HB-/ }).click();
      await expect(guest.getByRole("heading", { name: t("verify.genuine") })).toBeVisible();
      await expect(guest.locator(".hash")).toHaveCount(3);
      if (javaScriptEnabled) await expectAccessible(guest, { inDarkToo: true });
      await expectNoSidewaysScroll(guest);

      await guest.goto("/promises");
      await expect(guest.getByRole("link", { name: promise })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(guest, { inDarkToo: true });
      await expectNoSidewaysScroll(guest);
    });
  });
}

/** The notice under the title that says how the promise stands. */
function headOf(page: Page): Locator {
  return page
    .locator(".notice")
    .filter({ hasText: /Promised/ })
    .first();
}

async function letterPlace(letter: Locator): Promise<number> {
  return Number((await letter.getAttribute("id"))!.replace("official-", ""));
}
