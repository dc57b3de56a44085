import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import type { HearbackProcess } from "./hearback-process";
import { expectAccessible } from "./steps/accessibility";
import { aMemberOf, send } from "./steps/people";

const keyboard = translator("en", "keyboard");
const suggestions = translator("en", "suggestions");
const topics = translator("en", "topics");

/** A suggestion by somebody else with two replies, the second an answer to the first. */
async function aThread(site: HearbackProcess, title: string) {
  const { session } = await aMemberOf(site);
  const wish = await send(
    site,
    "/suggestions/new",
    { title, body: "Why not.", area: "experience", asked: "1" },
    session,
  );
  const path = wish.headers.get("location")!;
  const at = /^\/t\/\d+/.exec(path)![0];
  const first = await send(site, `${at}/replies`, { body: "The **first** reply, with *stars*." }, session);
  const parent = /\d+$/.exec(first.headers.get("location")!)![0];
  await send(site, `${at}/replies`, { body: "An answer to it.", "reply-to": parent }, session);
  return path;
}

test("single keys lead through lists and replies, vote, answer and go back", async ({
  page,
  site,
  member,
  signIn,
}) => {
  const title = `Keys to move by ${randomUUID().slice(0, 8)}`;
  await aThread(site, title);
  await signIn(page, member);
  await page.goto("/suggestions?sort=new");

  await test.step("J and K go from row to row, V votes for the one in focus", async () => {
    const row = page.getByRole("listitem").filter({ hasText: title });
    await press(page, "j");
    await expect(row.getByRole("link", { name: title })).toBeFocused();
    await press(page, "v");
    await expect(row.getByRole("button", { name: suggestions("vote.withdraw") })).toContainText("2");
    await press(page, "j");
    await press(page, "k");
    await expect(row.getByRole("link", { name: title })).toBeFocused();
    await press(page, "Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  });

  await test.step("replies take the focus where it is seen, and R answers the one in focus", async () => {
    await press(page, "j");
    const reply = page.getByRole("article").filter({ hasText: "The first reply" });
    await expect(reply.first()).toBeFocused();
    await expect(reply.first()).toBeInViewport();
    const isMarked = await page.evaluate(() => {
      const body = document.activeElement!.querySelector("[data-stop-body]")!;
      return getComputedStyle(body).outlineStyle;
    });
    expect(isMarked).not.toBe("none");
    await press(page, "r");
    await expect(page.getByRole("textbox", { name: topics("compose.label") })).toBeFocused();
  });

  await test.step("while writing, and with another key held, they are letters and nothing else", async () => {
    const field = page.getByRole("textbox", { name: topics("compose.label") });
    await page.keyboard.type("jkvuro?/");
    await expect(field).toHaveValue("jkvuro?/");
    await field.fill("");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("Control+j");
    await page.keyboard.press("Alt+u");
    await expect(page.locator("[data-stop]:focus")).toHaveCount(0);
  });

  await test.step("the question mark lists them all, over any page", async () => {
    await press(page, "?");
    const dialog = page.getByRole("dialog", { name: keyboard("footer") });
    await expect(dialog.getByText(keyboard("reply"))).toBeVisible();
    await expectAccessible(page, { inDarkToo: true });
    await press(page, "j");
    await expect(page.locator("[data-stop]:focus")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  });

  await test.step("U goes back to the list", async () => {
    await press(page, "u");
    await expect(page).toHaveURL(/\/suggestions/);
  });

  await test.step("switched off, no key does anything", async () => {
    await page.goto("/keyboard");
    await page.getByRole("button", { name: keyboard("choice.switchOff") }).click();
    await expect(page.getByText(keyboard("choice.off"))).toBeVisible();
    await page.goto("/suggestions?sort=new");
    for (const key of ["/", "j", "?"]) await press(page, key);
    await expect(page.locator("[data-stop] :focus, input:focus")).toHaveCount(0);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

test("what is selected in a post goes into the reply as a quote", async ({ page, site, member, signIn }) => {
  await signIn(page, member);
  // Words are selected before the script that quotes them is there.
  let letThrough = (): void => {};
  const areSelected = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route("**/quoting-*.js", async (route) => {
    await areSelected;
    await route.continue();
  });
  await page.goto(await aThread(site, `Words to quote ${randomUUID().slice(0, 8)}`));
  const field = page.getByRole("textbox", { name: topics("compose.label") });
  await field.fill("Before it.");
  const words = page
    .getByRole("article")
    .filter({ hasText: "The first reply" })
    .first()
    .locator(".prose p")
    .first();
  await words.selectText();
  letThrough();
  await page
    .getByRole("article")
    .getByRole("button", { name: topics("quote.key") })
    .click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(
    /^Before it\.\n\n> \[reader-\w+ wrote:\]\(\/t\/\d+\/replies\/\d+\)\n>\n> The first reply, with stars\.\n\n$/,
  );

  // The link beside a post brings the whole of it, as it was written, and leaves what is there.
  await page
    .getByRole("link", { name: topics("thread.quote") })
    .first()
    .click();
  await expect(field).toHaveValue(/^Before it\.[^]*> The \*\*first\*\* reply, with \*stars\*\.\n\n$/);
  await page.getByRole("button", { name: topics("compose.post") }).click();
  const posted = page.getByRole("article").filter({ hasText: "Before it." });
  await expect(posted.getByRole("blockquote").last()).toContainText("The first reply, with stars.");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a post is quoted by a link, and the keys are described and switched by plain pages", async ({
    page,
    site,
    member,
    signIn,
  }) => {
    await signIn(page, member);
    await page.goto(await aThread(site, `Plain quotes ${randomUUID().slice(0, 8)}`));
    await page
      .getByRole("link", { name: topics("thread.quote") })
      .first()
      .click();
    const field = page.getByRole("textbox", { name: topics("compose.label") });
    await expect(field).toHaveValue(/> The \*\*first\*\* reply/);
    await page
      .getByRole("contentinfo")
      .getByRole("link", { name: keyboard("footer") })
      .click();
    await expect(page.getByText(keyboard("next"))).toBeVisible();
    await expectAccessible(page, { inDarkToo: true });
    await page.getByRole("button", { name: keyboard("choice.switchOff") }).click();
    await expect(page.getByRole("button", { name: keyboard("choice.switchOn") })).toBeVisible();
  });
});

/** Keys do nothing before the script of the page has run. */
async function press(page: Page, key: string): Promise<void> {
  await page.waitForLoadState("load");
  await page.keyboard.press(key);
}
