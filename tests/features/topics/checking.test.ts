import { beforeEach, describe, expect, test } from "vitest";
import { postDiscussion } from "~/features/discussions/posting.server";
import { type HoldingRules, usualRules } from "~/features/holding/rules";
import { saveHoldingRules } from "~/features/holding/rules.server";
import { tellingsOf } from "~/features/notifications/tellings.server";
import { postSuggestion } from "~/features/suggestions/posting.server";
import { editReply, editTopic } from "~/features/topics/editing.server";
import { getReplyHistory, getTopicHistory } from "~/features/topics/history.server";
import { releaseReply, releaseTopic } from "~/features/topics/holding.server";
import { getTopic } from "~/features/topics/reading.server";
import { postReply } from "~/features/topics/replying.server";
import { takeReply, takeTopic } from "~/features/topics/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound, SignInRequired } from "~/platform/errors";
import { counterChecks } from "~/wiring/examination/counters.server";
import { days } from "~/platform/clock/clock";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const area = await anArea(platform, { slug: "technical" });
const admin = await aMember(platform, { role: "admin" });
const moderator = await aMember(platform, { role: "moderator" });
const as = (actor: typeof admin) => contextFor(platform, actor);
const rules = (changed: Partial<HoldingRules> = {}) =>
  saveHoldingRules(as(admin), { ...usualRules, ...changed });

const link = "Look at https://evil.example/claim";

beforeEach(() => rules());

/** Somebody the site knows: a confirmed address, two days, a post. */
async function aKnownMember() {
  const member = await aMember(platform);
  const since = new Date(clock.now().getTime() - days(2));
  await db.member.update({ where: { id: member.id }, data: { createdAt: since, emailVerifiedAt: since } });
  await aDiscussion(platform, { author: member });
  return member;
}

function open(by: typeof admin, { body = link, attachmentIds = [] as string[], submission = "" } = {}) {
  const topic = { title: "A title that is long enough", body, area: area.slug, attachmentIds, submission };
  return postDiscussion(as(by), { ...topic, kind: "problem", tags: [] });
}

let uploads = 0;
async function anUpload(owner: typeof admin) {
  const id = String(++uploads).padStart(32, "0");
  const sizes = { width: 1, height: 1, thumbWidth: 1, thumbHeight: 1, bytes: 1 };
  const file = { fileName: "a.png", mediaType: "image/webp", sha256: "", createdAt: clock.now() };
  await db.attachment.create({ data: { id, ownerId: owner.id, ...sizes, ...file } });
  return id;
}

const numberIn = (outcome: { ok: boolean; location?: string }) => Number(outcome.location!.split("/")[2]);
const stored = (number: number) => db.topic.findUniqueOrThrow({ where: { number } });

function reply(by: typeof admin, number: number, body = link, submission = "") {
  return postReply(as(by), { number, body, attachmentIds: [], submission });
}

async function eventsOf(topicId: number) {
  const events = await db.outbox.findMany({ where: { listener: null }, orderBy: { id: "asc" } });
  return events
    .filter(({ payload }) => (payload as { topicId?: number }).topicId === topicId)
    .map(({ type }) => type);
}

test("a newcomer's topic with a link waits: its author and moderators see it, nobody else, and nobody is told", async () => {
  const mei = await aMember(platform);
  const sam = await aMember(platform);
  const number = numberIn(await open(mei, { body: `@${sam.name} ${link}` }));
  const topic = await stored(number);
  expect(topic).toMatchObject({ heldFor: "links", isListed: false });
  expect(topic.heldAt).not.toBeNull();
  expect(await getTopic(as(mei), number)).toMatchObject({ heldFor: "links" });
  expect(await getTopic(as(moderator), number)).toMatchObject({ heldFor: "links" });
  for (const ctx of [guest(platform), as(sam)]) await expect(getTopic(ctx, number)).rejects.toThrow(NotFound);
  expect(await db.member.findUnique({ where: { id: mei.id } })).toMatchObject({ topicCount: 0 });
  expect(await eventsOf(topic.id)).toEqual(["topic.held"]);

  await inTransaction(as(moderator), async (tx) => releaseTopic(tx, await takeTopic(tx, { number })));
  expect(await stored(number)).toMatchObject({ heldAt: null, heldFor: null, isListed: true });
  expect(await getTopic(as(sam), number)).toMatchObject({ heldFor: null });
  expect(await eventsOf(topic.id)).toEqual(["topic.held", "topic.released"]);
  const told = await tellingsOf(guest(platform), {
    ...{ id: 1, type: "topic.released", attempts: 0 },
    payload: { topicId: topic.id },
  });
  expect(told).toMatchObject([{ fact: { type: "mention" }, audience: { ids: [sam.id] } }]);
});

