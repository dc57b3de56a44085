import { expect, test } from "vitest";
import { postDiscussion } from "~/features/discussions/posting.server";
import { getTag, listTags, suggestTags } from "~/features/tags/listing.server";
import { deleteTag, mergeTag, renameTag } from "~/features/tags/managing.server";
import { listTopics } from "~/features/topics/listing.server";
import { getTopic } from "~/features/topics/reading.server";
import { setTopicTags } from "~/features/topics/tagging.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { aDiscussion, aSuggestion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei" });
const staff = await aMember(platform, { role: "staff" });
const as = (actor: typeof mei) => contextFor(platform, actor);
const tagsOf = async (number: number) =>
  (await getTopic(as(staff), number)).tags.map(({ slug }) => slug).sort();
const reserve = (slug: string, name = slug) => renameTag(as(staff), { slug, name, isReserved: true });

test("author and staff say what a topic is about, in any script, and the timeline tells it", async () => {
  const { number } = await aDiscussion(platform, { author: mei });
  await setTopicTags(as(mei), { number, tags: ["Ledger Nano", "充值", "Café"] });
  await setTopicTags(as(staff), { number, tags: ["ledger nano", "充值", "cafe"] });
  expect(await tagsOf(number)).toEqual(["cafe", "ledger-nano", "充值"].sort());
  const { timeline } = await getTopic(guest(platform), number);
  expect(timeline.filter(({ type }) => type === "tagged")).toHaveLength(1);
  const stranger = as(await aMember(platform));
  await expect(setTopicTags(stranger, { number, tags: ["spam"] })).rejects.toThrow(Forbidden);
  const held = await aDiscussion(platform, { author: mei, heldAt: clock.now() });
  await expect(setTopicTags(stranger, { number: held.number, tags: ["spam"] })).rejects.toThrow(NotFound);
});

test("what the team reserved is neither given nor taken by others", async () => {
  const marked = await aDiscussion(platform, { author: mei, tags: ["pressing"] });
  await reserve("pressing", "Pressing");
  expect(await setTopicTags(as(mei), { number: marked.number, tags: ["own"] })).toMatchObject({ ok: true });
  expect(await tagsOf(marked.number)).toEqual(["own", "pressing"]);
  const plain = await aDiscussion(platform, { author: mei });
  const again = { number: plain.number, tags: ["PRESSING"] };
  expect(await setTopicTags(as(mei), again)).toEqual({ ...refused("tag-reserved"), name: "Pressing" });
  const { slug: area } = await db.area.findFirstOrThrow();
  const post = { kind: "question" as const, title: "With a mark", body: "Text.", area, attachmentIds: [] };
  expect(await postDiscussion(as(mei), { ...post, tags: ["pressing"], submission: "" })).toMatchObject({
    reason: "tag-reserved",
  });
  expect(await setTopicTags(as(staff), again)).toMatchObject({ ok: true });
  expect(await suggestTags(as(mei), "press")).toEqual([]);
  expect(await suggestTags(as(staff), "press")).toEqual(["Pressing"]);
});

test("a renamed tag is found by its old name, in addresses and by who writes it", async () => {
  const { number } = await aDiscussion(platform, { author: mei, tags: ["crosschain"] });
  const renaming = { slug: "crosschain", name: "Bridges", isReserved: false };
  await expect(renameTag(as(mei), renaming)).rejects.toThrow(Forbidden);
  expect(await renameTag(as(staff), renaming)).toMatchObject({ slug: "bridges" });
  expect(await getTag(guest(platform), "crosschain")).toMatchObject({ slug: "bridges", count: 1 });
  const query = { board: "discussion", sort: "active", filters: { tag: "crosschain" } } as const;
  expect((await listTopics(guest(platform), query)).topics.map((topic) => topic.number)).toEqual([number]);
  const other = await aDiscussion(platform, { author: mei, tags: ["crosschain"] });
  expect(await tagsOf(other.number)).toEqual(["bridges"]);
  await aDiscussion(platform, { tags: ["taken"] });
  const taken = { slug: "bridges", name: "Taken", isReserved: false };
  expect(await renameTag(as(staff), taken)).toEqual(refused("tag-name-taken"));
});

test("merged tags are one, each topic carries it once, and its topics are indexed anew", async () => {
  const both = await aDiscussion(platform, { tags: ["usdt", "tether"] });
  const one = await aSuggestion(platform, { tags: ["tether"] });
  expect(await mergeTag(as(staff), { slug: "tether", into: "nothing" })).toEqual(refused("tag-unknown"));
  expect(await mergeTag(as(staff), { slug: "tether", into: "Tether" })).toEqual(refused("tag-itself"));
  expect(await mergeTag(as(staff), { slug: "tether", into: "USDT" })).toMatchObject({ slug: "usdt" });
  for (const { number } of [both, one]) expect(await tagsOf(number)).toEqual(["usdt"]);
  expect(await getTag(guest(platform), "tether")).toMatchObject({ slug: "usdt", count: 2 });
  const events = await db.outbox.findMany({ where: { type: "topic.tagged" } });
  const told = events.map(({ payload }) => (payload as { topicId: number }).topicId);
  expect(told).toEqual(expect.arrayContaining([both.id, one.id]));
  await expect(mergeTag(as(staff), { slug: "tether", into: "usdt" })).rejects.toThrow(NotFound);
});

test("a deleted tag is off every topic, and of two who delete it at once one does", async () => {
  const { number } = await aDiscussion(platform, { tags: ["gone"] });
  const outcomes = await Promise.allSettled([1, 2].map(() => deleteTag(as(staff), { slug: "gone" })));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await tagsOf(number)).toEqual([]);
  await expect(getTag(as(staff), "gone")).rejects.toThrow(NotFound);
});

test("a tag that only hidden topics carry is not there for anybody but staff", async () => {
  await aDiscussion(platform, { tags: ["hidden-word"], heldAt: clock.now() });
  await expect(getTag(guest(platform), "hidden-word")).rejects.toThrow(NotFound);
  const listed = async (who: typeof mei) =>
    (await listTags(as(who), { after: null })).tags.map((tag) => tag.slug);
  expect(await listed(mei)).not.toContain("hidden-word");
  expect(await listed(staff)).toContain("hidden-word");
  expect(await suggestTags(as(mei), "hidden")).toEqual([]);
});

test("hostile names are words like any other, or none", async () => {
  const { number } = await aDiscussion(platform, { author: mei });
  const tags = ["<script>alert(1)</script>", "'; DROP TABLE Tag; --", "%_%", "‮evil", "__proto__"];
  await setTopicTags(as(mei), { number, tags });
  expect(await tagsOf(number)).toEqual(["drop-table-tag", "evil", "proto", "script-alert-1-script"]);
  for (const typed of ["%", "_", "'", "\\", "x".repeat(5_000)]) await suggestTags(guest(platform), typed);
});
