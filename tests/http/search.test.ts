import { expect, test } from "vitest";
import { indexedEvents } from "~/features/search/changed-things";
import { searchIndexListener } from "~/features/search/indexing.server";
import { prepareSearch } from "~/features/search/preparing.server";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import { anArea } from "../factories/areas";
import { aMember } from "../factories/members";
import { aDiscussion, aReply, aSuggestion } from "../factories/topics";
import { testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const area = await anArea(platform, { slug: "transaction", names: { en: "Transactions", "zh-CN": "交易" } });
const mei = await aMember(platform, { name: "mei", displayName: "Mei <b>" });
await aDiscussion(platform, {
  title: `Swap <script>alert("x")</script> pending`,
  body: "The swap is pending.",
  areaId: area.id,
  author: mei,
});
await aSuggestion(platform, {
  title: "转账前显示能量",
  body: "兑换（swap）卡住",
  areaId: area.id,
  status: "planned",
});
const hidden = await aDiscussion(platform, { title: "Canary swap that nobody sees" });
for (let index = 0; index < 25; index++)
  await aDiscussion(platform, { title: `Ledger number ${index} does not connect`, areaId: area.id });
await aReply(platform, { id: hidden.id }, { body: "canaryreply" });
await prepareSearch(platform);
const subscriptions = Object.fromEntries(indexedEvents.map((type) => [type, [searchIndexListener]]));
await new OutboxWorker<Platform>(platform, subscriptions).drain();
await platform.db.topic.update({ where: { id: hidden.id }, data: { deletedAt: platform.clock.now() } });

test("results are marked, and no text of a member becomes markup", async () => {
  const html = await page("/search?q=swap+pending");
  expect(html).toContain(
    "<mark>Swap</mark> &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; <mark>pending</mark>",
  );
  expect(html).not.toContain("<script>alert");
  expect(html).not.toContain("Mei <b>");
});

test.each([
  `"><img src=x onerror=alert(1)>`,
  "</title><script>alert(1)</script>",
  "{words}",
  "<b>bold</b>",
  "'{x}'",
  "constructor",
])("the question %j comes back as text everywhere on the page", async (words) => {
  const html = await page(`/search?q=${encodeURIComponent(words)}`);
  expect(html).not.toContain("<img src=x");
  expect(html).not.toContain("<script>alert");
  expect(html).not.toContain("<b>bold</b>");
});

test("filters typed in the box become the address that is shared", async () => {
  const response = await site.get(
    `/search?q=${encodeURIComponent("swap status:planned area:交易 is:unanswered")}&sort=newest`,
  );
  expect([response.status, response.headers.get("location")]).toEqual([
    303,
    "/search?q=swap&area=transaction&status=planned&is=unanswered&sort=newest",
  ]);
  const html = await page(response.headers.get("location")!);
  expect(html).toContain("转账前显示能量");
  expect(html).toMatch(
    /<input type="checkbox" name="status"[^>]*checked[^>]*value="planned"|<input type="checkbox" name="status" value="planned"[^>]*checked/,
  );
});

test("what was deleted a moment ago is neither listed nor suggested nor similar, whatever the index says", async () => {
  for (const path of [
    "/search?q=canary",
    "/search?q=canaryreply",
    "/search/suggest?q=canary",
    "/search/similar?q=canary+swap+nobody",
  ]) {
    expect(await page(path)).not.toContain("Canary swap");
  }
});

test("results come in pages with addresses of their own", async () => {
  const first = await page("/search?q=ledger");
  expect(first).toContain('href="/search?q=ledger&amp;page=2"');
  const second = await page("/search?q=ledger&page=2");
  const titles = (html: string) => new Set(html.match(/number<\/mark> \d+|number \d+/g));
  expect([...titles(second)].some((title) => titles(first).has(title))).toBe(false);
  expect(await page("/search?q=ledger&page=9")).toContain("There is no page 9");
});

test("in Chinese the page speaks Chinese and finds what was written in it", async () => {
  const response = await site.get("/search?q=能量", { headers: { "Accept-Language": "zh-CN" } });
  const html = await response.text();
  expect(html).toContain('lang="zh-CN"');
  expect(html).toContain("条结果");
  expect(html).toContain("<mark>能量</mark>");
});

test("the box answers while somebody types", async () => {
  const response = await site.get("/search/suggest?q=swap+pend");
  expect(response.headers.get("content-type")).toContain("application/json");
  expect(((await response.json()) as { items: unknown[] }).items).toHaveLength(1);
});

test("nothing asked shows how to ask, nothing found shows what to try", async () => {
  expect(await page("/search")).toContain("is:official");
  const html = await page("/search?q=zzzzqqq");
  expect(html).toContain("No match for zzzzqqq");
  expect(html).toContain("/discussions/new?kind=problem&amp;title=zzzzqqq");
});

async function page(path: string): Promise<string> {
  const response = await site.get(path);
  expect(response.status).toBe(200);
  return response.text();
}
