import { randomUUID } from "node:crypto";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { expectNoSidewaysScroll } from "./steps/narrowness";
import { aMemberOf, oneOfTheTeam, send } from "./steps/people";

const t = translator("en", "moderation");
const topics = translator("en", "topics");

test.use({ javaScriptEnabled: false });

test("a reported post is hidden, decided, appealed and back, each by its own people", async ({
  page,
  site,
  staff,
  member,
  browserOf,
}) => {
  const author = await aMemberOf(site);
  const title = `Words to hide ${randomUUID().slice(0, 8)}`;
  const question = { kind: "question", title, body: "These are my words.", area: "technical" };
  const posted = await send(
    site,
    "/discussions/new?kind=question",
    { asked: "1", then: "post", ...question },
    author.session,
  );
  const at = posted.headers.get("location")!;

  await page.goto(at);
  const reporter = await browserOf(member);
  await reporter.goto(at);
  await reporter.getByLabel(topics("menu.label")).click();
  await reporter.getByRole("link", { name: topics("menu.flag"), exact: true }).click();
  await expectAccessible(reporter);
  await reporter.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(reporter);
  await reporter.getByRole("radio", { name: t("reason.secret") }).check();
  await reporter.getByRole("button", { name: t("flag.send") }).click();
  await expect(reporter.getByText(t("own.thanksHidden"))).toBeVisible();
  await expectAccessible(reporter);
  expect((await page.goto(at))!.status()).toBe(404);

  const moderator = await browserOf(staff);
  await moderator.goto("/moderation?kind=flagged");
  await expectAccessible(moderator);
  const row = moderator.getByRole("listitem").filter({ hasText: title });
  await row.getByRole("button", { name: t("queue.claim") }).click();
  await row.getByRole("link", { name: title }).click();
  await expect(moderator.getByText("These are my words.")).toBeVisible();
  await expectAccessible(moderator);
  await moderator.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(moderator);
  await moderator.getByLabel(t("review.reason")).selectOption("off-topic");
  await moderator.getByLabel(t("review.note")).fill("Not about the wallet.");
  await moderator.getByRole("button", { name: t("review.remove") }).click();
  await expect(row).toHaveCount(0);

  const writer = await browserOf(author);
  await expect(async () => {
    await writer.goto("/notifications");
    await writer
      .getByRole("link", { name: /Topic #/ })
      .first()
      .click();
    await expect(writer.getByText("Not about the wallet.")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(writer);
  await expect(writer.getByRole("link", { name: t("appeals.openDraft") })).toBeVisible();
  await writer.getByLabel(t("appeals.text")).fill("It is about the wallet.");
  await writer.getByRole("button", { name: t("appeals.send") }).click();
  await expect(writer.getByText(t("appeals.waiting"))).toBeVisible();

  const other = await browserOf(await oneOfTheTeam(site, { name: "mona", role: "moderator" }));
  await other.goto("/moderation?kind=appeal");
  await other.getByRole("listitem").filter({ hasText: title }).getByRole("link", { name: title }).click();
  await expect(other.getByText("It is about the wallet.")).toBeVisible();
  await expectAccessible(other);
  await other.getByRole("button", { name: t("review.uphold") }).click();
  expect((await page.goto(at))!.status()).toBe(200);
  await page.goto("/moderation/log");
  await expect(page.getByRole("cell", { name: t("log.appeal.upheld") }).first()).toBeVisible();
  await expectAccessible(page);
});
