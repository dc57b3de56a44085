import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { aPicture } from "./steps/picture";
import { aRecording } from "./steps/recording";

const common = translator("en", "common");

test("pictures are covered, put in order and sent one by one, with a video beside them", async ({
  page,
  member,
  signIn,
}) => {
  test.slow();
  await signIn(page, member);
  const form = await newSuggestion(page, "Hide my address in screenshots");
  const input = form.locator("[type=file]");
  await input.setInputFiles([
    await aPicture("address.png", "#ffffff"),
    await aPicture("second.png", "#aa3300"),
  ]);
  await input.setInputFiles([await aRecording(page, "clip.webm")]);
  const rows = form.locator(".file");
  await expect(rows).toHaveCount(3);

  await test.step("a box is painted over the first one by keyboard alone", async () => {
    await rows
      .first()
      .getByRole("button", { name: common("files.cover", { name: "address.png" }) })
      .press("Enter");
    const tool = page.getByRole("dialog", { name: common("covering.title") });
    await expect(tool.getByText(common("covering.promise"))).toBeVisible();
    await expect(tool.getByRole("button", { name: common("covering.add") })).toBeFocused();
    await tool.getByRole("button", { name: common("covering.add") }).press("Enter");
    const box = tool.locator("[data-box='0']");
    await expect(box).toBeFocused();
    await box.press("ArrowDown");
    await box.press("Alt+Shift+ArrowRight");
    for (const [side, value] of [
      ["left", "90"],
      ["top", "160"],
      ["width", "400"],
      ["height", "200"],
    ] as const) {
      await tool.getByLabel(common(`covering.${side}`), { exact: true }).fill(value);
      await tool.getByLabel(common(`covering.${side}`), { exact: true }).blur();
    }
    await tool.getByRole("button", { name: common("covering.undo") }).press("Enter");
    await expect(tool.getByLabel(common("covering.height"), { exact: true })).not.toHaveValue("200");
    await tool.getByLabel(common("covering.height"), { exact: true }).fill("200");
    await expectAccessible(page, { inDarkToo: true });
    await tool.getByRole("button", { name: common("covering.apply") }).click();
    await expect(tool).toBeHidden();
    await expect(rows.first()).toContainText(common("files.covered", { name: "address.png" }));
  });

  await test.step("the second one is moved to the front", async () => {
    await rows
      .nth(1)
      .getByRole("button", { name: common("files.moveUp", { name: "second.png" }) })
      .press("Enter");
    await expect(rows.first().locator(".name")).toHaveText("second.png");
    await rows.first().locator("input.input").fill("The second screen");
    await rows.nth(2).locator("input.input").fill("It blinks");
  });
  await expectAccessible(page);

  await post(page);
  await expect(page).toHaveURL(/\/t\/\d+/, { timeout: 60_000 });
  const thumbs = page.locator("article .thumbs a").or(page.locator(".thumbs a"));
  await expect(thumbs.first()).toHaveAttribute("data-alt", "The second screen");

  const covered = await page.request.get((await thumbs.nth(1).getAttribute("href"))!);
  const { data, info } = await sharp(await covered.body())
    .raw()
    .toBuffer({ resolveWithObject: true });
  const shadeAt = (x: number, y: number) => data[(y * info.width + x) * info.channels]!;
  expect(shadeAt(290, 260)).toBeLessThan(20);
  expect(shadeAt(290, 900)).toBeGreaterThan(235);

  await test.step("the lightbox goes through both by key and closes with Escape", async () => {
    await thumbs.first().click();
    const box = page.getByRole("dialog", { name: common("gallery.label") });
    await expect(box.getByRole("img", { name: "The second screen" })).toHaveAttribute("width", "900");
    await page.keyboard.press("ArrowRight");
    await expect(box).toContainText("2 of 2");
    await page.keyboard.press("Escape");
    await expect(box).toBeHidden();
    await expect(thumbs.nth(1)).toBeFocused();
  });

  const video = page.locator("figure.clip video");
  await expect.poll(() => video.evaluate((player: HTMLVideoElement) => player.videoWidth)).toBe(320);
  await expect(page.locator("figure.clip figcaption")).toHaveText("It blinks");
  await expectAccessible(page);

  await test.step("all three stand among the member's uploads, and one is deleted", async () => {
    await page.goto("/settings/uploads");
    await expect(page.locator(".uploads > li")).toHaveCount(3);
    await expectAccessible(page, { inDarkToo: true });
    await page.getByRole("button", { name: "Delete second.png" }).click();
    await expect(page.locator(".uploads > li")).toHaveCount(2);
  });
});

