import { expect, test } from "vitest";
import { changedThings } from "~/features/search/changed-things";
import { changesOf } from "~/features/search/changes.server";
import { reindex } from "~/features/search/reindexing.server";
import { search } from "~/features/search/searching.server";
import { noQuestion } from "~/features/search/question";
import { memberRenamed } from "~/features/members/events";
import { systemContext } from "~/features/members/context";
import {
  topicDeleted,
  topicEdited,
  topicRestored,
  replyDeleted,
  replyEdited,
} from "~/features/topics/events";
import { prepareText } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import type { DomainEvent } from "~/platform/outbox/append.server";
import { appendEvent } from "~/platform/outbox/append.server";
import { SearchUnavailable } from "~/platform/search-engine/errors";
import type { SearchEngine } from "~/platform/search-engine/port";
import { publicAudience, viewerWith } from "~/platform/search-engine/viewer";
import type { Prisma } from "~/platform/db/generated/sqlite/client";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { answerTo, searchable, textOf, titlesFor } from "./searchable";

const platform = await testPlatform();
const { drain } = await searchable(platform);
const visitor = guest(platform);

test("what was edited is found by its new words and no longer by its old ones, after one drain", async () => {
  const topic = await aDiscussion(platform, { title: "Walrus appears at start" });
  await drain();
  expect(await titlesFor(visitor, "walrus")).toHaveLength(1);
  await changeTopic(topic.id, { title: "Penguin appears at start" }, topicEdited(topic.id));
  await drain();
  expect(await titlesFor(visitor, "walrus")).toEqual([]);
  expect(await titlesFor(visitor, "penguin")).toEqual(["Penguin appears at start"]);
});

test("a deleted topic and everything in it is gone after one drain, and comes back when it is restored", async () => {
  const topic = await aDiscussion(platform, { title: "Giraffe in the settings" });
  const staff = await aMember(platform, { role: "staff" });
  for (let index = 0; index < 5; index++) await aReply(platform, topic, { body: `giraffe reply ${index}` });
  await aReply(platform, topic, { body: "The team knows.", author: staff, isOfficial: true });
  await drain();
  expect((await answerTo(visitor, "giraffe")).total).toBe(7);

  await changeTopic(topic.id, { deletedAt: platform.clock.now(), isListed: false }, topicDeleted(topic.id));
  await drain();
  expect((await answerTo(visitor, "giraffe")).total).toBe(0);
  expect(await inIndex("giraffe")).toEqual([]);

  await changeTopic(topic.id, { deletedAt: null, isListed: true }, topicRestored(topic.id));
  await drain();
  expect((await answerTo(visitor, "giraffe")).total).toBe(7);
});

test("a stale index shows neither what was deleted, nor what is held, nor what was edited away", async () => {
  const deleted = await aDiscussion(platform, { title: "canarydeleted one" });
  const held = await aDiscussion(platform, { title: "canaryheld one" });
  const edited = await aDiscussion(platform, {
    title: "Edited afterwards",
    body: "canarysecret stands here",
  });
  const thread = await aDiscussion(platform, { title: "A quiet thread" });
  const reply = await aReply(platform, thread, { body: "canaryreply says something" });
  await drain();
  const now = platform.clock.now();
  await platform.db.topic.update({ where: { id: deleted.id }, data: { deletedAt: now } });
  await platform.db.topic.update({ where: { id: held.id }, data: { heldAt: now } });
  await platform.db.topic.update({
    where: { id: edited.id },
    data: { body: "gone", bodyHtml: "<p>Nothing to see.</p>" },
  });
  await platform.db.reply.update({ where: { id: reply.id }, data: { deletedAt: now } });

  for (const word of ["canarydeleted", "canaryheld", "canaryreply"]) {
    expect(await inIndex(word)).toHaveLength(1);
    expect(await titlesFor(visitor, word)).toEqual([]);
  }
  const [found] = (await answerTo(visitor, "canarysecret")).results;
  expect(textOf(found!.excerpt)).toBe("Nothing to see.");
  expect(await titlesFor(contextFor(platform, held.author), "canaryheld")).toEqual(["canaryheld one"]);
});

test("a thread that is hidden hides its replies although the index does not know yet", async () => {
  const topic = await aDiscussion(platform, { title: "Hidden later on" });
  await aReply(platform, topic, { body: "canaryinside the thread" });
  await drain();
  await platform.db.topic.update({ where: { id: topic.id }, data: { heldAt: platform.clock.now() } });
  expect(await inIndex("canaryinside")).toHaveLength(1);
  expect(await titlesFor(visitor, "canaryinside")).toEqual([]);
});

