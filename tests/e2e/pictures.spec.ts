import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { aPicture } from "./steps/picture";

const errors = translator("en", "errors");
const common = translator("en", "common");

const notAPicture = { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("not a picture") };

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a file that is no picture is refused by name, and the good ones and the text stay", async ({
      page,
      member,
      signIn,
    }) => {
      await signIn(page, member);
      await page.goto("/suggestions/new");
      const form = page.locator("form#suggest");
      const title = javaScriptEnabled ? "Show bigger pictures" : "Vibrate softly after scanning";
      await form.locator("[name=title]").fill(title);
      await form.locator("[name=area]").selectOption("transaction");
      await form.locator("[type=file]").setInputFiles([await aPicture("activity.png"), notAPicture]);
      await page.locator("button[form=suggest][data-kind=primary]").click();

      const refusal = errors("upload-wrong-type", { name: "notes.png" });
      // Two files go one after the other, and each picture is written anew.
      await expect(page.getByText(refusal).last()).toBeVisible({ timeout: 60_000 });
      await expect(form.locator("[name=title]")).toHaveValue(title);
      const kept = form.getByRole("list", { name: common("files.attached") });
      await expect(kept.getByText("activity.png")).toBeVisible();
      const thumbnail = kept.locator("img");
      await expect
        .poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(0);
      if (javaScriptEnabled) await expectAccessible(page, { inDarkToo: true });

      await form.locator("input[name^=alt-]").fill("The activity list");
      await page.locator("button[form=suggest][data-kind=primary]").last().click();
      await expect(page).toHaveURL(/\/t\/\d+/);
    });
  });
}
