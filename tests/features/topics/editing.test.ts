import { expect, test } from "vitest";
import { editReply, editTopic, getReplySource, getTopicSource } from "~/features/topics/editing.server";
import { getReplyHistory, getTopicHistory } from "~/features/topics/history.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam" });
const staff = await aMember(platform, { name: "jonas", role: "staff" });
const as = (actor: typeof mei) => contextFor(platform, actor);

test("an edit changes text, title and address, and the text before it stays readable", async () => {
  const topic = await aDiscussion(platform, {
    author: mei,
    title: "Swap stuck",
    body: "It is stuck since noon.",
  });
  const outcome = await editTopic(as(mei), {
    number: topic.number,
    title: "Swap stuck for hours",
    body: "It is stuck since *morning*.",
    version: 1,
  });
  expect(outcome).toEqual({ ok: true, location: `/t/${topic.number}/swap-stuck-for-hours` });
  expect(await db.topic.findUnique({ where: { id: topic.id } })).toMatchObject({
    version: 2,
    slug: "swap-stuck-for-hours",
    bodyHtml: "<p>It is stuck since <em>morning</em>.</p>",
    excerpt: "It is stuck since morning.",
    editedAt: clock.now(),
  });
  const history = await getTopicHistory(guest(platform), { number: topic.number });
  expect(history.versions.map(({ version, editor }) => [version, editor.name])).toEqual([
    [2, "mei"],
    [1, "mei"],
  ]);
  expect(history.shown.body.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "removed", text: "noon" },
    { kind: "added", text: "*morning*" },
  ]);
  const first = await getTopicHistory(guest(platform), { number: topic.number, version: 1 });
  expect(first.shown.body).toEqual([{ kind: "same", text: "It is stuck since noon." }]);
  const events = await db.outbox.findMany({ where: { type: "topic.edited" } });
  expect(events.map(({ payload }) => payload)).toContainEqual({ topicId: topic.id });
});

test("of two who edit the same version at once, one is told to look again", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const edit = (actor: typeof mei, body: string) =>
    editTopic(as(actor), { number: topic.number, title: topic.title, body, version: 1 });
  const outcomes = await Promise.all([edit(mei, "mine"), edit(staff, "theirs")]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes).toContainEqual(refused("changed-meanwhile"));
  expect(await db.revision.count({ where: { topicId: topic.id } })).toBe(1);
});

test("sending the same text again makes no version", async () => {
  const topic = await aDiscussion(platform, { author: mei, body: "the same" });
  await editTopic(as(mei), { number: topic.number, title: topic.title, body: "the same  \n", version: 1 });
  expect(await db.topic.findUnique({ where: { id: topic.id } })).toMatchObject({
    version: 1,
    editedAt: null,
  });
});

test("ten edits of a reply are ten steps that lead from the first text to the last", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const reply = await aReply(platform, topic, { author: sam, body: "text 1" });
  for (let version = 1; version <= 10; version++) {
    const body = `text ${version + 1}`;
    await editReply(as(version % 2 ? sam : staff), {
      number: topic.number,
      replyId: reply.id,
      body,
      version,
    });
  }
  const { versions } = await getReplyHistory(guest(platform), { number: topic.number, replyId: reply.id });
  expect(versions).toHaveLength(11);
  expect(versions[0]!.editor.name).toBe("jonas");
  for (const { version } of versions.slice(0, -1)) {
    const { shown } = await getReplyHistory(guest(platform), {
      number: topic.number,
      replyId: reply.id,
      version,
    });
    const side = (gone: string) =>
      shown.body
        .filter(({ kind }) => kind !== gone)
        .map(({ text }) => text)
        .join("");
    expect([side("added"), side("removed")]).toEqual([`text ${version - 1}`, `text ${version}`]);
  }
  for (const version of [0, 12, 99]) {
    const missing = getReplyHistory(guest(platform), { number: topic.number, replyId: reply.id, version });
    await expect(missing).rejects.toThrow(NotFound);
  }
});

test("nobody edits what others wrote, but staff, under their own name", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const reply = await aReply(platform, topic, { author: mei });
  const input = { number: topic.number, title: "Another title", body: "other", version: 1 };
  const moderator = await aMember(platform, { role: "moderator" });
  for (const actor of [sam, moderator]) {
    await expect(editTopic(as(actor), input)).rejects.toThrow(Forbidden);
    await expect(editReply(as(actor), { ...input, replyId: reply.id })).rejects.toThrow(Forbidden);
    await expect(getTopicSource(as(actor), topic.number)).rejects.toThrow(Forbidden);
    await expect(getReplySource(as(actor), { number: topic.number, replyId: reply.id })).rejects.toThrow(
      Forbidden,
    );
  }
  expect(await editTopic(as(staff), input)).toMatchObject({ ok: true });
});

test("an author edits no official reply, nor anything in a locked topic", async () => {
  const topic = await aDiscussion(platform, { author: mei });
  const official = await aReply(platform, topic, { author: sam, isOfficial: true });
  const body = "changed later";
  const sealed = editReply(as(sam), { number: topic.number, replyId: official.id, body, version: 1 });
  await expect(sealed).rejects.toThrow(Forbidden);
  const locked = await aDiscussion(platform, { author: mei, lockedAt: clock.now() });
  const input = { number: locked.number, title: "Another title", body, version: 1 };
  await expect(editTopic(as(mei), input)).rejects.toThrow(Forbidden);
});

test("source and history of what is deleted, held or elsewhere are not there", async () => {
  const deleted = await aDiscussion(platform, { author: mei, deletedAt: clock.now() });
  const held = await aDiscussion(platform, { author: mei, heldAt: clock.now() });
  const topic = await aDiscussion(platform, { author: mei });
  const gone = await aReply(platform, topic, { author: sam, deletedAt: clock.now() });
  const elsewhere = await aReply(platform, await aDiscussion(platform), { author: sam });
  for (const { number } of [deleted, held]) {
    await expect(getTopicHistory(as(sam), { number })).rejects.toThrow(NotFound);
    await expect(getTopicSource(as(sam), number)).rejects.toThrow(NotFound);
  }
  for (const replyId of [gone.id, elsewhere.id]) {
    const where = { number: topic.number, replyId };
    await expect(getReplyHistory(as(sam), where)).rejects.toThrow(NotFound);
    await expect(getReplySource(as(sam), where)).rejects.toThrow(NotFound);
  }
  expect(await getTopicSource(as(mei), held.number)).toMatchObject({ version: 1 });
});

test("tags of an edited topic are those given", async () => {
  const topic = await aDiscussion(platform, { author: mei, tags: ["one", "two"] });
  const source = await getTopicSource(as(mei), topic.number);
  expect(source.tags).toEqual(["one", "two"]);
  await editTopic(as(mei), { ...source, tags: ["two", "three"] });
  expect((await getTopicSource(as(mei), topic.number)).tags).toEqual(["three", "two"]);
});
