import { afterAll, expect, test } from "vitest";
import { liveHub } from "~/features/live/hub.server";
import { aMember } from "../factories/members";
import { aDiscussion } from "../factories/topics";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const mei = await aMember(platform, { role: "admin" });
const topic = await aDiscussion(platform, { author: mei });
const page = { Accept: "text/html" };
afterAll(() => liveHub(platform).close());

test("a stream begins at once, unpacked and kept by nobody", async () => {
  const headers = { Accept: "text/event-stream", "Accept-Encoding": "gzip" };
  const answer = await site.get(`/live?topic=${topic.number}`, { headers });
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
    200,
    "text/event-stream; charset=utf-8",
    "no-store",
  ]);
  expect(answer.headers.get("content-encoding")).toBeNull();
  const reader = answer.body!.getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe(":\n\n");
  await reader.cancel();
});

test("nobody listens to what is not there for them, nor to nothing", async () => {
  const held = await aDiscussion(platform, { heldAt: platform.clock.now() });
  for (const path of [
    `/live?topic=${held.number}`,
    "/live?topic=999",
    "/live?topic=-1",
    "/live",
    "/live?board=x",
  ])
    expect([path, (await site.get(path)).status]).toEqual([
      path,
      path.includes("999") || path.includes(`${held.number}`) ? 404 : 400,
    ]);
  const head = await site.send(`/live?topic=${topic.number}`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("pages that have news say where they come from, for guests too; others have no word of it", async () => {
  const read = async (path: string, cookie?: string) =>
    (await site.get(path, { cookie, headers: page })).text();
  expect(await read(`/t/${topic.number}/${topic.slug}`)).toMatch(/data-live="\/live\?topic=1&amp;since=\d+"/);
  expect(await read("/discussions")).toContain('data-live="/live?board=discussion&amp;since=');
  expect(await read("/suggestions")).toContain('data-live="/live?board=suggestion&amp;since=');
  for (const path of ["/feeds", "/changelog", "/keyboard"])
    expect(await read(path)).not.toMatch(/data-live|data-bell/);
  expect(await read("/changelog", await signedIn(platform, mei.id))).toContain("data-bell");
});
