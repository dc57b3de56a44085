import type { Page } from "@playwright/test";
import { translator } from "~/platform/i18n/translator";
import { expect, test } from "./fixtures";
import { anAnnouncement } from "./steps/announcing";
import { expectNoDangerousMarkup } from "./steps/dangerous-markup";
import { setTrap } from "./steps/execution-trap";
import { run } from "./steps/hostile-vectors";
import { oneOfTheTeam, send } from "./steps/people";
import { aPicture } from "./steps/picture";

const rightToLeft = "\u202e";
const nothing = "\u200b\u200d\u2060\ufeff";
const hostile = [
  `<script>${run}</script>`,
  `"><img src=x onerror="${run}">`,
  `</title><script>${run}</script>`,
  `</textarea></form><svg onload=${run}>`,
  `{{constructor.constructor('${run}')()}} \${${run}} <%= 7*7 %> {x} '{x}'`,
  `${rightToLeft}gpj.exe${nothing} <b>bold</b> & &lt;i&gt;`,
  `javascript:${run}//`,
  `\\u003cscript>${run}\\u003c/script> <!--<script> ]]>`,
];
const body = [
  ...hostile,
  `[a link](javascript:${run}) [b](JaVaScRiPt:${run}) [c](data:text/html,<script>${run}</script>) [d](vbscript:x)`,
  `[e](<javascript:${run}>) [f](java&#x73;cript:${run}) ![g](javascript:${run}) <javascript:${run}>`,
  `[h](https://evil.example" onmouseover="${run}) [i](//evil.example) ![j](https://evil.example/track.png)`,
  `<a href="javascript:${run}">k</a> <iframe srcdoc="<script>${run}</script>"></iframe> <style>*{color:red}</style>`,
  `<details open ontoggle=${run}> <form action="//evil.example"><input name=q> <math><mtext></mtext></math>`,
  '```"onload=' + run + " x\n</code></pre><script>" + run + "</script>\n```",
  `| <img src=x onerror=${run}> |\n| --- |\n| [x](javascript:${run}) |`,
  `@mei" onclick="${run} [ref]\n\n[ref]: javascript:${run} "title\\" onclick=${run}"`,
].join("\n\n");

test("the trap catches what it is there for", async ({ page, site }) => {
  const caught = async (body: string, headers: Record<string, string> = {}) => {
    const trapped = await page.context().newPage();
    const trap = await setTrap(trapped, site.address);
    await trapped.route("**/trap", (route) => route.fulfill({ contentType: "text/html", body, headers }));
    await trapped.route("https://evil.example/**", (route) => route.abort());
    await trapped.goto("/trap", { waitUntil: "networkidle" });
    await expect(trap.expectNothingRan()).rejects.toThrow();
    await trapped.close();
  };
  await caught(`<script>${run}</script>`);
  await caught(`<script>alert(1)</script>`);
  await caught(`<img src="https://evil.example/x.png">`);
  await caught(`<img src=x onerror="${run}">`, { "Content-Security-Policy": "script-src 'self'" });
});

test("what the content policy keeps off a page is told by the browser and shown to admins", async ({
  page,
  admin,
  signIn,
}) => {
  await page.route("/roadmap", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace("</main>", `<script>${run}</script></main>`);
    await route.fulfill({ response: answer, body });
  });
  const reported = page.waitForResponse("/policy-reports");
  await page.goto("/roadmap");
  expect((await reported).status()).toBe(204);
  await signIn(page, admin);
  await page.goto("/admin/policy-reports");
  await expect(page.getByRole("main").getByRole("link", { name: "/roadmap" })).toBeVisible();
  await page.getByRole("button", { name: translator("en", "admin")("policyReports.forget") }).click();
  await expect(page.getByText(translator("en", "admin")("policyReports.forgotten"))).toBeVisible();
});

