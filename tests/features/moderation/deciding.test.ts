import { expect, test } from "vitest";
import type { Actor } from "~/features/members/context";
import { appeal } from "~/features/moderation/appealing.server";
import { claimReview, releaseReview } from "~/features/moderation/claiming.server";
import { decideAppeal, decideReview, removePost, restorePost } from "~/features/moderation/deciding.server";
import { countLostAppeals, findDrift, mendDrift } from "~/features/moderation/drift.server";
import { flagPost } from "~/features/moderation/flagging.server";
import { listRemovals } from "~/features/moderation/log.server";
import { getOwnDecision } from "~/features/moderation/own-decision.server";
import { countQueue, listQueue } from "~/features/moderation/queue.server";
import { getReview } from "~/features/moderation/reading.server";
import { deleteTopic } from "~/features/topics/deleting.server";
import { holdReply, holdTopic } from "~/features/topics/holding.server";
import { getTopic } from "~/features/topics/reading.server";
import { takeReply, takeTopic } from "~/features/topics/taking.server";
import { minutes } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { drainOutbox } from "~/wiring/draining.server";
import { testPlatform } from "../../setup/platform";
import { openItem } from "./scene";

const platform = await testPlatform();
const { db, clock } = platform;
const author = await aMember(platform, { displayName: "Author" });
const reporter = await aMember(platform, { displayName: "Reporter" });
const [ada, ben] = [
  await aMember(platform, { role: "moderator", displayName: "Ada" }),
  await aMember(platform, { role: "moderator", displayName: "Ben" }),
];
const staff = await aMember(platform, { role: "staff" });
const as = (actor: Actor) => contextFor(platform, actor);
const remove = { act: "remove", reason: "spam", note: "An advertisement", version: 1 } as const;
const keep = { act: "keep", reason: "", note: "", version: 1 } as const;

/** A reply that a member flagged, and what waits of it. */
async function aFlaggedReply(text = "Buy now", by = author) {
  const topic = await aDiscussion(platform);
  const reply = await aReply(platform, topic, { author: by, body: text });
  await flagPost(as(reporter), { number: topic.number, replyId: reply.id, reason: "spam", note: "ad" });
  const item = (await openItem(platform, { topicId: topic.id, replyId: reply.id }))!;
  return { topic, reply, id: item.id };
}