test("a suggestion and a reply wait by the same rules, and the same form sent twice is one of them", async () => {
  const mei = await aMember(platform);
  const input = { title: "A title that is long enough", area: area.slug, attachmentIds: [], body: link };
  const suggestion = await postSuggestion(as(mei), { ...input, submission: "" });
  const number = numberIn(suggestion);
  expect(await stored(number)).toMatchObject({ heldFor: "links", isListed: false, voteCount: 1 });

  const topic = await aDiscussion(platform);
  const submission = "99999999-2222-3333-4444-555555555555";
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, () => reply(mei, topic.number, "Telegram: @wallet_help", submission)),
  );
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  const replies = await db.reply.findMany({ where: { topicId: topic.id } });
  expect(replies).toMatchObject([{ heldFor: "contacts" }]);
  expect(await stored(topic.number)).toMatchObject({ replyCount: 0, childCount: 1 });
  await inTransaction(as(moderator), async (tx) => {
    const taken = await takeTopic(tx, { number: topic.number });
    await releaseReply(tx, taken, await takeReply(tx, taken, replies[0]!.id));
  });
  expect(await stored(topic.number)).toMatchObject({ replyCount: 1 });
  for (const check of counterChecks)
    expect([check.name, await check.count(platform)]).toEqual([check.name, 0]);
});

test("ordinary words, members, trusted ones, the team and imports do not wait", async () => {
  const mei = await aMember(platform);
  expect(await stored(numberIn(await open(mei, { body: "It does not start any more." })))).toMatchObject({
    heldAt: null,
  });
  expect(await stored(numberIn(await open(await aKnownMember())))).toMatchObject({ heldAt: null });
  for (const role of ["moderator", "staff", "admin"] as const)
    expect(await stored(numberIn(await open(await aMember(platform, { role }))))).toMatchObject({
      heldAt: null,
    });
  const imported = await aDiscussion(platform, { author: mei, body: link, origin: "import" });
  expect(await stored(imported.number)).toMatchObject({ heldAt: null });
});

test("first posts and keywords hold what members write, where admins want it", async () => {
  await rules({ firstPosts: 2, keywords: ["空投"] });
  const mei = await aMember(platform);
  expect(await stored(numberIn(await open(mei, { body: "Plain words." })))).toMatchObject({
    heldFor: "first-post",
  });
  const known = await aKnownMember();
  await aDiscussion(platform, { author: known });
  expect(await stored(numberIn(await open(known, { body: "Plain words." })))).toMatchObject({ heldAt: null });
  expect(await stored(numberIn(await open(known, { body: "領取 空 投" })))).toMatchObject({
    heldFor: "keyword",
  });
  expect(await stored(numberIn(await open(admin, { body: "空投" })))).toMatchObject({ heldAt: null });
});

describe("a harmless post that is edited", () => {
  test("to hold a link is taken out of sight, with its counts, and stays held by later edits", async () => {
    const mei = await aMember(platform);
    const number = numberIn(await open(mei, { body: "It does not start." }));
    const before = await db.member.findUniqueOrThrow({ where: { id: mei.id } });
    const edit = (body: string, version: number) =>
      editTopic(as(mei), { number, title: "A title that is long enough", body, version });
    expect(await edit(link, 1)).toMatchObject({ ok: true });
    expect(await stored(number)).toMatchObject({ heldFor: "links", isListed: false, version: 2 });
    expect(await db.member.findUnique({ where: { id: mei.id } })).toMatchObject({
      topicCount: before.topicCount - 1,
    });
    await expect(getTopic(guest(platform), number)).rejects.toThrow(NotFound);
    expect(await edit("Harmless again.", 2)).toMatchObject({ ok: true });
    expect(await stored(number)).toMatchObject({ heldFor: "links" });
  });

  test("keeps what was looked at: an approved link does not hold it again", async () => {
    const mei = await aMember(platform);
    const number = numberIn(await open(mei));
    await inTransaction(as(moderator), async (tx) => releaseTopic(tx, await takeTopic(tx, { number })));
    const edit = (body: string, version: number) =>
      editTopic(as(mei), { number, title: "A title that is long enough", body, version });
    expect(await edit(`${link} please`, 1)).toMatchObject({ ok: true });
    expect(await stored(number)).toMatchObject({ heldAt: null });
    expect(await edit(`${link}-now`, 2)).toMatchObject({ ok: true });
    expect(await stored(number)).toMatchObject({ heldFor: "links" });
  });

  test("as a reply leaves the counts of its topic, and an edit of the team holds nothing", async () => {
    const mei = await aMember(platform);
    const topic = await aDiscussion(platform);
    const { id: replyId } = await aReply(platform, topic, { author: mei });
    await editReply(as(admin), { number: topic.number, replyId, body: link, version: 1 });
    expect(await stored(topic.number)).toMatchObject({ replyCount: 1 });
    await editReply(as(mei), { number: topic.number, replyId, body: `${link} QQ: 12345678`, version: 2 });
    expect(await db.reply.findUnique({ where: { id: replyId } })).toMatchObject({ heldFor: "contacts" });
    expect(await stored(topic.number)).toMatchObject({ replyCount: 0 });
    for (const check of counterChecks)
      expect([check.name, await check.count(platform)]).toEqual([check.name, 0]);
  });
});

