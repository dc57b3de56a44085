import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import type { HearbackProcess } from "./hearback-process";
import { expectAccessible } from "./steps/accessibility";
import { expectNoSidewaysScroll } from "./steps/narrowness";
import { aMemberOf, password, send } from "./steps/people";

const t = translator("en", "suggestions");
const members = translator("en", "members");

for (const javaScriptEnabled of [true, false]) {
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${javaScriptEnabled ? "with" : "without"} script, ${viewport.width} px wide`, () => {
      test.use({ javaScriptEnabled, viewport });

      test("similar ones are shown before one more is posted, and nothing typed is lost", async ({
        page,
        site,
        member,
        signIn,
      }) => {
        const word = aWord();
        const earlier = `Save trusted ${word} addresses`;
        await suggest(site, earlier);
        await signIn(page, member);
        await page.goto("/suggestions/new");
        await page.getByLabel(t("form.title")).fill(`Save ${word} addresses with a name`);
        await page.getByLabel(t("form.body")).fill("I send to the same three people.");
        await page.getByLabel(t("form.area")).selectOption("transaction");

        const offered = page.getByRole("link", { name: earlier });
        if (javaScriptEnabled) {
          await expect(offered).toBeVisible();
        } else {
          await page.getByRole("button", { name: t("form.post") }).click();
          await expect(page.getByText(t("similar.kept"))).toBeVisible();
          await expect(offered).toBeVisible();
        }
        await expect(page.getByLabel(t("form.body"))).toHaveValue("I send to the same three people.");
        await expectAccessible(page, { inDarkToo: true });
        await expectNoSidewaysScroll(page);

        await page
          .getByRole("button", { name: javaScriptEnabled ? t("form.post") : t("form.postAnyway") })
          .click();
        await expect(page).toHaveURL(/\/t\/\d+\//);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(
          `Save ${word} addresses with a name`,
        );
        await expect(page.getByRole("button", { name: t("vote.withdraw") })).toContainText("1");
        await expectAccessible(page, { inDarkToo: true });
        await expectNoSidewaysScroll(page);
      });

      test("a vote cast signed out is counted once after signing in, at the same place, and can be withdrawn", async ({
        page,
        browserOf,
        site,
        member,
      }) => {
        const title = `Show ${aWord()} fees before sending`;
        const number = await suggest(site, title);
        const place = new RegExp(`/suggestions\\?sort=new(#suggestion-${number})?$`);
        await page.goto("/suggestions?sort=new");
        const entry = page.getByRole("listitem").filter({ hasText: title });
        await expect(entry.getByRole("button", { name: t("vote.cast") })).toContainText("1");
        await expectAccessible(page, { inDarkToo: true });
        await expectNoSidewaysScroll(page);

        await entry.getByRole("button", { name: t("vote.cast") }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(members("signIn.again.title"));
        await expectAccessible(page);
        await page.getByLabel(members("signIn.identifier")).fill(member.name);
        await page.getByLabel(members("signIn.password")).fill(password);
        await page
          .getByRole("main")
          .getByRole("button", { name: members("signIn.submit"), exact: true })
          .click();

        await expect(page).toHaveURL(place);
        const withdraw = entry.getByRole("button", { name: t("vote.withdraw") });
        await expect(withdraw).toHaveAttribute("aria-pressed", "true");
        await expect(withdraw).toContainText("2");
        await page.reload();
        await expect(withdraw).toContainText("2");
        const guest = await browserOf();
        await expectVotes(guest, number, 2);

        await press(page, withdraw, javaScriptEnabled);
        await expect(entry.getByRole("button", { name: t("vote.cast") })).toContainText("1");
        await expect(page).toHaveURL(place);
        await expectVotes(guest, number, 1);

        await press(page, entry.getByRole("button", { name: t("vote.cast") }), javaScriptEnabled);
        await expect(withdraw).toContainText("2");
        await expectVotes(guest, number, 2);
      });
    });
  }
}

/** Presses a counting key. The script keeps the page where it is; a plain form comes back to the same place. */
async function press(page: Page, key: ReturnType<Page["getByRole"]>, isScripted: boolean): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await key.click();
  expect((await answered).status()).toBe(isScripted ? 200 : 303);
}

async function expectVotes(guest: Page, number: number, count: number): Promise<void> {
  await guest.goto(`/t/${number}`);
  await expect(guest.getByRole("button", { name: t("vote.cast") })).toContainText(String(count));
}

/** Posted by somebody else, and findable. Answers with its number. */
async function suggest(site: HearbackProcess, title: string): Promise<number> {
  const { session } = await aMemberOf(site);
  const fields = { title, body: "It would help me every day.", area: "transaction", asked: "1" };
  const answer = await send(site, "/suggestions/new", fields, session);
  expect(answer.status).toBe(303);
  const similar = new URL(`/search/similar?q=${encodeURIComponent(title)}`, site.address);
  await expect.poll(async () => (await fetch(similar)).text()).toContain(title);
  return Number(/\/t\/(\d+)/.exec(answer.headers.get("location")!)![1]);
}

// Journeys share a site, so each asks for something nobody else asked for.
function aWord(): string {
  return `q${randomUUID()
    .replaceAll(/[^a-z]/g, "")
    .slice(0, 7)}x`;
}