test("an upload that breaks off keeps the text and the other files, and one can be stopped", async ({
  page,
  member,
  signIn,
}) => {
  await signIn(page, member);
  const form = await newSuggestion(page, "Keep what I typed when the train enters a tunnel");
  await form
    .locator("[type=file]")
    .setInputFiles([await aPicture("a.png"), await aPicture("b.png"), await aPicture("c.png")]);
  let asked = 0;
  await page.route("**/uploads", (route) => (++asked === 2 ? route.abort() : route.continue()));
  await post(page);
  const sentence = common("files.failed", { name: "b.png" });
  await expect(page.getByText(sentence)).toBeVisible({ timeout: 60_000 });
  await expect(form.locator("[name=title]")).toHaveValue("Keep what I typed when the train enters a tunnel");
  await expect(form.locator(".file:not([data-new])")).toHaveCount(1);
  await expect(form.locator(".file[data-new]")).toHaveCount(2);

  // The next one never gets an answer: it is stopped, and the last one still goes along.
  await page.unroute("**/uploads");
  let held = 0;
  await page.route("**/uploads", (route) => (++held === 1 ? undefined : route.continue()));
  await post(page);
  await form.getByRole("button", { name: common("files.remove", { name: "b.png" }) }).click();
  await expect(page).toHaveURL(/\/t\/\d+/, { timeout: 60_000 });
  await expect(page.locator(".thumbs a")).toHaveCount(2);
});

test.describe("on a phone, in Chinese", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: "zh-CN" });

  test("a box is drawn with a finger and cropping leaves what stays", async ({ page, member, signIn }) => {
    const words = translator("zh-CN", "common");
    await signIn(page, member);
    const form = await newSuggestion(page, "请把截图里的地址遮起来再上传");
    await form.locator("[type=file]").setInputFiles([await aPicture("地址.png", "#ffffff")]);
    await form.getByRole("button", { name: words("files.cover", { name: "地址.png" }) }).click();
    const tool = page.getByRole("dialog", { name: words("covering.title") });
    const stage = tool.locator("[data-cover-stage]");
    await expect.poll(async () => (await stage.boundingBox())?.height ?? 0).toBeGreaterThan(100);
    const { x, y, width, height } = (await stage.boundingBox())!;
    await page.mouse.move(x + width * 0.2, y + height * 0.2);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.7, y + height * 0.4, { steps: 5 });
    await page.mouse.up();
    await expect(tool.locator("[data-box='0']")).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await tool.getByRole("button", { name: words("covering.crop") }).click();
    await tool.getByLabel(words("covering.height"), { exact: true }).fill("800");
    await tool.getByLabel(words("covering.height"), { exact: true }).blur();
    await tool.getByRole("button", { name: words("covering.apply") }).click();
    await expect(tool).toBeHidden();
    await post(page);
    await expect(page).toHaveURL(/\/t\/\d+/, { timeout: 60_000 });
    const picture = await page.request.get((await page.locator(".thumbs a").getAttribute("href"))!);
    expect(await sharp(await picture.body()).metadata()).toMatchObject({ width: 720, height: 800 });
  });
});

async function newSuggestion(page: Page, title: string): Promise<Locator> {
  await page.goto("/suggestions/new");
  const form = page.locator("form#suggest");
  await form.locator("[name=title]").fill(title);
  await form.locator("[name=area]").selectOption("transaction");
  return form;
}

/** Looks at what is alike first where the site asks for it, then posts anyway. */
async function post(page: Page): Promise<void> {
  await page.locator("button[form=suggest][data-kind=primary]").last().click();
}
