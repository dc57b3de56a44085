import { randomUUID } from "node:crypto";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { expectNoSidewaysScroll } from "./steps/narrowness";
import { aMemberOf, send } from "./steps/people";

const t = translator("en", "knownIssues");
const topics = translator("en", "topics");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script, on a phone", () => {
    test.use({
      javaScriptEnabled,
      viewport: javaScriptEnabled ? { width: 1280, height: 800 } : { width: 390, height: 844 },
    });

    test("a problem becomes a known issue, stands over every page, is fixed, and those affected say whether it helped", async ({
      page,
      site,
      staff,
      member,
      signIn,
      browserOf,
    }) => {
      const word = randomUUID().slice(0, 8);
      const summary = `Withdrawals ${word} wait; nothing is lost`;
      const { session } = await aMemberOf(site);
      const answer = await send(
        site,
        "/discussions/new?kind=problem",
        {
          ...{ title: `Withdrawals stuck ${word}`, did: "I sent.", happened: "It waits." },
          ...{ kind: "problem", area: "technical", asked: "1" },
        },
        session,
      );
      const path = answer.headers.get("location")!;
      const at = /^\/t\/\d+/.exec(path)![0];
      await signIn(page, staff);
      const reader = await browserOf(member);

      await test.step("staff declare it", async () => {
        await page.goto(path);
        await page.getByLabel(topics("menu.label")).first().click();
        await page.getByRole("link", { name: topics("menu.knownIssue"), exact: true }).click();
        await page.getByRole("radio", { name: t("state.investigating") }).check();
        await page.getByLabel(t("form.summary")).fill(summary);
        await page.getByLabel(t("form.workaround")).fill("Use the **web** version.");
        await page.getByLabel(t("form.urgent")).check();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        await page.getByRole("button", { name: t("form.declare") }).click();
        await expect(page.getByText(t("panel.workaround"))).toBeVisible();
      });

      await test.step("everybody sees it wherever they are, and says that it hits them too", async () => {
        await reader.goto("/suggestions");
        const banner = reader.getByRole("region", { name: t("incident.label") }).filter({ hasText: summary });
        await expect(banner).toBeVisible();
        await expectNoSidewaysScroll(reader);
        await banner.getByRole("button", { name: t("incident.meToo") }).click();
        await expect(banner.getByRole("button", { name: t("incident.counted") })).toBeVisible();
        await banner.getByRole("link", { name: t("incident.read") }).click();
        await expect(reader.getByText("Use the web version.")).toBeVisible();
        await reader.goto("/known-issues");
        await expect(reader.getByText(summary).last()).toBeVisible();
        await expectAccessible(reader, { inDarkToo: javaScriptEnabled });
        await expectNoSidewaysScroll(reader);
      });

      await test.step("it is fixed", async () => {
        await page.goto(`${at}/known-issue/updates`);
        await page.getByRole("radio", { name: t("state.fixed") }).check();
        await page.getByLabel(t("update.body")).fill("Everything sent is through.");
        await page.getByRole("button", { name: t("update.post") }).click();
        await expect(page.getByText("Everything sent is through.")).toBeVisible();
      });

      await test.step("the banner goes, and whoever was affected says that it works", async () => {
        await reader.goto("/suggestions");
        await expect(reader.getByText(summary)).toHaveCount(0);
        await reader.goto(path);
        await expect(reader.getByRole("heading", { name: t("answer.question") })).toBeVisible();
        await reader.getByRole("button", { name: t("answer.yes") }).click();
        await expect(reader.getByText(t("answer.thanksYes"))).toBeVisible();
        await expectAccessible(reader);
        await expectNoSidewaysScroll(reader);
      });
    });
  });
}
