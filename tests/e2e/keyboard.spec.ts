import type { Page } from "@playwright/test";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { aMemberOf, send } from "./steps/people";

const common = translator("en", "common");
const suggestions = translator("en", "suggestions");
const topics = translator("en", "topics");

test("everything of a visit is done by keyboard, and one always sees where one is", async ({
  page,
  site,
  member,
  signIn,
}) => {
  const { session } = await aMemberOf(site);
  const title = "Vibrate when a payment arrives";
  const fields = { title, body: "I miss them.", area: "experience", asked: "1" };
  const posted = await send(site, "/suggestions/new", fields, session);
  await signIn(page, member);

  await test.step("the first key press offers the way past the header", async () => {
    await page.goto(posted.headers.get("location")!);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: common("skip") });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("a vote is cast and withdrawn", async () => {
    await tabTo(page, suggestions("vote.cast"));
    await page.keyboard.press("Enter");
    const withdraw = page.getByRole("button", { name: suggestions("vote.withdraw") });
    await expect(withdraw).toContainText("2");
    await expect(withdraw).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page.getByRole("button", { name: suggestions("vote.cast") })).toContainText("1");
  });

  await test.step("a reply is written and sent", async () => {
    await tabTo(page, topics("compose.label"));
    await page.keyboard.type("So do I, mostly in the evening.");
    await tabTo(page, topics("compose.post"));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("article").filter({ hasText: "mostly in the evening" })).toBeVisible();
  });

  await test.step("the account menu opens, moves on and closes, with the focus back where it was", async () => {
    await page.goto("/");
    const label = common("navigation.account", { name: member.name });
    await tabTo(page, label);
    const menu = page
      .getByRole("banner")
      .getByRole("link", { name: translator("en", "site")("account.settings") });
    await expect(menu.first()).toBeHidden();
    await page.keyboard.press("Enter");
    await expect(menu.first()).toBeVisible();
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
    await page.keyboard.press("Escape");
    await expect(menu.first()).toBeHidden();
    await expect.poll(() => focusedName(page)).toBe(label);
  });

  await test.step("the slash leads to the search box", async () => {
    await page.goto("/suggestions");
    await page.keyboard.press("/");
    await page.keyboard.type("payment arrives");
    await expect(page.getByRole("option").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  });
});

test("every stop of the way through the first page is named and seen", async ({ page }) => {
  await page.goto("/");
  const stops: string[] = [];
  for (let at = 0; at < 60; at++) {
    await page.keyboard.press("Tab");
    const name = await focusedName(page);
    if (name === null) break;
    expect(name, `stop ${at} after ${stops.at(-1)}`).not.toBe("");
    await expectFocusSeen(page);
    stops.push(name);
  }
  expect(stops.length).toBeGreaterThan(10);
  expect(stops[0]).toBe(common("skip"));
});

/** Goes on from stop to stop, each of them visible, until the one with this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let at = 0; at < 80; at++) {
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
    if ((await focusedName(page))?.startsWith(name)) return;
  }
  throw new Error(`No stop is called ${name}`);
}

/** What has the focus is on the screen, once it has slid in, and drawn differently from the rest. */
async function expectFocusSeen(page: Page): Promise<void> {
  await expect(() => expectFocusDrawn(page)).toPass({ timeout: 5_000 });
}

async function expectFocusDrawn(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    const { width, height, top, bottom } = focused.getBoundingClientRect();
    const box = focused.closest("label, .drop, .big-search, .topbar-search, .composer") ?? focused;
    const isMarked = [focused, box, ...focused.children].some((element) =>
      [null, "::before", "::after"].some((part) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
        return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      }),
    );
    return {
      html: focused.outerHTML.slice(0, 200),
      isMarked,
      isOnScreen: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    };
  });
  expect(seen).toEqual({ ...seen, isMarked: true, isOnScreen: true });
}

/** The name a screen reader says for what has the focus; null for the page itself. */
async function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLInputElement | null;
    if (!focused || focused === document.body) return null;
    const labels = [...(focused.labels ?? [])].map((label) => label.textContent);
    const named = focused
      .getAttribute("aria-labelledby")
      ?.split(" ")
      .map((id) => document.getElementById(id)?.textContent);
    const name = focused.ariaLabel ?? named?.join(" ") ?? (labels.join(" ") || focused.textContent);
    return (name || focused.value || "").replaceAll(/\s+/g, " ").trim();
  });
}
