import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./steps/accessibility";
import { expectNoSidewaysScroll } from "./steps/narrowness";
import { aMemberOf, send } from "./steps/people";

for (const locale of ["en", "zh-CN"] as const) {
  test(`somebody replies, and the other sees it without loading the page, in ${locale}`, async ({
    site,
    browserOf,
  }) => {
    const [author, other] = [await aMemberOf(site), await aMemberOf(site)];
    await send(site, "/settings/language", { locale, backTo: "/" }, author.session);
    const form = {
      asked: "1",
      kind: "problem",
      title: `Swap is stuck in ${locale}`,
      did: "Swapped.",
      happened: "Nothing.",
    };
    const opened = await send(
      site,
      "/discussions/new?kind=problem",
      { ...form, area: "technical" },
      author.session,
    );
    const path = opened.headers.get("location")!;
    const at = /^\/t\/\d+/.exec(path)![0];
    const page = await browserOf(author);
    const guest = await browserOf();
    const stream = page.waitForResponse((response) => response.url().includes("/live?"));
    const guestStream = guest.waitForResponse((response) => response.url().includes("/live?"));
    await Promise.all([page.goto(path), guest.goto("/discussions")]);
    await Promise.all([stream, guestStream]);
    const composer = page.locator("textarea[name=body]").first();
    await composer.focus();

    await send(site, `${at}/replies`, { body: "Restarting helped me." }, other.session);
    await send(site, `${at}/affected`, {}, other.session);
    const said = locale === "en" ? "1 new reply" : "有 1 条新回复";
    const pill = page.locator("[data-live] a");
    await expect(pill).toHaveText(said);
    const label = translator(locale, "common")("navigation.notifications", { count: 1 });
    await expect(page.getByRole("link", { name: label })).toContainText("1");
    await expect(page.locator(`[data-count-of="${at}/affected"]`)).toHaveText("1");
    await expect(composer).toBeFocused();
    await expectAccessible(page, { inDarkToo: true });
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    await pill.click();
    await expect(page.getByText("Restarting helped me.").first()).toBeVisible();
    await expect(page.locator("[data-live] a")).toHaveCount(0);

    await send(
      site,
      "/discussions/new?kind=problem",
      { ...form, title: "Another one", area: "technical" },
      other.session,
    );
    await expect(guest.locator("[data-live] a")).toHaveText("1 new topic");
    await guest.locator("[data-live] a").click();
    await expect(guest.getByRole("link", { name: "Another one" }).first()).toBeVisible();
  });
}

test("a topic, a list and the list of all name their feeds, and each can be read", async ({
  page,
  site,
  member,
}) => {
  const form = {
    asked: "1",
    kind: "problem",
    title: "Fees are odd",
    did: "Sent.",
    happened: "Odd.",
    area: "technical",
  };
  const path = (await send(site, "/discussions/new?kind=problem", form, member.session)).headers.get(
    "location",
  )!;
  for (const address of ["/", path, "/discussions?area=technical", "/suggestions", "/changelog", "/feeds"]) {
    await page.goto(address);
    const links = await page
      .locator("link[rel=alternate]")
      .evaluateAll((all) =>
        all.map((link) => ({ href: link.getAttribute("href")!, type: link.getAttribute("type")! })),
      );
    expect(links.length, address).toBeGreaterThanOrEqual(2);
    for (const { href, type } of links) {
      const answer = await page.request.get(href);
      expect([href, answer.status()]).toEqual([href, 200]);
      expect(answer.headers()["content-type"]).toContain(type);
    }
  }
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Feeds" }).click();
  await expect(page.getByRole("heading", { name: "Feeds" })).toBeVisible();
  await expectAccessible(page, { inDarkToo: true });
});
