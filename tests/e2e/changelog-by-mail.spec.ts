import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { mailTo } from "./steps/mailbox";
import { aMemberOf, send } from "./steps/people";

const t = translator("en", "changelog");
const mail = translator("en", "subscriptions");
const topics = translator("en", "topics");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("somebody subscribes by mail, staff look who will be told, answer every topic, and plan the next", async ({
      page,
      browserOf,
      signIn,
      site,
      staff,
    }) => {
      const mark = javaScriptEnabled ? "early" : "late";
      const address = `${mark}@readers.example`;
      const title = `Fees are shown ${mark}`;
      const { session } = await aMemberOf(site);
      const wish = { title: `Show the fee ${mark}`, body: "I wonder.", area: "experience", asked: "1" };
      const posted = await send(site, "/suggestions/new", wish, session);
      const number = /\/t\/(\d+)/.exec(posted.headers.get("location")!)![1]!;
      const guest = await browserOf();
      await signIn(page, staff);

      await test.step("subscribing takes a press in a mail", async () => {
        await guest.goto("/changelog");
        await guest.getByLabel(mail("email")).fill(address);
        await guest.getByRole("button", { name: mail("subscribe") }).click();
        await expect(guest.getByText(mail("asked"))).toBeVisible();
        const text = await mailTo(site, address, /by mail\?/);
        await guest.goto(/https?:\S+\/subscribe\/\S+/.exec(text)![0]);
        await expectAccessible(guest);
        await guest.getByRole("button", { name: mail("confirm.button") }).click();
        await expect(guest.getByText(mail("confirm.done"))).toBeVisible();
      });

      await test.step("who will be told is shown before it goes out", async () => {
        await page.goto("/changelog/new");
        await page.getByLabel(t("form.title")).fill(title);
        await page.getByLabel(t("form.release")).fill("6.0.0");
        await page.getByLabel(t("form.topics")).fill(number);
        await page.getByRole("textbox", { name: t("form.body"), exact: true }).fill("Before you sign.");
        await page.getByRole("button", { name: t("form.review") }).click();
        await page.getByRole("link", { name: mail("audience.see") }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(mail("audience.title"));
        await expectAccessible(page);
        await page.getByRole("link", { name: t("page.review") }).click();
      });

      await test.step("published, each topic has the team's answer, and the subscriber one mail", async () => {
        await page.getByRole("textbox", { name: t("publication.reply") }).fill("It is in **6.0.0**.");
        await page.getByRole("button", { name: t("publication.publish"), exact: true }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        await guest.goto(`/t/${number}`);
        await expect(guest.getByRole("main").getByText(topics("status.shipped")).first()).toBeVisible();
        await expect(guest.getByText("It is in 6.0.0.").first()).toBeVisible();
        const text = await mailTo(site, address, new RegExp(title));
        await guest.goto(/https?:\S+\/stop/.exec(text)![0]);
        await guest.getByRole("button", { name: mail("stop.button") }).click();
        await expect(guest.getByText(mail("stop.done"))).toBeVisible();
      });

      await test.step("the next one gets a day of a zone, which can be taken back", async () => {
        const planned = { title: `Planned ${mark}`, body: "Later.", then: "review" };
        const drafted = await send(site, "/changelog/new", planned, staff.session);
        await page.goto(drafted.headers.get("location")!);
        await page.getByRole("link", { name: t("publication.onADay") }).click();
        const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
        await page.getByLabel(t("schedule.date")).fill(day);
        await page.getByLabel(t("schedule.time"), { exact: true }).fill("09:30");
        await page.getByLabel(t("schedule.zone")).selectOption("Asia/Shanghai");
        await page.getByRole("button", { name: t("schedule.plan") }).click();
        await expect(page.getByText("09:30 (Asia/Shanghai)")).toBeVisible();
        await expectAccessible(page);
        await page.getByRole("button", { name: t("schedule.takeBack") }).click();
        await expect(page.getByText("(Asia/Shanghai)")).toBeHidden();
      });
    });
  });
}