describe("what was held when it was replaced", () => {
  const versions = ({ versions }: { versions: { version: number }[] }) =>
    versions.map(({ version }) => version);

  test("stays out of the public history of a topic once its last text is let through", async () => {
    const mei = await aMember(platform);
    const number = numberIn(await open(mei, { body: "It does not start." }));
    const edit = (body: string, version: number) =>
      editTopic(as(mei), { number, title: "A title that is long enough", body, version });
    await edit(link, 1);
    await edit("It does not start at all.", 2);
    await inTransaction(as(moderator), async (tx) => releaseTopic(tx, await takeTopic(tx, { number })));
    const sam = await aMember(platform);
    for (const ctx of [guest(platform), as(sam)]) {
      const history = await getTopicHistory(ctx, { number });
      expect(versions(history)).toEqual([3, 1]);
      expect(history.shown.body).toContainEqual({ kind: "added", text: " at all" });
      await expect(getTopicHistory(ctx, { number, version: 2 })).rejects.toThrow(NotFound);
      expect(JSON.stringify(history)).not.toContain("evil.example");
    }
    for (const actor of [mei, moderator])
      expect(versions(await getTopicHistory(as(actor), { number }))).toEqual([3, 2, 1]);
  });

  test("stays out of a reply's too", async () => {
    const mei = await aMember(platform);
    const topic = await aDiscussion(platform);
    const { id: replyId } = await aReply(platform, topic, { author: mei });
    const edit = (body: string, version: number) =>
      editReply(as(mei), { number: topic.number, replyId, body, version });
    await edit(link, 1);
    await edit("Harmless again.", 2);
    await inTransaction(as(moderator), async (tx) => {
      const taken = await takeTopic(tx, topic);
      await releaseReply(tx, taken, await takeReply(tx, taken, replyId));
    });
    const of = { number: topic.number, replyId };
    expect(versions(await getReplyHistory(guest(platform), of))).toEqual([3, 1]);
    expect(versions(await getReplyHistory(as(moderator), of))).toEqual([3, 2, 1]);
    await expect(getReplyHistory(guest(platform), { ...of, version: 2 })).rejects.toThrow(NotFound);
  });
});

describe("pictures of a newcomer", () => {
  test("are three at most, and closed to others while the post waits", async () => {
    const mei = await aMember(platform);
    const ids = await Promise.all(Array.from({ length: 4 }, () => anUpload(mei)));
    expect(await open(mei, { attachmentIds: ids })).toEqual({ ok: false, reason: "newcomer-pictures" });
    const three = ids.slice(0, 3);
    await open(mei, { attachmentIds: three });
    const audiences = await db.attachment.findMany({ where: { id: { in: three } } });
    expect(audiences.map(({ audience }) => audience)).toEqual(["owner", "owner", "owner"]);
    const known = await aKnownMember();
    const more = await Promise.all(Array.from({ length: 4 }, () => anUpload(known)));
    expect(await open(known, { attachmentIds: more })).toMatchObject({ ok: true });
  });
});

test("whoever was suspended since the page was sent posts and edits nothing", async () => {
  const mei = await aMember(platform);
  const topic = await aDiscussion(platform, { author: mei });
  await db.member.update({ where: { id: mei.id }, data: { suspendedAt: clock.now() } });
  await expect(reply(mei, topic.number, "Still here.")).rejects.toThrow(SignInRequired);
  await expect(open(mei, { body: "Still here." })).rejects.toThrow(SignInRequired);
  const edit = { number: topic.number, title: "Another title", body: "Still here.", version: 1 };
  await expect(editTopic(as(mei), edit)).rejects.toThrow(SignInRequired);
});

test("only admins change the rules", async () => {
  for (const actor of [await aMember(platform), moderator])
    await expect(saveHoldingRules(as(actor), usualRules)).rejects.toThrow(Forbidden);
  expect(await db.auditEntry.count({ where: { kind: "holding-rules-changed" } })).toBeGreaterThan(0);
});
