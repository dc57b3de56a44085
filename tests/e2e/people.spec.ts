import { randomUUID } from "node:crypto";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { expectNoSidewaysScroll } from "./steps/narrowness";
import { aMemberOf, send } from "./steps/people";

const reactions = translator("en", "reactions");
const following = translator("en", "following");
const me = translator("en", "me");
const members = translator("en", "members");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script, on a phone", () => {
    test.use({
      javaScriptEnabled,
      viewport: javaScriptEnabled ? { width: 1280, height: 800 } : { width: 390, height: 844 },
    });

    test("somebody reacts, keeps, follows less, and finds it all on their own page", async ({
      page,
      site,
      member,
      signIn,
    }) => {
      const author = await aMemberOf(site);
      const title = `The widget stays empty ${randomUUID().slice(0, 8)}`;
      const opened = await send(
        site,
        "/discussions/new?kind=problem",
        { asked: "1", kind: "problem", title, did: "Opened it.", happened: "Nothing.", area: "technical" },
        author.session,
      );
      const path = opened.headers.get("location")!;
      const at = /^\/t\/\d+/.exec(path)![0];
      await send(site, `${at}/replies`, { body: "Restarting helped me." }, author.session);
      await signIn(page, member);
      await page.goto(path);

      const reply = page.getByRole("article").filter({ hasText: "Restarting helped me." }).last();
      const helpful = reply.getByRole("button", { name: reactions("kind.helpful") });
      await helpful.click();
      await expect(helpful).toHaveAttribute("aria-pressed", "true");
      await expect(helpful).toContainText("1");
      await reply.getByLabel(reactions("more")).click();
      await reply.getByRole("button", { name: reactions("kind.works") }).click();
      const works = reply.getByRole("button", { name: reactions("kind.works") });
      await expect(works).toContainText("1");
      await reply.getByLabel(reactions("more")).click();
      await expectAccessible(page, { inDarkToo: true });
      await expectNoSidewaysScroll(page);
      await reply.getByRole("button", { name: reactions("bookmark") }).click();
      if (!javaScriptEnabled) await reply.getByLabel(reactions("more")).click();
      await expect(reply.getByRole("button", { name: reactions("bookmark") })).toHaveAttribute(
        "aria-pressed",
        "true",
      );
      await reply.getByRole("link", { name: reactions("who") }).click();
      await expect(page.getByRole("link", { name: member.name })).toHaveCount(2);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      await page.goto(path);
      await page.getByRole("button", { name: following("follow"), exact: true }).click();
      await page.getByText(following("change"), { exact: true }).click();
      await page.getByLabel(following("level.official")).check();
      await page.getByRole("button", { name: following("save"), exact: true }).click();
      await expect(page.getByText(following("what.official")).first()).toBeVisible();
      await expectAccessible(page);

      await page.goto("/me/following");
      await page.getByLabel(me("follow.select", { title })).check();
      await expectAccessible(page, { inDarkToo: true });
      await expectNoSidewaysScroll(page);
      await page.getByRole("button", { name: me("follow.apply") }).click();
      await expect(page.getByText(me("follow.done", { count: 1 }))).toBeVisible();

      await page.goto("/me/bookmarks");
      await expect(page.getByRole("link", { name: title })).toBeVisible();
      await page.getByText(me("bookmark.addNote")).click();
      await page.getByLabel(me("bookmark.note")).fill("for Friday");
      await page.getByRole("button", { name: me("bookmark.save"), exact: true }).click();
      await expect(page.getByText("for Friday").first()).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  });
}

test("somebody changes their name, and links to the old one lead to them", async ({
  page,
  member,
  signIn,
}) => {
  const name = `${member.name}-new`;
  await signIn(page, member);
  await page.goto("/settings/profile");
  await page.getByRole("link", { name: members("rename.open") }).click();
  const field = page.getByLabel(members("rename.label"));
  await field.fill("tern-supp0rt");
  await page.getByRole("button", { name: members("rename.submit") }).click();
  await expect(field).toHaveValue("tern-supp0rt");
  await expectAccessible(page, { inDarkToo: true });
  await field.fill(name);
  await page.getByRole("button", { name: members("rename.submit") }).click();
  await expect(page.getByText(members("rename.done", { name }))).toBeVisible();
  await page.goto(`/members/${member.name}`);
  await expect(page).toHaveURL(new RegExp(`/members/${name}$`));
});
