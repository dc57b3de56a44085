import { randomUUID } from "node:crypto";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { expectNoSidewaysScroll } from "./steps/narrowness";
import { aMemberOf, freshSession, send } from "./steps/people";

const topics = translator("en", "topics");
const suggestions = translator("en", "suggestions");
const search = translator("en", "search");
const words = "Three accounts in one app, each with a name of its own.";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script, on a phone", () => {
    test.use({
      javaScriptEnabled,
      viewport: javaScriptEnabled ? { width: 1280, height: 800 } : { width: 390, height: 844 },
    });

    test("a draft survives a lost session and waits on another device", async ({
      page,
      site,
      member,
      signIn,
      browserOf,
    }) => {
      const title = `Names for accounts ${randomUUID().slice(0, 8)}`;
      await signIn(page, member);
      await page.goto("/suggestions/new");
      await page.getByLabel(suggestions("form.title")).fill(title);
      await page.getByLabel(suggestions("form.body")).fill(words);
      await page.getByRole("button", { name: topics("draft.save") }).click();
      if (javaScriptEnabled)
        await expect(page.getByText(topics("draft.saved", { time: "" }), { exact: false })).toBeVisible();

      await page.context().clearCookies();
      const elsewhere = await browserOf({ ...member, session: await freshSession(site, member) });
      await elsewhere.goto("/me/drafts");
      const item = elsewhere.getByRole("listitem").filter({ hasText: title });
      await expect(item).toBeVisible();
      await expectAccessible(elsewhere);
      await item.getByRole("link", { name: topics("draft.continue") }).click();
      await expect(elsewhere.getByLabel(suggestions("form.title"))).toHaveValue(title);
      await expect(elsewhere.getByLabel(suggestions("form.body"))).toHaveValue(words);
      await expectNoSidewaysScroll(elsewhere);
    });

    test("voting for a similar one instead counts and keeps what was written", async ({
      page,
      site,
      member,
      signIn,
    }) => {
      const word = `z${randomUUID()
        .replaceAll(/[^a-z]/g, "")
        .slice(0, 7)}q`;
      const earlier = `Portfolio ${word} chart with colours`;
      const { session } = await aMemberOf(site);
      const fields = { title: earlier, body: "Please.", area: "experience", asked: "1" };
      expect((await send(site, "/suggestions/new", fields, session)).status).toBe(303);
      const similar = new URL(`/search/similar?q=${encodeURIComponent(earlier)}`, site.address);
      await expect.poll(async () => (await fetch(similar)).text()).toContain(earlier);

      await signIn(page, member);
      await page.goto("/suggestions/new");
      await page.getByLabel(suggestions("form.title")).fill(`A ${word} chart of my portfolio`);
      await page.getByLabel(suggestions("form.body")).fill(words);
      await page.getByLabel(suggestions("form.area")).selectOption("experience");
      if (!javaScriptEnabled) await page.getByRole("button", { name: suggestions("form.post") }).click();
      await page.getByRole("button", { name: search("similar.voteLabel", { title: earlier }) }).click();
      if (javaScriptEnabled) await expect(page.getByText(search("similar.voteDone"))).toBeVisible();
      else await expect(page.getByText("Counted:")).toBeVisible();
      await expect(page.getByLabel(suggestions("form.body"))).toHaveValue(words);

      await page.goto("/me/voted");
      await expect(page.getByRole("link", { name: earlier })).toBeVisible();
      await page.goto("/me/drafts");
      await expect(page.getByRole("listitem").filter({ hasText: `A ${word} chart` })).toBeVisible();
    });

    test("of two who edit at once nobody loses a word", async ({ page, site, staff, member, signIn }) => {
      const long = Array.from({ length: 30 }, (_, index) => `Sentence ${index + 1} of what happened to me.`);
      const opened = await send(
        site,
        "/discussions/new?kind=experience",
        {
          ...{ title: `Moving house ${randomUUID().slice(0, 8)}`, body: long.join("\n\n") },
          ...{ kind: "experience", area: "experience", asked: "1" },
        },
        member.session,
      );
      const path = opened.headers.get("location")!;
      const at = /^\/t\/\d+/.exec(path)![0];
      await signIn(page, member);
      await page.goto(`${at}/edit`);
      const title = await page.getByLabel(topics("edit.title")).inputValue();
      const theirs = long.join("\n\n").replace("Sentence 2 of", "Sentence 2, corrected, of");
      const edit = { title, body: theirs, version: "1", tags: "" };
      expect((await send(site, `${at}/edit`, edit, staff.session)).status).toBe(303);
      const mine = `${long.join("\n\n")}\n\nAnd it went well.`;
      await page.getByLabel(topics("edit.body")).fill(mine);
      await page.getByRole("button", { name: topics("edit.save") }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText(topics("conflict.title"));
      await expect(page.locator(".changes ins").filter({ hasText: "corrected" })).toBeVisible();
      await expect(page.locator(".changes del").filter({ hasText: "And it went well." })).toBeVisible();
      const [yours, newer] = [
        page.getByRole("region", { name: topics("conflict.yours") }),
        page.getByRole("region", { name: topics("conflict.theirs") }),
      ];
      await expect(yours.getByLabel(topics("edit.body"))).toHaveValue(mine);
      await expectAccessible(page, { inDarkToo: javaScriptEnabled });
      await expectNoSidewaysScroll(page);
      await newer.getByLabel(topics("edit.body")).fill(`${theirs}\n\nAnd it went well.`);
      await page.getByRole("button", { name: topics("conflict.saveNewer") }).click();
      await expect(page.getByText("Sentence 2, corrected, of")).toBeVisible();
      await expect(page.getByText("And it went well.")).toBeVisible();
      await page.goto(`${at}/history`);
      await expect(page.getByText("unchanged lines")).toBeVisible();
      await expectAccessible(page);
    });
  });
}
