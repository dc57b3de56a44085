import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { projectRoot } from "~/platform/config/project-root.server";
import { translator } from "~/platform/i18n/translator";
import { aComment, anArchive, aThread } from "../features/transfer/archives";
import { expect, test } from "./fixtures";
import { startHearback } from "./hearback-process";
import { expectNoDangerousMarkup } from "./steps/dangerous-markup";
import { type ExecutionTrap, setTrap } from "./steps/execution-trap";
import { hostileVectors } from "./steps/hostile-vectors";
import { firstAdminOf } from "./steps/people";

const require = createRequire(import.meta.url);
const naughty = require("big-list-of-naughty-strings") as string[];
const real = join(projectRoot(), "..", "shared", "data", "weex-zh");

interface Issue {
  body: string | null;
  comments: { body: string | null }[];
}

/** Real posts with script elements in them, as developers write them into questions. */
function scriptBearing(): string[] {
  if (!existsSync(real)) {
    process.stderr.write("Without the bodies of ../shared/data/weex-zh: it is not here.\n");
    return [];
  }
  return ["issues", "pulls"]
    .map((name) => gunzipSync(readFileSync(join(real, `${name}.ndjson.gz`))).toString("utf8"))
    .flatMap((text) => text.trim().split("\n"))
    .map((line) => JSON.parse(line) as Issue)
    .flatMap(({ body, comments }) => [body, ...comments.map((comment) => comment.body)])
    .filter((body): body is string => /<script/i.test(body ?? ""));
}

// What shows nothing at all is refused as a title; other tests see to that.
const isSeen = (words: string) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(words);
const vectors = [...hostileVectors, ...naughty.filter(isSeen)];
const perTopic = 20;

test("no text of the corpora runs, leaves the site or breaks a page: as title, text, reply, name, search and feed", async ({
  page,
}) => {
  test.slow();
  const bodies = scriptBearing();
  const site = await startHearback();
  try {
    const admin = await firstAdminOf(site);
    const groups = inGroups([...vectors, ...bodies], perTopic);
    const topics = groups.map((texts, group) =>
      aThread(group + 1, {
        title: texts[0]!.slice(0, 200).trim(),
        body: texts[1] ?? texts[0],
        user: { login: texts[2] ?? "", name: texts[3] ?? "" },
        labels: texts.slice(4, 6).map((name) => ({ name: name.slice(0, 50) })),
        events: texts.map((body, index) =>
          aComment(group * 1000 + index, `${texts[index]!.slice(0, 39)}`, { body }),
        ),
      }),
    );
    // Every text once as a title as well, where lists, feeds, search and the head of a page show it.
    const titled = vectors.map((title, index) =>
      aThread(100_000 + index, { title: title.slice(0, 200), body: title }),
    );
    await site.command(["import", "--format", "github-archive", anArchive([...topics, ...titled])]);

    const trap = await setTrap(page, site.address);
    const addresses = await everyTopic(page, site.address, trap);
    expect(addresses.length).toBe(topics.length + titled.length);
    const grouped = addresses.filter((path) => Number(/^\/t\/(\d+)/.exec(path)![1]) <= topics.length);
    const visited = [
      ...grouped,
      ...titledSample(addresses, 20),
      ...vectors
        .filter((_, index) => index % 16 === 0)
        .map((words) => `/search?q=${encodeURIComponent(words.slice(0, 200))}`),
      ...vectors
        .filter((_, index) => index % 32 === 0)
        .map((words) => `/search/suggest?q=${encodeURIComponent(words.slice(0, 60))}`),
      ...["/", "/suggestions", "/tags", "/staff", "/roadmap"],
    ];
    for (const path of visited) await visit(page, site.address + path, trap);
    for (const feed of ["/feeds/all.atom", "/feeds/all.json"]) {
      await page.goto(site.address + feed);
      await trap.expectNothingRan();
    }

    await page.context().addCookies([{ name: "session", value: admin.session, url: site.address }]);
    await page.goto(`${site.address}/admin/policy-reports`);
    await expect(page.getByText(translator("en", "admin")("policyReports.none"))).toBeVisible();
    process.stdout.write(
      `${JSON.stringify({ vectors: hostileVectors.length, naughty: naughty.length, real: bodies.length, topics: addresses.length, pages: visited.length })}\n`,
    );
  } finally {
    await site.stop();
  }
});

async function visit(page: Page, address: string, trap: ExecutionTrap): Promise<void> {
  await page.goto(address);
  await trap.expectNothingRan();
  await expectNoDangerousMarkup(page);
}

/** Walks the whole list and answers with where its topics are. */
async function everyTopic(page: Page, origin: string, trap: ExecutionTrap): Promise<string[]> {
  const found = new Set<string>();
  let next: string | null = `${origin}/discussions?sort=new`;
  while (next) {
    await visit(page, next, trap);
    const links = await page
      .getByRole("main")
      .locator("a[href^='/t/']")
      .evaluateAll((all: HTMLAnchorElement[]) => all.map(({ pathname }) => pathname));
    for (const path of links) if (/^\/t\/\d+(\/[^/]*)?$/.test(path)) found.add(path);
    const link = page.locator("a[rel=next]");
    next = (await link.count()) > 0 ? await link.first().evaluate((a: HTMLAnchorElement) => a.href) : null;
  }
  return [...found];
}

const titledSample = (paths: string[], nth: number) => paths.filter((_, index) => index % nth === 0);

function inGroups<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, group) =>
    all.slice(group * size, (group + 1) * size),
  );
}
