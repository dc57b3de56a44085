import type { Page } from "@playwright/test";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { aMemberOf, password, send } from "./steps/people";
import { aPicture } from "./steps/picture";

const common = translator("en", "common");
const members = translator("en", "members");
const topics = translator("en", "topics");
const words = "It also happens on the **second** try.\n\n1. Open\n2. Swap";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a reply sent after the session ended waits for signing in and is posted once", async ({
      page,
      site,
      member,
      signIn,
    }) => {
      const address = await aProblem(site, "Swap button does nothing at all");
      await signIn(page, member);
      await page.goto(address);
      await page.getByRole("textbox", { name: topics("compose.label") }).fill(words);
      await page.context().clearCookies();
      await page.getByRole("button", { name: topics("compose.post") }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText(members("signIn.again.title"));
      await expect(page.getByLabel(members("signIn.again.field.body"))).toHaveValue(words);
      await expectAccessible(page, { inDarkToo: true });
      await signInByForm(page, member.name, "not my password");
      await expect(page.getByText(translator("en", "errors")("credentials"))).toBeVisible();
      await expect(page.getByLabel(members("signIn.again.field.body"))).toHaveValue(words);
      await signInByForm(page, member.name, password);

      await expect(page).toHaveURL(/\/t\/\d+\/[^/]+#reply-\d+$/);
      const reply = page.getByRole("article").filter({ hasText: "It also happens" });
      await expect(reply).toHaveCount(1);
      await expect(reply.locator("strong")).toHaveText("second");
      await expect(
        page
          .getByRole("banner")
          .getByLabel(common("navigation.account", { name: member.name }))
          .first(),
      ).toBeVisible();
      await page.reload();
      await expect(reply).toHaveCount(1);
    });

    test("a picture chosen with it is asked for again, the text is not", async ({
      page,
      site,
      member,
      signIn,
    }) => {
      const address = await aProblem(site, "Receive screen stays white for minutes");
      await signIn(page, member);
      await page.goto(address);
      await page.getByRole("textbox", { name: topics("compose.label") }).fill(words);
      await page.locator("#reply-files").setInputFiles(await aPicture("white.png"));
      await page.context().clearCookies();
      await page.getByRole("button", { name: topics("compose.post") }).click();
      await expect(page.getByText(members("signIn.again.files"))).toBeVisible();
      await signInByForm(page, member.name, password);

      await expect(page.getByRole("heading", { level: 1 })).toHaveText(members("signIn.resume.title"));
      await expectAccessible(page);
      await page.getByLabel(members("signIn.resume.files")).setInputFiles(await aPicture("white.png"));
      await page.getByRole("button", { name: members("signIn.resume.submit") }).click();
      const reply = page.getByRole("article").filter({ hasText: "It also happens" });
      await expect(reply).toHaveCount(1);
      await expect(reply.getByRole("list", { name: common("gallery.label") }).locator("img")).toBeVisible();
    });
  });
}

async function aProblem(site: { address: string }, title: string): Promise<string> {
  const { session } = await aMemberOf(site as Parameters<typeof aMemberOf>[0]);
  const fields = {
    kind: "problem",
    title,
    did: "I pressed it.",
    happened: "Nothing.",
    area: "technical",
    asked: "1",
  };
  const posted = await send(site, "/discussions/new?kind=problem", fields, session);
  expect(posted.status).toBe(303);
  return posted.headers.get("location")!;
}

async function signInByForm(page: Page, name: string, typed: string): Promise<void> {
  await page.getByLabel(members("signIn.identifier")).fill(name);
  await page.getByLabel(members("signIn.password")).fill(typed);
  await page
    .getByRole("main")
    .getByRole("button", { name: members("signIn.submit"), exact: true })
    .click();
}