test("whatever is written into the forms, nothing of it runs on any page that shows it", async ({
  page,
  site,
  staff,
  admin,
  signIn,
}) => {
  test.slow();
  const trap = await setTrap(page, site.address);
  // What a newcomer writes with links waits for a look, and this is to be shown.
  const author = await oneOfTheTeam(site, { name: "hand", role: "moderator" });
  await signIn(page, author);

  await test.step("in the name and the words about oneself", async () => {
    const t = translator("en", "members");
    await page.goto("/settings/profile");
    await page.getByRole("textbox", { name: t("settings.bio") }).fill(hostile.join("\n").slice(0, 490));
    await page.getByLabel(t("settings.displayName")).fill(hostile[0]!.slice(0, 40));
    await page.getByRole("button", { name: t("settings.save") }).click();
    await expect(page.getByText(translator("en", "errors")("display-name-characters")).first()).toBeVisible();
    await expect(page.getByLabel(t("settings.displayName"))).toHaveValue(hostile[0]!.slice(0, 40));
    await trap.expectNothingRan();
    await page.getByLabel(t("settings.displayName")).fill("Mallory");
    await page.getByRole("button", { name: t("settings.save") }).click();
    await expect(page.getByText(t("settings.saved"), { exact: true })).toBeVisible();
    await page.goto(`/members/${author.name}`);
    await expect(page.getByText(`<script>${run}</script>`).first()).toBeVisible();
    await trap.expectNothingRan();
  });

  const topics: string[] = [];
  await test.step("in titles, texts and descriptions of pictures", async () => {
    for (const [index, words] of hostile.entries()) {
      const fields = {
        kind: "question",
        title: `${words} ${index}`.slice(0, 118),
        body,
        area: "security",
        asked: "1",
      };
      const answer = await send(site, "/discussions/new?kind=question", fields, author.session);
      expect(answer.status).toBe(303);
      topics.push(answer.headers.get("location")!);
    }
    const t = translator("en", "suggestions");
    await page.goto("/suggestions/new");
    await page.getByLabel(t("form.title")).fill(`${hostile[1]!} suggested`);
    await page.getByLabel(t("form.body")).fill(body);
    await page.getByLabel(t("form.area")).selectOption("security");
    const name = `"><img src=x onerror=${run}>.png`;
    await page.getByLabel(t("form.pictures")).setInputFiles(await aPicture(name));
    const described = translator("en", "common")("files.describe", { name });
    await page.getByLabel(described).fill(hostile[1]!);
    await trap.expectNothingRan();
    await page.getByRole("button", { name: t("form.post") }).click();
    await postAnywayWhereAsked(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${hostile[1]!} suggested`);
    await page.waitForLoadState();
    topics.push(new URL(page.url()).pathname);
    await trap.expectNothingRan();
  });

  await test.step("in replies, official letters and announcements", async () => {
    const number = /\/t\/(\d+)/.exec(topics[0]!)![1]!;
    await send(site, `/t/${number}/replies`, { body }, author.session);
    await send(site, `/t/${number}/official`, { type: "answer", body }, staff.session);
    const { path } = await anAnnouncement(site, staff, {
      title: `${hostile[2]!} new`,
      release: '"><b>1',
      body,
    });
    topics.push(path);
  });

  const pages = [
    ...topics,
    ...topics.filter((path) => path.startsWith("/t/")).map((path) => `/t/${path.split("/")[2]}/history`),
    ...[
      "/",
      "/discussions",
      "/suggestions?sort=new",
      "/roadmap",
      "/changelog",
      "/staff",
      `/members/${author.name}`,
    ],
    ...hostile.map((words) => `/search?q=${encodeURIComponent(words)}`),
    ...hostile.map((words) => `/search/suggest?q=${encodeURIComponent(words.slice(0, 60))}`),
    ...["/feeds/all.atom", "/feeds/all.json", "/feeds/changelog.atom", "/feeds/area-security.atom"],
    ...hostile.slice(0, 3).map((words) => `/official/${encodeURIComponent(words)}`),
    ...hostile.slice(0, 3).map((words) => `/sign-in?next=${encodeURIComponent(words)}`),
    `/discussions/new?kind=problem&title=${encodeURIComponent(hostile[1]!)}&area=${encodeURIComponent(hostile[1]!)}`,
  ];
  for (const path of pages) {
    await page.goto(path);
    await trap.expectNothingRan();
    // A feed is shown in a page of the browser's own making.
    if (!path.startsWith("/feeds/")) await expectNoDangerousMarkup(page);
  }

  await test.step("in the suggestions under the search box", async () => {
    await page.goto("/search");
    await page.getByRole("searchbox").first().pressSequentially("script window");
    await expect(page.getByRole("option").first()).toBeVisible();
    await trap.expectNothingRan();
  });

  await test.step("in a preview, and in a form that comes back", async () => {
    const common = translator("en", "common");
    await page.goto(topics[0]!);
    await page.getByRole("textbox", { name: translator("en", "topics")("compose.label") }).fill(body);
    await page
      .getByRole("button", { name: common("composer.preview") })
      .first()
      .click();
    await expect(page.getByRole("region", { name: common("composer.preview") })).toBeVisible();
    await trap.expectNothingRan();
    await expectNoDangerousMarkup(page);
  });

  await test.step("when every link of a hostile text is pressed", async () => {
    await page.goto(topics[0]!);
    const addresses = await page
      .locator(".prose a")
      .evaluateAll((links: HTMLAnchorElement[]) => links.map(({ protocol }) => protocol));
    expect(new Set(addresses.filter((protocol) => !/^(https?|mailto):$/.test(protocol)))).toEqual(new Set());
  });

  await test.step("and the browser reported nothing", async () => {
    await signIn(page, admin);
    await page.goto("/admin/policy-reports");
    await expect(page.getByText(translator("en", "admin")("policyReports.none"))).toBeVisible();
  });
});

async function postAnywayWhereAsked(page: Page): Promise<void> {
  const again = page.getByRole("button", { name: translator("en", "suggestions")("form.postAnyway") });
  const counted = page
    .getByRole("button", { name: translator("en", "suggestions")("vote.withdraw") })
    .first();
  await expect(again.or(counted)).toBeVisible();
  if (await again.isVisible()) await again.click();
}
