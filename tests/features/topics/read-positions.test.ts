import { expect, test } from "vitest";
import type { MemberContext } from "~/features/members/context";
import { markAllRead } from "~/features/topics/all-read.server";
import { listTopics, type TopicFilters } from "~/features/topics/listing.server";
import { locateUnread } from "~/features/topics/locating.server";
import { noteRead } from "~/features/topics/noting-read.server";
import { newsOf } from "~/features/topics/read-position";
import { getTopic } from "~/features/topics/reading.server";
import { listReplies } from "~/features/topics/reading-replies.server";
import { flatTrees } from "~/features/topics/reply-tree";
import { days, minutes } from "~/platform/clock/clock";
import { NotFound } from "~/platform/errors";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply, aSuggestion, type TopicMade } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock, queries } = platform;
const sam = await aMember(platform, { name: "sam" });

/** Somebody whose account is older than what the test writes. */
async function aReader(): Promise<MemberContext> {
  return contextFor(platform, await aMember(platform, { createdAt: new Date(0) }));
}

/** What the first page of a topic does for whoever reads it. Answers with what was new there. */
async function read(ctx: MemberContext, { number }: { number: number }, from?: number) {
  const topic = await getTopic(ctx, number);
  const { trees } = await listReplies(ctx, topic, { sort: "oldest", from });
  await noteRead(
    ctx,
    topic,
    flatTrees(trees).map(({ id }) => id),
  );
  const news = newsOf(topic.mine!.reading, clock.now());
  return news ? [...news.ids] : [];
}

const listed = async (ctx: MemberContext, filters: TopicFilters = {}) =>
  (await listTopics(ctx, { board: "discussion", sort: "active", filters, limit: 100 })).topics;
const markOf = async (ctx: MemberContext, { id }: TopicMade) =>
  (await listed(ctx)).find((topic) => topic.id === id)?.unread;
const unreadIds = async (ctx: MemberContext) =>
  (await listed(ctx, { unread: { memberId: ctx.actor.id, now: clock.now() } })).map(({ id }) => id);

test("what others wrote since the last visit is new, in the topic and in lists, until it was seen", async () => {
  const mei = await aReader();
  const topic = await aDiscussion(platform, { author: sam });
  await aReply(platform, topic);
  expect(await read(mei, topic)).toEqual([]);
  expect(await markOf(mei, topic)).toBeNull();

  clock.advance(days(1));
  const later = await aReply(platform, topic, { author: sam });
  await aReply(platform, topic, { author: mei.actor });
  expect(await markOf(mei, topic)).toEqual({ newReplies: 1 });
  expect(await unreadIds(mei)).toContain(topic.id);
  expect(await read(mei, topic)).toEqual([later.id]);
  expect(await markOf(mei, topic)).toBeNull();
  expect(await unreadIds(mei)).not.toContain(topic.id);

  // A reload belongs to the same visit; an hour later it is over.
  expect(await read(mei, topic)).toEqual([later.id]);
  clock.advance(minutes(60));
  expect(await read(mei, topic)).toEqual([]);
});

test("one reader's position is nobody else's, and a guest leaves none", async () => {
  const [mei, lin] = [await aReader(), await aReader()];
  const topic = await aDiscussion(platform, { author: sam });
  await read(mei, topic);
  const seenByGuest = await getTopic(guest(platform), topic.number);
  await noteRead(guest(platform), seenByGuest, []);
  expect(seenByGuest.mine).toBeNull();
  const positions = await db.readPosition.findMany({ where: { topicId: topic.id } });
  expect(positions.map(({ memberId }) => memberId)).toEqual([mei.actor.id]);
  expect(await markOf(lin, topic)).toEqual({ newReplies: 0 });
  const [row] = (await listTopics(guest(platform), { board: "discussion", sort: "newest" })).topics;
  expect(row!.unread).toBeNull();
});

test("looking again writes nothing, and reading costs no query of its own", async () => {
  const mei = await aReader();
  const topic = await aDiscussion(platform);
  await aReply(platform, topic);
  queries.length = 0;
  await read(mei, topic);
  expect(queries.filter((sql) => sql.includes("INSERT"))).toHaveLength(1);
  queries.length = 0;
  await read(mei, topic);
  expect(queries).toHaveLength(2);
});

test("many windows at once leave one row that has read furthest", async () => {
  const mei = await aReader();
  const topic = await aDiscussion(platform);
  const first = await aReply(platform, topic);
  await Promise.all(Array.from({ length: 10 }, () => read(mei, topic)));
  const stale = await getTopic(mei, topic.number);
  clock.advance(days(1));
  const second = await aReply(platform, topic);
  await Promise.all(Array.from({ length: 10 }, () => read(mei, topic)));
  await noteRead(mei, stale, [first.id]);
  const rows = await db.readPosition.findMany({ where: { topicId: topic.id } });
  expect(rows).toMatchObject([{ lastReplyId: second.id, sinceReplyId: first.id }]);
});

