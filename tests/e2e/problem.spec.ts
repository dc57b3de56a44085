import type { Locator, Page } from "@playwright/test";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { anAnnouncement } from "./steps/announcing";
import { aMemberOf, password } from "./steps/people";
import { aPicture } from "./steps/picture";

const common = translator("en", "common");
const discussions = translator("en", "discussions");
const members = translator("en", "members");
const official = translator("en", "official");
const site_ = translator("en", "site");
const topics = translator("en", "topics");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a problem is reported, discussed, answered officially and solved, for everybody to see", async ({
      page: author,
      browserOf,
      site,
      staff,
    }) => {
      test.slow();
      const way = javaScriptEnabled ? "quickly" : "slowly";
      const title = `Swap ${way} stuck on pending for hours`;
      const release = javaScriptEnabled ? "4.1.0" : "4.2.0";
      const entry = `Swaps ${way} show why they wait`;
      await anAnnouncement(site, staff, { title: entry, release, body: "The queue is shown now." });
      const name = javaScriptEnabled ? "noor" : "ines";

      await test.step("somebody signs up", async () => {
        await author.goto("/");
        await author
          .getByRole("banner")
          .getByRole("link", { name: common("navigation.signIn") })
          .click();
        await author.getByRole("button", { name: members("signIn.create") }).click();
        await expectHeading(author, members("signUp.title"));
        await expectAccessible(author);
        await author.getByLabel(members("signUp.name"), { exact: true }).fill(name);
        await author.getByLabel(members("signUp.email")).fill(`${name}@people.example`);
        await author.getByLabel(members("signUp.password")).fill(password);
        await author.getByRole("button", { name: members("signUp.submit") }).click();
        await expect(
          author.getByRole("banner").getByLabel(common("navigation.account", { name })).first(),
        ).toBeVisible();
      });

      await test.step("and reports a problem with a screenshot", async () => {
        await author
          .getByRole("banner")
          .getByRole("link", { name: site_("navigation.report") })
          .click();
        await expectHeading(author, discussions("create.kinds.problem.title"));
        await expectAccessible(author, { inDarkToo: true });
        const form = author.getByRole("main");
        await form.getByLabel(discussions("create.fields.title"), { exact: true }).fill(title);
        await form.getByLabel(discussions("create.fields.did")).fill("I swapped 100 USDT to TRX.");
        await form
          .getByLabel(discussions("create.fields.happened"))
          .fill("Pending for three hours, code **TRX-4102**.");
        await form.getByLabel(discussions("create.fields.area")).selectOption("transaction");
        await form
          .getByLabel(discussions("create.fields.pictures"))
          .setInputFiles(await aPicture("pending.png"));
        if (javaScriptEnabled)
          await form
            .getByLabel(common("files.describe", { name: "pending.png" }))
            .fill("The swap says pending");
        await form.getByRole("button", { name: discussions("create.post.problem") }).click();
        await postAnywayWhereAsked(author);

        await expectHeading(author, title);
        const problem = author.getByRole("article", { name: topics("kind.problem") });
        await expect(problem).toContainText("I swapped 100 USDT to TRX.");
        await expect(problem.locator("strong")).toHaveText("TRX-4102");
        await expectPictureDrawn(problem);
        await expectAccessible(author, { inDarkToo: true });
      });
      const address = new URL(author.url()).pathname;

      const helper = await browserOf(await aMemberOf(site));
      await test.step("a second member finds it, has it too and replies", async () => {
        await helper.goto("/discussions?sort=newest");
        await expectAccessible(helper, { inDarkToo: true });
        await helper.getByRole("link", { name: title }).click();
        await expectHeading(helper, title);
        await helper.getByRole("button", { name: discussions("affected.press") }).click();
        await expect(helper.getByRole("button", { name: discussions("affected.release") })).toHaveAttribute(
          "aria-pressed",
          "true",
        );
        await writeReply(helper, "It went through for me after restarting.");
        await expect(replySaying(helper, "after restarting")).toBeVisible();
      });

      await test.step("the author asks back below that reply, and is answered one level deeper", async () => {
        await author.goto(address);
        await answer(author, "after restarting", "Did you restart the app or the phone?");
        await expect(replySaying(author, "after restarting")).toContainText("the app or the phone");
        await helper.goto(address);
        await answer(helper, "the app or the phone", "The phone. Then wait a minute.");
        await expect(replySaying(helper, "the app or the phone")).toContainText("Then wait a minute.");
      });

      const team = await browserOf(staff);
      await test.step("staff answers officially, points to the announcement and sets the status", async () => {
        await team.goto(address);
        await expectAccessible(team);
        await team.getByText(official("compose.open"), { exact: true }).click();
        const letter = team.getByRole("region", { name: official("compose.title") });
        await letter.getByLabel(official("compose.type")).selectOption({ label: official("types.fixed-in") });
        await letter
          .getByLabel(official("compose.status"))
          .selectOption({ label: topics("status.answered") });
        await letter.locator("summary", { hasText: official("compose.announcements") }).click();
        await letter.getByLabel(new RegExp(entry)).check();
        await letter
          .getByRole("textbox", { name: official("compose.body") })
          .fill("Your funds were safe the whole time. Update and the swap says what it waits for.");
        await expectAccessible(team, { inDarkToo: true });
        await letter.getByRole("button", { name: official("compose.send") }).click();
        await expectHeading(team, title);
        await expect(sealed(team)).toContainText("Your funds were safe");
        await expect(team.getByRole("main").getByText(topics("status.answered")).first()).toBeVisible();
      });

      await test.step("the author accepts what helped", async () => {
        await author.goto(address);
        await expect(sealed(author)).toContainText("Your funds were safe");
        const reply = replySaying(author, "Then wait a minute.");
        await reply
          .getByRole("button", { name: discussions("solution.accept") })
          .first()
          .click();
        await expect(solution(author)).toContainText("Then wait a minute.");
        await expectAccessible(author, { inDarkToo: true });
      });

      await test.step("a guest sees all of it", async () => {
        const guest = await browserOf();
        await guest.goto("/discussions?sort=newest");
        const row = guest.getByRole("listitem").filter({ hasText: title });
        await expect(row).toContainText(topics("status.solved"));
        await row.getByRole("link", { name: title }).click();
        await expectHeading(guest, title);
        await expectPictureDrawn(guest.getByRole("article", { name: topics("kind.problem") }));
        await expect(guest.getByRole("main").getByText("1 affected").first()).toBeVisible();
        await expect(replySaying(guest, "the app or the phone")).toContainText("Then wait a minute.");
        await expect(solution(guest)).toContainText("Then wait a minute.");
        await expect(sealed(guest)).toContainText(official("fixedIn", { release }));
        await expectAccessible(guest, { inDarkToo: true });

        await sealed(guest)
          .getByRole("link", { name: official("fixedIn", { release }) })
          .click();
        await expectHeading(guest, entry);
        await expectAccessible(guest);
        await guest.goBack();
        await sealed(guest).getByRole("link", { name: /HB-/ }).click();
        await expect(guest.getByText(official("verify.genuine"))).toBeVisible();
        await expectAccessible(guest, { inDarkToo: true });
      });
    });
  });
}