test("replies are found again by what they say now, and deleted ones leave", async () => {
  const topic = await aSuggestion(platform, { title: "Something to comment on" });
  const comment = await aReply(platform, topic, { body: "hippopotamus" });
  await drain();
  expect((await answerTo(visitor, { words: "hippopotamus", kinds: ["reply"] })).total).toBe(1);
  const text = await prepareText(visitor, { body: "rhinoceros" });
  await change(replyEdited(topic.id, comment.id), () =>
    platform.db.reply.update({
      where: { id: comment.id },
      data: { body: text.body, bodyHtml: text.bodyHtml },
    }),
  );
  await drain();
  expect(await inIndex("hippopotamus")).toEqual([]);
  expect(await inIndex("rhinoceros")).toEqual([`r${comment.id}`]);
  await change(replyDeleted(topic.id, comment.id), () =>
    platform.db.reply.update({ where: { id: comment.id }, data: { deletedAt: platform.clock.now() } }),
  );
  await drain();
  expect(await inIndex("rhinoceros")).toEqual([]);
});

test("a new name goes into everything its bearer wrote", async () => {
  const author = await aMember(platform, { displayName: "Oldname" });
  const topic = await aDiscussion(platform, { title: "Written under a name", author });
  await aReply(platform, topic, { body: "And one more thing", author });
  await platform.db.member.update({ where: { id: author.id }, data: { displayName: "Newname" } });
  const written: string[] = [];
  for await (const { upsert } of changesOf(
    systemContext(platform),
    changedThings([memberRenamed(author.id)]),
  )) {
    written.push(...upsert.map(({ kind, authorName }) => `${kind} by ${authorName}`));
  }
  expect(written).toEqual(["problem by Newname", "reply by Newname"]);
});

test("a hundred events about one topic are one document", () => {
  const votes = Array.from({ length: 100 }, () => ({
    type: "suggestion.voted",
    payload: { topicId: 7, memberId: 3 },
  }));
  const things = changedThings([...votes, topicEdited(9), topicEdited(7)]);
  expect([[...things.topics], [...things.threads], [...things.members]]).toEqual([[], [9, 7], []]);
});

test("markup in a text is found as words and shown as text", async () => {
  await aDiscussion(platform, {
    title: `<img src=x onerror=alert(1)> "quoted" & more`,
    body: "Look at `<script>steal()</script>` here",
  });
  await drain();
  const [found] = (await answerTo(visitor, "onerror")).results;
  expect(textOf(found!.title)).toBe(`<img src=x onerror=alert(1)> "quoted" & more`);
  expect(found!.title.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["onerror"]);
  expect(textOf(found!.excerpt)).toContain("<script>steal()</script>");
});

test("the index can be built anew from the database and then holds what everybody may see", async () => {
  const gone = await aDiscussion(platform, {
    title: "Never indexed canaryrebuild",
    deletedAt: platform.clock.now(),
  });
  const there = await aDiscussion(platform, { title: "Rebuilt and found canaryrebuild" });
  const seen: number[] = [];
  const report = await reindex(systemContext(platform), {
    onProgress: ({ documents }) => seen.push(documents),
  });
  expect(report.poisonIds).toEqual([]);
  expect(seen.at(-1)).toBe(report.documents);
  expect(await inIndex("canaryrebuild")).toEqual([`t${there.id}`]);
  expect(gone.id).not.toBe(there.id);
});

test("when the engine is down the answer says so, and what happened meanwhile is found when it is back", async () => {
  const down = { search: () => Promise.reject(new SearchUnavailable("down")) } as unknown as SearchEngine;
  expect(await search({ ...visitor, search: down }, { ...noQuestion, words: "anything" })).toEqual({
    state: "unavailable",
  });

  let isDown = true;
  const engine: SearchEngine = {
    ...bound(platform.search),
    apply: (batch) => (isDown ? Promise.reject(new SearchUnavailable("down")) : platform.search.apply(batch)),
  };
  const failing = await searchable({ ...platform, search: engine });
  await aDiscussion(platform, { title: "Posted while search was down" });
  await failing.drain();
  expect(await titlesFor(visitor, "posted while search")).toEqual([]);
  isDown = false;
  platform.clock.advance(60_000);
  await failing.drain();
  expect(await titlesFor(visitor, "posted while search")).toEqual(["Posted while search was down"]);
});

async function changeTopic(id: number, data: Prisma.TopicUpdateInput, event: DomainEvent): Promise<void> {
  await change(event, () => platform.db.topic.update({ where: { id }, data }));
}

async function change(event: DomainEvent, write: () => Promise<unknown>): Promise<void> {
  await write();
  await inTransaction(visitor, (tx) => appendEvent(tx, event));
}

/** Ids the engine itself finds, before anything is read from the database. */
async function inIndex(text: string): Promise<string[]> {
  const page = await platform.search.search(viewerWith([publicAudience]), { text, relaxed: "never" });
  return page.hits.map(({ id }) => id);
}

function bound(engine: SearchEngine): SearchEngine {
  return {
    prepare: engine.prepare.bind(engine),
    search: engine.search.bind(engine),
    similarTitles: engine.similarTitles.bind(engine),
    apply: engine.apply.bind(engine),
    settled: engine.settled.bind(engine),
    rebuild: engine.rebuild.bind(engine),
    listIds: engine.listIds.bind(engine),
    stats: engine.stats.bind(engine),
    close: engine.close.bind(engine),
  };
}