test("held and deleted replies are news to nobody, and a deleted topic is not noted", async () => {
  const mei = await aReader();
  const moderator = contextFor(platform, await aMember(platform, { role: "moderator" }));
  const topic = await aDiscussion(platform);
  await read(mei, topic);
  await read(moderator, topic);
  clock.advance(days(1));
  await aReply(platform, topic, { heldAt: clock.now() });
  await aReply(platform, topic, { deletedAt: clock.now() });
  for (const ctx of [mei, moderator]) {
    expect(await markOf(ctx, topic)).toBeNull();
    expect(await unreadIds(ctx)).not.toContain(topic.id);
    expect(await read(ctx, topic)).toEqual([]);
  }
  const gone = await aDiscussion(platform, { deletedAt: clock.now() });
  await read(moderator, gone);
  expect(await db.readPosition.count({ where: { topicId: gone.id } })).toBe(0);
});

test("a new reply on another page stays unread until that page was read", async () => {
  const mei = await aReader();
  const topic = await aDiscussion(platform);
  for (let root = 0; root < 20; root++) await aReply(platform, topic, { author: sam });
  await read(mei, topic);
  clock.advance(days(1));
  const beyond = await aReply(platform, topic, { author: sam });
  expect(await read(mei, topic)).toEqual([beyond.id]);
  expect(await markOf(mei, topic)).toEqual({ newReplies: 1 });
  expect(await locateUnread(mei, topic)).toContain(`?from=${beyond.id}#reply-${beyond.id}`);
  await read(mei, topic, beyond.id);
  expect(await markOf(mei, topic)).toBeNull();
  expect(await locateUnread(mei, topic)).toBe(`/t/${topic.number}/${topic.slug}`);
});

test("a topic never opened is new for two weeks, not to its author and not to who came later", async () => {
  const mei = await aReader();
  const topic = await aDiscussion(platform, { author: sam });
  expect(await markOf(mei, topic)).toEqual({ newReplies: 0 });
  expect(await unreadIds(mei)).toContain(topic.id);
  expect(await markOf(contextFor(platform, sam), topic)).toBeNull();
  const newcomer = await aMember(platform, { createdAt: new Date(clock.now().getTime() + 1) });
  expect(await markOf(contextFor(platform, newcomer), topic)).toBeNull();
  clock.advance(days(15));
  expect(await markOf(mei, topic)).toBeNull();
});

test("marking all as read empties both boards, and what comes after is new again", async () => {
  const mei = await aReader();
  const topic = await aDiscussion(platform, { author: sam });
  const wish = await aSuggestion(platform, { author: sam });
  await read(mei, topic);
  clock.advance(days(1));
  await aReply(platform, topic, { author: sam });
  await Promise.all([markAllRead(mei), markAllRead(mei)]);
  expect(await unreadIds(mei)).toEqual([]);
  const filters = { unread: { memberId: mei.actor.id, now: clock.now() } };
  const wishes = await listTopics(mei, { board: "suggestion", sort: "active", filters });
  expect(wishes.topics.filter(({ id }) => id === wish.id)).toEqual([]);
  clock.advance(1_000);
  await aReply(platform, topic, { author: sam });
  expect(await unreadIds(mei)).toEqual([topic.id]);
});

test("the unread of a member stays within the list's own filters and pages", async () => {
  const mei = await aReader();
  await markAllRead(mei);
  clock.advance(1_000);
  const made: number[] = [];
  for (let index = 0; index < 7; index++) {
    const kind = index % 2 ? "question" : "problem";
    made.push(
      (await aDiscussion(platform, { author: sam, kind, status: index === 3 ? "answered" : "open" })).id,
    );
  }
  const unread = { memberId: mei.actor.id, now: clock.now() };
  const ids: number[] = [];
  for (let after: string | null = null; ;) {
    const page = await listTopics(mei, {
      board: "discussion",
      sort: "newest",
      filters: { unread },
      after,
      limit: 3,
    });
    ids.push(...page.topics.map(({ id }) => id));
    if (!page.next) break;
    after = page.next;
  }
  expect(ids).toEqual(made.toReversed());
  const statuses = ["answered", "solved"] as const;
  expect((await listed(mei, { unread, statuses })).map(({ id }) => id)).toEqual([made[3]]);
});

test("the way to what is unread leads a guest to the topic and nobody to a hidden one", async () => {
  const topic = await aDiscussion(platform);
  expect(await locateUnread(guest(platform), topic)).toBe(`/t/${topic.number}/${topic.slug}`);
  const hidden = await aDiscussion(platform, { heldAt: clock.now() });
  await expect(locateUnread(await aReader(), hidden)).rejects.toThrow(NotFound);
});