async function expectHeading(page: Page, words: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
}

/** The picture's file is there and was drawn, not only its frame. */
async function expectPictureDrawn(post: Locator): Promise<void> {
  const picture = post.getByRole("list", { name: common("gallery.label") }).locator("img");
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
}

// The other journey told a similar story on the same site; where the site asks whether it is the same, it is not.
async function postAnywayWhereAsked(page: Page): Promise<void> {
  const again = page.getByRole("button", { name: discussions("create.postAnyway") });
  await page.waitForURL(/\/t\/\d+|\/discussions\/new/);
  await expect(again.or(page.getByRole("article", { name: topics("kind.problem") }))).toBeVisible();
  if (await again.isVisible()) await again.click();
}

async function writeReply(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: topics("compose.label") }).fill(text);
  await page.getByRole("button", { name: topics("compose.post") }).click();
  await expect(page).toHaveURL(/\/t\/\d+\/[^/]+.*#reply-\d+$/);
}

async function answer(page: Page, words: string, text: string): Promise<void> {
  await replySaying(page, words)
    .getByRole("link", { name: topics("thread.reply"), exact: true })
    .first()
    .click();
  await expect(page.getByText(topics("compose.stopAnswering"))).toBeVisible();
  await writeReply(page, text);
}

/** The reply with these words, with everything that was answered below it. */
function replySaying(page: Page, words: string): Locator {
  return page.getByRole("article").filter({ hasText: words }).last();
}

function sealed(page: Page): Locator {
  return page.getByRole("region", { name: official("box") }).getByRole("article");
}

function solution(page: Page): Locator {
  return page.getByRole("article", { name: common("solution.accepted") });
}
