import { expect, test } from "vitest";
import { findSimilar } from "~/features/search/similar.server";
import { listSuggestions } from "~/features/search/suggesting.server";
import { SearchUnavailable } from "~/platform/search-engine/errors";
import type { SearchEngine } from "~/platform/search-engine/port";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { searchable } from "./searchable";

const platform = await testPlatform();
const { drain } = await searchable(platform);
const visitor = guest(platform);
const staff = await aMember(platform, { role: "staff" });

const open = await aDiscussion(platform, { title: "Transfer to exchange stays pending" });
const solved = await aDiscussion(platform, {
  title: "Transfer stays pending after update",
  status: "solved",
});
const known = await aDiscussion(platform, { title: "Transfer pending on TRON", status: "known-issue" });
const shipped = await aSuggestion(platform, { title: "Say why a transfer is pending", status: "shipped" });
const dark = await aSuggestion(platform, { title: "Dark colours for the night", status: "planned" });
const chinese = await aDiscussion(platform, { title: "转账一直不到账怎么办" });
for (let index = 0; index < 12; index++)
  await aDiscussion(platform, { title: `Something else entirely, number ${index}` });
const official = await aReply(platform, known, {
  body: "Two nodes fell behind. **Waiting is safe.**",
  author: staff,
  isOfficial: true,
});
await platform.db.topic.update({
  where: { id: known.id },
  data: { lastOfficialId: official.id, officialCount: 1 },
});
await drain();

test("known issues come first, then solved, shipped and open, each with its state and its answer", async () => {
  const things = await findSimilar(visitor, { title: "My transfer is pending" });
  expect(things.map(({ number, status }) => [number, status])).toEqual([
    [known.number, "known-issue"],
    [solved.number, "solved"],
    [shipped.number, "shipped"],
    [open.number, "open"],
  ]);
  expect(things[0]).toMatchObject({
    excerpt: "Two nodes fell behind. Waiting is safe.",
    answerBy: "team",
    act: "affect",
  });
  expect(things.map(({ act }) => act)).toEqual(["affect", "affect", null, "affect"]);
});

test("only the kinds asked for are compared", async () => {
  const things = await findSimilar(visitor, { title: "My transfer is pending", kinds: ["suggestion"] });
  expect(things.map(({ number }) => number)).toEqual([shipped.number]);
});

test("Chinese titles are compared from four characters on", async () => {
  expect((await findSimilar(visitor, { title: "转账不到账" })).map(({ number }) => number)).toEqual([
    chinese.number,
  ]);
  expect(await findSimilar(visitor, { title: "转账" })).toEqual([]);
});

test.each(["", "transfer", "!!! ???", "zebra quagga", `" OR "a"="a" --`, "<script>alert(1)</script>"])(
  "nothing is said to be similar to %j",
  async (title) => {
    expect(await findSimilar(visitor, { title })).toEqual([]);
  },
);

test("what is hidden is never offered, whatever the index says", async () => {
  const hidden = await aDiscussion(platform, { title: "Canary melody repeated" });
  await drain();
  expect(await findSimilar(visitor, { title: "Canary melody" })).toHaveLength(1);
  await platform.db.topic.update({ where: { id: hidden.id }, data: { deletedAt: platform.clock.now() } });
  expect(await findSimilar(visitor, { title: "Canary melody" })).toEqual([]);
  expect(await listSuggestions(visitor, "canary melo")).toEqual([]);
});

test("while somebody types the box offers one line per topic, with its kind in their language", async () => {
  expect(await listSuggestions(visitor, "dark col")).toEqual([
    {
      url: `/t/${dark.number}/dark-colours-for-the-night`,
      title: "Dark colours for the night",
      kind: "suggestion",
      label: "Suggestion",
    },
  ]);
  const urls = (await listSuggestions(visitor, "transfer pend")).map(({ url }) => url);
  expect(urls).toHaveLength(4);
  expect(new Set(urls.map((url) => url.split("/")[2])).size).toBe(4);
  const [first] = await listSuggestions(guest(platform, "zh-CN"), "不到账");
  expect(first).toMatchObject({ title: "转账一直不到账怎么办", label: "问题" });
  expect(await listSuggestions(visitor, "   ")).toEqual([]);
});

test("an engine that is down keeps nobody from writing", async () => {
  const down = () => Promise.reject(new SearchUnavailable("down"));
  const ctx = { ...visitor, search: { search: down, similarTitles: down } as unknown as SearchEngine };
  expect(await findSimilar(ctx, { title: "My transfer is pending" })).toEqual([]);
  expect(await listSuggestions(ctx, "transfer")).toEqual([]);
});
