import { expect, test } from "vitest";
import { endOfBranch, maxDepth } from "~/features/topics/reply-path";
import { insertReply, postReply } from "~/features/topics/replying.server";
import { prepareText } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam" });

const reply = (
  number: number,
  traits: { parentId?: number; body?: string; submission?: string; by?: typeof mei } = {},
) =>
  postReply(contextFor(platform, traits.by ?? sam), {
    number,
    parentId: traits.parentId,
    body: traits.body ?? "An answer.",
    attachmentIds: [],
    submission: traits.submission ?? "",
  });

test("a reply is counted, moves its topic up, and its writer follows from then on", async () => {
  const topic = await aDiscussion(platform, {
    author: mei,
    createdAt: new Date(clock.now().getTime() - 60_000),
  });
  const outcome = await reply(topic.number);
  const stored = await db.reply.findFirstOrThrow({ where: { topicId: topic.id } });
  expect(outcome).toEqual({ ok: true, location: `/t/${topic.number}/replies/${stored.id}` });
  expect(stored).toMatchObject({ depth: 1, parentId: null, authorId: sam.id, bodyHtml: "<p>An answer.</p>" });
  const after = await db.topic.findUniqueOrThrow({ where: { id: topic.id }, include: { follows: true } });
  expect(after).toMatchObject({ replyCount: 1, childCount: 1, lastActivityAt: clock.now() });
  expect(after.follows.find(({ memberId }) => memberId === sam.id)).toMatchObject({ reason: "replied" });
  const events = await db.outbox.findMany({ where: { type: "reply.posted" } });
  expect(events.map(({ payload }) => payload)).toContainEqual({ topicId: topic.id, replyId: stored.id });
});

test("reading by path is reading the tree, depth first", async () => {
  const topic = await aDiscussion(platform);
  const a = await aReply(platform, topic, { body: "a" });
  const b = await aReply(platform, topic, { body: "b" });
  const aa = await aReply(platform, topic, { body: "aa", parentId: a.id });
  await aReply(platform, topic, { body: "ba", parentId: b.id });
  await aReply(platform, topic, { body: "aaa", parentId: aa.id });
  await aReply(platform, topic, { body: "ab", parentId: a.id });
  const inOrder = await db.reply.findMany({ where: { topicId: topic.id }, orderBy: { path: "asc" } });
  expect(inOrder.map(({ body }) => body)).toEqual(["a", "aa", "aaa", "ab", "b", "ba"]);
  expect(inOrder.map(({ descendantCount }) => descendantCount)).toEqual([3, 1, 0, 0, 1, 0]);
});

test("forty replies posted at once stand at forty places and are all counted", async () => {
  const topic = await aDiscussion(platform);
  const parent = await aReply(platform, topic);
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, index) => reply(topic.number, index % 2 ? { parentId: parent.id } : {})),
  );
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const stored = await db.reply.findMany({ where: { topicId: topic.id } });
  expect(new Set(stored.map(({ path }) => path)).size).toBe(41);
  expect(await db.topic.findUnique({ where: { id: topic.id } })).toMatchObject({
    replyCount: 41,
    childCount: 21,
  });
  expect(await db.reply.findUnique({ where: { id: parent.id } })).toMatchObject({
    childCount: 20,
    descendantCount: 20,
  });
});

test("the same form sent twenty times at once is one reply, and all lead to it", async () => {
  const topic = await aDiscussion(platform);
  const submission = "11111111-2222-3333-4444-555555555555";
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => reply(topic.number, { submission })));
  expect(await db.reply.count({ where: { topicId: topic.id } })).toBe(1);
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
});

test("a conversation of eighty answers to each other ends in a column at the deepest level", async () => {
  const topic = await aDiscussion(platform);
  let parentId: number | undefined;
  for (let level = 1; level <= 80; level++) {
    const made = await aReply(platform, topic, { parentId, author: sam, body: `level ${level}` });
    expect(made.depth).toBe(Math.min(level, maxDepth));
    parentId = made.id;
  }
  const inOrder = await db.reply.findMany({ where: { topicId: topic.id }, orderBy: { path: "asc" } });
  expect(inOrder.map(({ body }) => body)).toEqual(
    Array.from({ length: 80 }, (_, index) => `level ${index + 1}`),
  );
  // Whom each answers is kept, also where it stands beside them.
  expect(inOrder[79]!.parentId).toBe(inOrder[78]!.id);
  expect(inOrder[0]!.descendantCount).toBe(79);
  const below = await db.reply.count({
    where: { topicId: topic.id, path: { gt: inOrder[0]!.path, lt: endOfBranch(inOrder[0]!.path) } },
  });
  expect(below).toBe(79);
});

test("a locked and a merged topic take no replies and say why", async () => {
  const locked = await aDiscussion(platform, { lockedAt: clock.now() });
  expect(await reply(locked.number)).toEqual(refused("locked"));
  const merged = await aDiscussion(platform);
  await db.topic.update({ where: { id: merged.id }, data: { status: "merged" } });
  expect(await reply(merged.number)).toEqual(refused("merged"));
  expect(await db.reply.count({ where: { topicId: { in: [locked.id, merged.id] } } })).toBe(0);
});

test("what is held, deleted or never was looks the same to who wants to reply", async () => {
  const held = await aDiscussion(platform, { author: mei, heldAt: clock.now() });
  const deleted = await aDiscussion(platform, { author: mei, deletedAt: clock.now() });
  for (const number of [held.number, deleted.number, 2_000_000_000]) {
    await expect(reply(number)).rejects.toThrow(NotFound);
  }
  expect(await reply(held.number, { by: mei })).toMatchObject({ ok: true });
});

test("a deleted reply takes no answers, nor does one of another topic", async () => {
  const topic = await aDiscussion(platform);
  const gone = await aReply(platform, topic, { deletedAt: clock.now() });
  const elsewhere = await aReply(platform, await aDiscussion(platform));
  for (const parentId of [gone.id, elsewhere.id, 2_000_000_000]) {
    expect(await reply(topic.number, { parentId })).toEqual(refused("parent-gone"));
  }
  const text = await prepareText(contextFor(platform, sam), { body: "text" });
  const forced = inTransaction(contextFor(platform, sam), (tx) =>
    insertReply(tx, { topicId: topic.id, parentId: elsewhere.id, text }),
  );
  await expect(forced).rejects.toThrow(NotFound);
  expect(await db.topic.findUnique({ where: { id: topic.id } })).toMatchObject({ replyCount: 1 });
});

test("a reply taken over from elsewhere keeps its time and makes nobody follow", async () => {
  const topic = await aDiscussion(platform, {
    createdAt: new Date("2021-01-01T00:00:00Z"),
    origin: "import",
  });
  const text = await prepareText(contextFor(platform, mei), { body: "long ago" });
  const insert = (createdAt: Date) =>
    inTransaction(contextFor(platform, mei), (tx) =>
      insertReply(tx, { topicId: topic.id, text, createdAt, author: sam, origin: "import" }),
    );
  await insert(new Date("2021-02-01T00:00:00Z"));
  await insert(new Date("2021-01-15T00:00:00Z"));
  const after = await db.topic.findUniqueOrThrow({ where: { id: topic.id }, include: { follows: true } });
  expect(after.lastActivityAt).toEqual(new Date("2021-02-01T00:00:00Z"));
  expect(after.follows).toEqual([]);
});
