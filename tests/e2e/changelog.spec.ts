import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { aMemberOf, send } from "./steps/people";

const t = translator("en", "changelog");
const statuses = translator("en", "topics");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("staff announces what somebody wished for, and takes it back", async ({
      page,
      browserOf,
      signIn,
      site,
      staff,
    }) => {
      const wish = `Show the gas price ${javaScriptEnabled ? "before" : "after"} every swap`;
      const title = `Gas prices stand ${javaScriptEnabled ? "before" : "after"} the swap`;
      const { session } = await aMemberOf(site);
      const fields = { title: wish, body: "I always wonder.", area: "experience", asked: "1" };
      const posted = await send(site, "/suggestions/new", fields, session);
      const address = posted.headers.get("location")!;
      const number = /\/t\/(\d+)/.exec(address)![1]!;
      const guest = await browserOf();
      await signIn(page, staff);

      await test.step("a draft is seen by staff alone", async () => {
        await page.goto("/changelog");
        await expectAccessible(page, { inDarkToo: true });
        await page
          .getByRole("main")
          .getByRole("link", { name: t("write") })
          .click();
        await expectAccessible(page, { inDarkToo: true });
        await page.getByLabel(t("form.title")).fill(title);
        await page.getByLabel(t("form.release")).fill("5.0.0");
        await page.getByLabel(t("labels.improved")).check();
        await page.getByLabel(t("form.topics")).fill("99999");
        await page
          .getByRole("textbox", { name: t("form.body"), exact: true })
          .fill("## Prices\n\nRead them **first**.");
        await page.getByRole("button", { name: t("form.saveDraft") }).click();

        await expect(page.getByLabel(t("form.title"))).toHaveValue(title);
        await expect(page.getByText("99999.").first()).toBeVisible();
        await expectAccessible(page);
        await page.getByLabel(t("form.topics")).fill(`#${number}`);
        await page.getByRole("button", { name: t("form.review") }).click();
        await expect(
          page.getByRole("heading", { level: 1, name: t("publication.publishTitle") }),
        ).toBeVisible();
        await guest.goto("/changelog");
        await expect(guest.getByText(title)).toBeHidden();
      });

      await test.step("published, it ships the suggestion and is told by the feed", async () => {
        await expect(page.getByText(wish).first()).toBeVisible();
        await expectAccessible(page, { inDarkToo: true });
        await page.getByLabel(t("publication.settle")).check();
        await page.getByRole("button", { name: t("publication.publish"), exact: true }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        await expectAccessible(page, { inDarkToo: true });

        await guest.goto("/changelog");
        await guest.getByRole("link", { name: title }).first().click();
        await expect(guest.getByRole("heading", { level: 1 })).toHaveText(title);
        await expect(guest.locator("strong").first()).toHaveText("first");
        await guest.getByRole("link", { name: wish }).first().click();
        await expect(guest.getByRole("heading", { level: 1 })).toHaveText(wish);
        await expect(guest.getByRole("main").getByText(statuses("status.shipped")).first()).toBeVisible();
        await expect(guest.getByRole("link", { name: /5\.0\.0|Gas prices/ }).first()).toBeVisible();
        await expectAccessible(guest, { inDarkToo: true });
        expect(await feedOf(site.address)).toContain(title);
        await guest.goto("/roadmap");
        await expect(guest.getByRole("link", { name: wish })).toBeVisible();
        await expectAccessible(guest, { inDarkToo: true });
      });

      await test.step("withdrawn, it is gone for everybody else", async () => {
        const entry = page.url();
        await page.getByRole("link", { name: t("page.withdraw") }).click();
        await page.getByRole("button", { name: t("publication.withdraw") }).click();
        await expect(
          page.getByRole("heading", { level: 1, name: t("publication.publishTitle") }),
        ).toBeVisible();
        await expectAccessible(page);

        const answer = await guest.goto(entry);
        expect(answer!.status()).toBe(410);
        await expect(guest.getByRole("heading", { level: 1 })).toHaveText(
          translator("en", "site")("failure.410.title"),
        );
        await expectAccessible(guest, { inDarkToo: true });
        expect(await feedOf(site.address)).not.toContain(title);
        await guest.goto("/changelog");
        await expect(guest.getByText(title)).toBeHidden();
      });
    });
  });
}

async function feedOf(address: string): Promise<string> {
  const answer = await fetch(`${address}/feeds/changelog.atom`);
  expect(answer.status).toBe(200);
  return answer.text();
}