test("of two moderators at once one decides, and the other is told that it is decided", async () => {
  const { id, reply } = await aFlaggedReply();
  const outcomes = await Promise.all([
    decideReview(as(ada), { id, ...remove }),
    decideReview(as(ben), { id, ...keep }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual([refused("decided-already")]);
  expect(await db.moderationDecision.count({ where: { replyId: reply.id } })).toBe(1);
  expect((await getReview(as(ben), id)).decisions).toMatchObject([{ by: outcomes[0].ok ? "Ada" : "Ben" }]);
});

test("a claim is one moderator's for a quarter of an hour, and decides for nobody else", async () => {
  const { id } = await aFlaggedReply();
  const claims = await Promise.all([claimReview(as(ada), { id }), claimReview(as(ben), { id })]);
  expect(claims.filter(({ ok }) => ok)).toHaveLength(1);
  const [first, second] = claims[0].ok ? [ada, ben] : [ben, ada];
  expect(await decideReview(as(second), { id, ...keep })).toEqual(refused("claimed-already"));
  await releaseReview(as(second), { id });
  expect((await getReview(as(second), id)).claim).toMatchObject({ by: { id: first.id } });
  clock.advance(minutes(15));
  expect(await claimReview(as(second), { id })).toEqual(done({}));
  expect(await decideReview(as(first), { id, ...keep })).toEqual(refused("claimed-already"));
  await releaseReview(as(second), { id });
  expect(await decideReview(as(first), { id, ...keep })).toMatchObject({ ok: true });
  expect(await claimReview(as(second), { id })).toEqual(refused("decided-already"));
});

test("a removal gives its author the reason and the text, and tells what became of the flags", async () => {
  const { id, reply, topic } = await aFlaggedReply("Words worth keeping");
  const decided = await decideReview(as(ada), { id, ...remove });
  if (!decided.ok) throw new Error(decided.reason);
  expect(await db.reply.findUniqueOrThrow({ where: { id: reply.id } })).toMatchObject({
    deletedById: ada.id,
  });
  expect(await db.flag.findFirst({ where: { replyId: reply.id } })).toMatchObject({ state: "upheld" });
  const own = await getOwnDecision(as(author), decided.decisionId);
  expect(own).toMatchObject({
    ...{ act: "removed", reason: "spam", note: "An advertisement", body: "Words worth keeping" },
    ...{ draft: `reply-${topic.number}`, mayAppeal: true },
  });
  expect(JSON.stringify(own)).not.toMatch(/Reporter|Ada/);
  for (const actor of [reporter, ada])
    await expect(getOwnDecision(as(actor), decided.decisionId)).rejects.toThrow(NotFound);
  expect(
    await db.auditEntry.findFirst({ where: { kind: "post-moderated" }, orderBy: { id: "desc" } }),
  ).toMatchObject({
    actorId: ada.id,
    detail: expect.not.stringContaining("Words") as string,
  });
});

test("a draft that stands is not written over, and a secret is not given back", async () => {
  const topic = await aSuggestion(platform, { author, title: "Wish to keep", body: "First" });
  await removePost(as(ada), { number: topic.number, reason: "spam", note: "" });
  const kept = () =>
    db.draft.findUnique({ where: { memberId_form: { memberId: author.id, form: "suggestion" } } });
  expect((await kept())!.values).toEqual({ title: "Wish to keep", body: "First" });
  const other = await aSuggestion(platform, { author, title: "Another wish", body: "Second" });
  await removePost(as(ada), { number: other.number, reason: "spam", note: "" });
  expect((await kept())!.values).toEqual({ title: "Wish to keep", body: "First" });
  await db.draft.delete({ where: { id: (await kept())!.id } });
  const secret = await aSuggestion(platform, { author, body: "My words are abandon abandon" });
  await removePost(as(ada), { number: secret.number, reason: "secret", note: "" });
  expect(await kept()).toBeNull();
});

test("a held post appears when it is approved, with the text the moderator read", async () => {
  const topic = await aDiscussion(platform, { author });
  await inTransaction(as(author), async (tx) =>
    holdTopic(tx, await takeTopic(tx, { number: topic.number }), "first-post"),
  );
  await drainOutbox(platform, () => {});
  const item = (await openItem(platform, { topicId: topic.id }))!;
  expect(item).toMatchObject({ kind: "held", reason: "first-post" });
  await db.topic.update({ where: { id: topic.id }, data: { version: 2 } });
  expect(await decideReview(as(ada), { id: item.id, ...keep })).toEqual(refused("changed-meanwhile"));
  await expect(getTopic(guest(platform), topic.number)).rejects.toThrow(NotFound);
  expect(await decideReview(as(ada), { id: item.id, ...keep, version: 2 })).toMatchObject({ ok: true });
  expect(await getTopic(guest(platform), topic.number)).toMatchObject({ isListed: true });
  // Looked at once: flags bring it back to the queue and do not hide it.
  const { number } = topic;
  expect(await flagPost(as(reporter), { number, reason: "secret", note: "" })).toEqual(
    done({ isHidden: false }),
  );
});

test("what its author deleted meanwhile is decided by nobody and leaves the queue", async () => {
  const topic = await aDiscussion(platform, { author });
  await flagPost(as(reporter), { number: topic.number, reason: "spam", note: "" });
  const { id } = (await openItem(platform, { topicId: topic.id }))!;
  await deleteTopic(as(author), topic);
  expect(await decideReview(as(ada), { id, ...remove })).toEqual(refused("post-gone"));
  await drainOutbox(platform, () => {});
  expect(await openItem(platform, { topicId: topic.id })).toBeNull();
});

test("nobody decides about their own", async () => {
  const topic = await aDiscussion(platform, { author: ada });
  await flagPost(as(reporter), { number: topic.number, reason: "spam", note: "" });
  const { id } = (await openItem(platform, { topicId: topic.id }))!;
  for (const act of [remove, keep])
    expect(await decideReview(as(ada), { id, ...act })).toEqual(refused("own-post"));
  const { number } = topic;
  expect(await removePost(as(ada), { number, reason: "spam", note: "" })).toEqual(refused("own-post"));
  await removePost(as(ben), { number, reason: "spam", note: "" });
  expect(await restorePost(as(ada), { number })).toEqual(refused("own-post"));
});

test("an appeal goes to another moderator, once, and brings the post back", async () => {
  const { id, reply, topic } = await aFlaggedReply("Not an advertisement");
  const decided = await decideReview(as(ada), { id, ...remove });
  if (!decided.ok) throw new Error(decided.reason);
  const { decisionId } = decided;
  const text = "It answers the question";
  await expect(appeal(as(reporter), { decisionId, text })).rejects.toThrow(NotFound);
  const appeals = await Promise.all([1, 2, 3].map(() => appeal(as(author), { decisionId, text })));
  expect(appeals.filter(({ ok }) => ok)).toHaveLength(1);
  expect(appeals.filter(({ ok }) => !ok)).toEqual([refused("appealed-already"), refused("appealed-already")]);

  const item = (await openItem(platform, { topicId: topic.id, replyId: reply.id, kind: "appeal" }))!;
  const uphold = { id: item.id, act: "uphold", note: "You were right" } as const;
  expect(await decideAppeal(as(ada), uphold)).toEqual(refused("own-decision"));
  await expect(decideAppeal(as(author), uphold)).rejects.toThrow(Forbidden);
  const outcomes = await Promise.all([decideAppeal(as(ben), uphold), decideAppeal(as(staff), uphold)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.reply.findUniqueOrThrow({ where: { id: reply.id } })).toMatchObject({ deletedAt: null });
  expect(await db.topic.findUniqueOrThrow({ where: { id: topic.id } })).toMatchObject({ replyCount: 1 });
  expect(await db.flag.findFirst({ where: { replyId: reply.id } })).toMatchObject({ state: "refused" });
  expect((await getOwnDecision(as(author), decisionId)).appeal).toMatchObject({
    ...{ state: "upheld", answer: "You were right" },
  });
  const { removals } = await listRemovals(guest(platform), null);
  expect(removals.find((one) => one.id === decisionId)).toMatchObject({
    ...{ reason: "spam", kind: "reply", appeal: "upheld", isBack: true },
  });
});

test("an appeal that is refused leaves the post away and is the last word", async () => {
  const topic = await aDiscussion(platform, { author });
  await removePost(as(ada), { number: topic.number, reason: "abuse", note: "" });
  const { id: decisionId } = (await db.moderationDecision.findFirst({ where: { topicId: topic.id } }))!;
  expect(await appeal(as(author), { decisionId, text: "Please" })).toEqual(done({}));
  const item = (await openItem(platform, { topicId: topic.id, kind: "appeal" }))!;
  const refusal = { id: item.id, act: "refuse", note: "It insults somebody" } as const;
  const last = await decideAppeal(as(ben), refusal);
  if (!last.ok) throw new Error(last.reason);
  await expect(getTopic(guest(platform), topic.number)).rejects.toThrow(NotFound);
  expect(await appeal(as(author), { decisionId, text: "Again" })).toEqual(refused("appealed-already"));
  expect(await appeal(as(author), { decisionId: last.decisionId, text: "Again" })).toEqual(
    refused("appeal-none"),
  );
});

test("nobody but moderators reads, claims or decides", async () => {
  const { id } = await aFlaggedReply();
  for (const actor of [author, reporter]) {
    await expect(listQueue(as(actor), {})).rejects.toThrow(Forbidden);
    await expect(countQueue(as(actor))).rejects.toThrow(Forbidden);
    await expect(getReview(as(actor), id)).rejects.toThrow(Forbidden);
    await expect(claimReview(as(actor), { id })).rejects.toThrow(Forbidden);
    await expect(releaseReview(as(actor), { id })).rejects.toThrow(Forbidden);
    await expect(decideReview(as(actor), { id, ...keep })).rejects.toThrow(Forbidden);
    const post = { number: 1, reason: "spam", note: "" } as const;
    await expect(removePost(as(actor), post)).rejects.toThrow(Forbidden);
    await expect(restorePost(as(actor), { number: 1 })).rejects.toThrow(Forbidden);
  }
  // An official reply speaks for the team: a moderator outside it does not take it away.
  const topic = await aDiscussion(platform);
  const letter = await aReply(platform, topic, { author: staff, isOfficial: true });
  const input = { number: topic.number, replyId: letter.id, reason: "spam", note: "" } as const;
  await expect(removePost(as(ada), input)).rejects.toThrow(Forbidden);
});

test("the queue is read page by page, oldest or heaviest first, and counts what it shows", async () => {
  const before = await countQueue(as(ada));
  for (let count = 0; count < 23; count++) await aFlaggedReply(`Number ${count}`);
  const readAll = async (order?: "heaviest") => {
    const ids: number[] = [];
    for (let after: string | null = null; ;) {
      const page = await listQueue(as(ada), { order, after, kind: "flagged" });
      ids.push(...page.rows.map(({ id }) => id));
      if (page.next === null) return ids;
      after = page.next;
    }
  };
  const oldest = await readAll();
  expect(new Set(oldest).size).toBe(oldest.length);
  expect(oldest.toSorted((a, b) => a - b)).toEqual((await readAll("heaviest")).toSorted((a, b) => a - b));
  const counts = await countQueue(as(ada));
  expect(counts.flagged).toBe(before.flagged + 23);
  expect(oldest).toHaveLength(counts.flagged);
  await claimReview(as(ada), { id: oldest[0]! });
  expect((await listQueue(as(ada), { isMine: true })).rows.map(({ id }) => id)).toContain(oldest[0]);
});

test("doctor finds what the queue has wrong and mends it", async () => {
  await drainOutbox(platform, () => {});
  expect(await findDrift(platform)).toEqual([]);
  const { id, topic, reply } = await aFlaggedReply();
  await inTransaction(as(author), async (tx) => {
    const taken = await takeTopic(tx, { number: topic.number });
    await holdReply(tx, taken, await takeReply(tx, taken, reply.id), "links");
  });
  // On its way to the queue it is late, not wrong.
  expect(await findDrift(platform)).toEqual([]);
  await drainOutbox(platform, () => {});
  expect(await findDrift(platform)).toEqual([]);
  await db.reviewItem.update({ where: { id }, data: { score: 99 } });
  await db.reviewItem.deleteMany({ where: { kind: "held", replyId: reply.id } });
  expect(await findDrift(platform)).toEqual([{ topicId: topic.id, replyId: reply.id }]);
  expect(await mendDrift(platform)).toBe(1);
  expect(await findDrift(platform)).toEqual([]);
  expect(await openItem(platform, { topicId: topic.id, replyId: reply.id, kind: "held" })).not.toBeNull();
  expect(await countLostAppeals(platform)).toBe(0);
});
