import fc from "fast-check";
import { expect, test } from "vitest";
import { type TopicSort, topicSorts, sortColumns } from "~/features/topics/list-cursor";
import { listTopics, type TopicFilters } from "~/features/topics/listing.server";
import { discussionStatuses } from "~/features/topics/topic";
import { inTransaction } from "~/platform/db/transaction.server";
import { setTags } from "~/features/topics/tagging.server";
import { follow } from "~/features/topics/following.server";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const visitor = guest(platform);
const mei = await aMember(platform, { name: "mei", displayName: "Mei" });
const staff = await aMember(platform, { role: "staff", displayName: "Jonas" });
const areas = [await anArea(platform), await anArea(platform)];

async function readAll(sort: TopicSort, filters: TopicFilters = {}, limit = 7): Promise<number[]> {
  const ids: number[] = [];
  for (let after: string | null = null; ;) {
    const page = await listTopics(visitor, { board: "discussion", sort, filters, after, limit });
    expect(page.topics.length).toBeLessThanOrEqual(limit);
    ids.push(...page.topics.map(({ id }) => id));
    if (page.next === null) return ids;
    after = page.next;
  }
}

// Forty topics that are alike in many ways, so that every order has ties.
const start = platform.clock.now().getTime() - 40 * 60_000;
for (let index = 0; index < 40; index++) {
  const topic = await aDiscussion(platform, {
    author: mei,
    areaId: areas[index % 2]!.id,
    kind: (["problem", "question", "experience"] as const)[index % 3],
    createdAt: new Date(start + Math.floor(index / 3) * 60_000),
  });
  await db.topic.update({
    where: { id: topic.id },
    data: {
      status: discussionStatuses[(index * 5) % discussionStatuses.length],
      affectedCount: index % 4,
      voteCount: index % 5,
      hotScore: (index % 6) / 7,
      officialCount: index % 2,
      replyCount: index % 3 === 0 ? 0 : index,
      isListed: index % 13 !== 0,
    },
  });
}

test.each(topicSorts)("the pages of %s hold every listed topic once, in order", async (sort) => {
  const column = sortColumns[sort];
  const stored = await db.topic.findMany({
    where: { board: "discussion", isListed: true },
    orderBy: [{ [column]: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  expect(await readAll(sort)).toEqual(stored.map(({ id }) => id));
});

test("any filters together give the topics that fit all of them, in every order", async () => {
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const filters = fc.record({
    kind: optional(fc.constantFrom("problem" as const, "question" as const)),
    areaIds: optional(fc.subarray(areas.map(({ id }) => id))),
    statuses: optional(fc.subarray([...discussionStatuses])),
    isOfficial: optional(fc.boolean()),
    isUnanswered: optional(fc.boolean()),
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...topicSorts), filters, async (sort, given) => {
      const stored = await db.topic.findMany({
        where: {
          board: "discussion",
          isListed: true,
          ...(given.kind && { kind: given.kind }),
          ...(given.areaIds?.length && { areaId: { in: given.areaIds } }),
          ...(given.statuses?.length && { status: { in: given.statuses } }),
          ...(given.isOfficial !== undefined && { officialCount: given.isOfficial ? { gt: 0 } : 0 }),
          ...(given.isUnanswered && { replyCount: 0 }),
        },
        orderBy: [{ [sortColumns[sort]]: "desc" }, { id: "desc" }],
        select: { id: true },
      });
      expect(await readAll(sort, given)).toEqual(stored.map(({ id }) => id));
    }),
    { numRuns: 40 },
  );
});

test("a page is one query, with faces, tags and the team's word on its rows", async () => {
  const topic = await aDiscussion(platform, {
    author: mei,
    areaId: areas[0]!.id,
    tags: ["ledger"],
    title: "Rows tell it all",
  });
  await aReply(platform, topic, { author: staff });
  await listTopics(visitor, { board: "discussion", sort: "active" });
  platform.queries.length = 0;
  const page = await listTopics(visitor, { board: "discussion", sort: "active" });
  expect(platform.queries).toHaveLength(1);
  expect(page.topics.find(({ id }) => id === topic.id)).toMatchObject({
    title: "Rows tell it all",
    area: { slug: areas[0]!.slug },
    author: { name: "mei", displayName: "Mei", isStaff: false },
    last: { displayName: "Jonas", isStaff: true },
    tags: [{ slug: "ledger", name: "ledger" }],
    counts: { replies: 1 },
    official: null,
    cover: null,
  });
});

test("lists can be narrowed to a tag, an author, and what somebody follows", async () => {
  const topic = await aDiscussion(platform, { author: staff, tags: ["rare"] });
  await inTransaction(visitor, async (tx) => {
    await setTags(tx, topic.id, ["rare"]);
    await follow(tx, { topicId: topic.id, memberId: mei.id, reason: "asked" });
  });
  const only = async (filters: TopicFilters) => readAll("active", filters);
  expect(await only({ tag: "rare" })).toEqual([topic.id]);
  expect(await only({ tag: "nobody-uses-this" })).toEqual([]);
  expect(await only({ author: staff.name })).toEqual([topic.id]);
  expect(await only({ followedBy: mei.id, author: staff.name })).toEqual([topic.id]);
});

test("suggestions and discussions have lists of their own; held and deleted topics have none", async () => {
  const suggestion = await aSuggestion(platform);
  const held = await aDiscussion(platform, { heldAt: platform.clock.now() });
  const deleted = await aDiscussion(platform, { deletedAt: platform.clock.now() });
  const ids = await readAll("newest", {}, 100);
  for (const { id } of [suggestion, held, deleted]) expect(ids).not.toContain(id);
  const { topics } = await listTopics(visitor, { board: "suggestion", sort: "newest" });
  expect(topics.map(({ id }) => id)).toContain(suggestion.id);
});

test("an address nobody made begins the list at its beginning", async () => {
  const first = await listTopics(visitor, { board: "discussion", sort: "active" });
  for (const after of ["", "x", "1_1; DROP TABLE Topic", "999999999999999999999_1"]) {
    expect(await listTopics(visitor, { board: "discussion", sort: "active", after })).toEqual(first);
  }
});
