import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import type { HearbackProcess } from "./hearback-process";
import { expectAccessible } from "./steps/accessibility";
import { expectNoSidewaysScroll } from "./steps/narrowness";
import { aMemberOf, send } from "./steps/people";

const t = translator("en", "suggestions");
const topics = translator("en", "topics");
const discussions = translator("en", "discussions");
const suspensions = translator("en", "suspensions");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script, on a phone", () => {
    test.use({
      javaScriptEnabled,
      viewport: javaScriptEnabled ? { width: 1280, height: 800 } : { width: 390, height: 844 },
    });

    test("staff merge a suggestion into another and take the two apart again", async ({
      page,
      site,
      staff,
      signIn,
      browserOf,
    }) => {
      const word = randomUUID().slice(0, 8);
      const [copy, original] = [`Alert me ${word} on prices`, `Price alerts ${word}`];
      const copyPath = await suggest(site, copy);
      const originalPath = await suggest(site, original);
      await signIn(page, staff);
      await page.goto(copyPath);
      await chooseFromMenu(page, topics("menu.merge"));
      await page.getByLabel(t("merge.search")).fill(/\d+/.exec(originalPath)![0]);
      await page.getByRole("button", { name: t("merge.find") }).click();
      await page.getByRole("link", { name: `${t("merge.choose")} ${original}` }).click();
      await expect(page.getByText("2 people vote")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole("button", { name: t("merge.confirm") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(original);
      await expect(page.getByRole("button", { name: t("vote.cast") }).first()).toContainText("2");

      const guest = await browserOf();
      await guest.goto(copyPath);
      await expect(guest.getByText("This was merged into")).toBeVisible();
      await guest.getByRole("link", { name: original }).first().click();
      await expect(guest.getByRole("heading", { level: 1 })).toHaveText(original);

      await page.goto(copyPath);
      await expectNoSidewaysScroll(page);
      await page.getByRole("button", { name: t("merge.undo") }).click();
      await expect(page.getByText("This was merged into")).toHaveCount(0);
      await expect(page.getByRole("button", { name: t("vote.cast") }).first()).toContainText("1");
    });

    test("a newcomer's link waits for a look, and who goes on is suspended and told why", async ({
      page,
      site,
      staff,
      signIn,
      browserOf,
    }) => {
      const word = randomUUID().slice(0, 8);
      const author = await aMemberOf(site);
      const fields = { kind: "question", title: `A free gift ${word}`, area: "technical", asked: "1" };
      const body = "Write to me on Telegram: @wallet_helpdesk";
      const sent = await send(site, "/discussions/new?kind=question", { ...fields, body }, author.session);
      const path = sent.headers.get("location")!;
      const own = await browserOf(author);
      await own.goto(path);
      await expect(own.getByText(translator("en", "holding")("why.contacts"))).toBeVisible();
      await expectAccessible(own);
      const guest = await browserOf();
      expect((await guest.goto(path))!.status()).toBe(404);

      await signIn(page, staff);
      await page.goto(`/members/${author.name}`);
      await page.getByRole("link", { name: suspensions("link.suspend") }).click();
      await page.getByRole("radio", { name: suspensions("reason.scam") }).check();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole("button", { name: suspensions("form.submit") }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(author.name);
      await expect(page.getByRole("button", { name: suspensions("lift.submit") })).toBeVisible();
      await expectAccessible(page);

      const members = translator("en", "members");
      await own.goto("/me");
      await own.getByLabel(members("signIn.identifier")).fill(author.name);
      await own.getByLabel(members("signIn.password")).fill(author.password);
      await own.getByRole("button", { name: members("signIn.submit"), exact: true }).click();
      await expect(own.getByText(/suspended until .* scams or impersonation/)).toBeVisible();

      await page.getByRole("button", { name: suspensions("lift.submit") }).click();
      await expect(page).toHaveURL(new RegExp(`/members/${author.name}$`));
    });

    test("staff tag, move, lock and close a topic, and everybody reads why", async ({
      page,
      site,
      staff,
      signIn,
      browserOf,
    }) => {
      const word = randomUUID().slice(0, 8);
      const path = await report(site, `Balance hidden ${word}`);
      const at = /^\/t\/\d+/.exec(path)![0];
      const guest = await browserOf();
      await signIn(page, staff);

      await page.goto(path);
      await chooseFromMenu(page, topics("menu.tags"));
      await page.getByLabel(topics("tagging.label")).fill(`提现, ${word}`);
      await page.getByRole("button", { name: topics("tagging.save") }).click();
      await guest.goto(path);
      await guest.getByRole("link", { name: word, exact: true }).first().click();
      await expect(guest).toHaveURL(new RegExp(`/tags/${word}$`));
      await expect(guest.getByRole("link", { name: `Balance hidden ${word}` })).toBeVisible();

      await page.goto(path);
      await chooseFromMenu(page, topics("menu.area"));
      await page.getByLabel(topics("move.area")).selectOption("account");
      await page.getByLabel(topics("move.text")).fill("It is about signing in.");
      await expectAccessible(page);
      await page.getByRole("button", { name: topics("move.confirm") }).click();
      await expect(page).toHaveURL(new RegExp(`${at}/`));
      await expect(page.getByText("It is about signing in.")).toBeVisible();

      await chooseFromMenu(page, topics("menu.lock"));
      await page.getByLabel(topics("lock.reason")).fill("It goes on in the other topic.");
      await page.getByRole("button", { name: topics("lock.confirm") }).click();
      await guest.goto(path);
      await expect(guest.getByText(topics("notice.locked"))).toBeVisible();
      await expect(guest.getByText("It goes on in the other topic.").first()).toBeVisible();

      await chooseFromMenu(page, topics("menu.status"));
      await page.getByLabel(discussions("decide.status")).selectOption("closed");
      await page.getByRole("button", { name: discussions("decide.save") }).click();
      await expect(page.getByLabel(discussions("decide.reason"))).toHaveAttribute("aria-invalid", "true");
      await page.getByLabel(discussions("decide.reason")).selectOption("elsewhere");
      await expectNoSidewaysScroll(page);
      await page.getByRole("button", { name: discussions("decide.save") }).click();
      await guest.reload();
      await expect(guest.getByText("This topic is closed", { exact: false }).first()).toBeVisible();
    });
  });
}

async function chooseFromMenu(page: Page, entry: string): Promise<void> {
  await page.getByLabel(topics("menu.label")).first().click();
  await page.getByRole("link", { name: entry, exact: true }).click();
}

async function suggest(site: HearbackProcess, title: string): Promise<string> {
  const { session } = await aMemberOf(site);
  const fields = { title, body: "It would help me every day.", area: "experience", asked: "1" };
  const answer = await send(site, "/suggestions/new", fields, session);
  expect(answer.status).toBe(303);
  return answer.headers.get("location")!;
}

async function report(site: HearbackProcess, title: string): Promise<string> {
  const { session } = await aMemberOf(site);
  const fields = { title, did: "I opened it.", happened: "Nothing.", kind: "problem", area: "technical" };
  const answer = await send(site, "/discussions/new?kind=problem", { ...fields, asked: "1" }, session);
  expect(answer.status).toBe(303);
  return answer.headers.get("location")!;
}
