import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { acceptSolution, withdrawSolution } from "~/features/discussions/solving.server";
import type { Actor, MemberContext } from "~/features/members/context";
import { listOverduePromises } from "~/features/official/overdue-promises.server";
import { postOfficialReply } from "~/features/official/posting.server";
import { countPromises, listPromises } from "~/features/official/promises.server";
import { saveSite } from "~/features/site/settings.server";
import { readToday } from "~/features/site/today.server";
import { mergeSuggestion } from "~/features/suggestions/merging.server";
import { setSuggestionStatus } from "~/features/suggestions/statuses.server";
import { deleteReply, deleteTopic } from "~/features/topics/deleting.server";
import { setFollow } from "~/features/topics/following.server";
import { locateReply } from "~/features/topics/locating.server";
import { getTopic } from "~/features/topics/reading.server";
import { addDays } from "~/platform/clock/calendar-day";
import { hours } from "~/platform/clock/clock";
import { refused } from "~/platform/outcome";
import { anAnnouncement } from "../../factories/announcements";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply, aSuggestion, type TopicMade } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { heardBy, tellEverybody } from "../notifications/telling";

const platform = await testPlatform();
const { db, clock } = platform;
const mara = await aMember(platform, { role: "staff", displayName: "Mara Lindqvist" });
const admin = contextFor(platform, await aMember(platform, { role: "admin" }));
const staff = contextFor(platform, mara);
const visitor = guest(platform);

type Input = Parameters<typeof postOfficialReply>[1];
const text = "Export of all addresses as CSV";
const make = (dueOn: string | null) => ({ kind: "make" as const, text, dueOn });

function post({ number }: TopicMade, traits: Partial<Input> = {}, ctx: MemberContext = staff) {
  return postOfficialReply(ctx, {
    ...{ number, body: "We will do it.", type: "planned", announcementIds: [], attachmentIds: [] },
    submission: randomUUID(),
    ...traits,
  });
}

/** A promise on a topic for so many days from today; null names no day. */
async function promised(topic: TopicMade, days: number | null) {
  const dueOn = days === null ? null : addDays(await readToday(visitor), days);
  const { id } = await anOfficialReply(platform, topic, { type: "planned", promise: make(dueOn) });
  const { id: promiseId } = await db.teamPromise.findUniqueOrThrow({ where: { replyId: id } });
  return { promiseId, replyId: id, dueOn };
}

const stateOf = async (id: number) => (await db.teamPromise.findUniqueOrThrow({ where: { id } })).state;

async function linesOf(topicId: number) {
  const entries = await db.timelineEntry.findMany({ where: { topicId }, orderBy: { id: "asc" } });
  return entries.map(({ type, data }) => ({ type, data: data as Record<string, unknown> }));
}

let topic: TopicMade;
let mei: Actor;
beforeEach(async () => {
  [topic, mei] = await Promise.all([aSuggestion(platform), aMember(platform)]);
});

describe("a promise in an official reply", () => {
  test("is one act and one notice with the reply, the status and the announcement", async () => {
    await setFollow(contextFor(platform, mei), { number: topic.number, level: "following" });
    const entry = await anAnnouncement(platform);
    await tellEverybody(platform);
    const outbox = await db.outbox.count({ where: { type: "official.posted" } });
    const dueOn = addDays(await readToday(visitor), 30);
    const sent = await post(topic, {
      ...{ status: "planned", announcementIds: [entry.id], promise: make(dueOn) },
    });
    expect(sent.ok).toBe(true);
    expect(await db.outbox.count({ where: { type: "official.posted" } })).toBe(outbox + 1);
    await tellEverybody(platform);
    await tellEverybody(platform);
    const heard = await heardBy(platform, mei);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      type: "official",
      data: { type: "planned", status: "planned", promise: "make", dueOn },
    });
    const [promise] = (await getTopic(visitor, topic.number)).promises;
    expect(promise).toMatchObject({ text, dueOn, state: "open", moves: [], keptIn: null });
    expect((await linesOf(topic.id)).map(({ type }) => type)).toEqual([
      "opened",
      "status",
      "announced",
      "promised",
    ]);
  });

  test("tells followers also when nothing else changes", async () => {
    await setFollow(contextFor(platform, mei), { number: topic.number, level: "following" });
    await post(topic, { type: "answer" });
    await tellEverybody(platform);
    expect(await heardBy(platform, mei)).toMatchObject([{ type: "official", data: { type: "answer" } }]);
  });

  test("leaves nothing of the act when the act cannot be finished", async () => {
    const everything = () =>
      Promise.all([
        db.reply.count(),
        db.officialReply.count(),
        db.teamPromise.count(),
        db.timelineEntry.count(),
        db.outbox.count(),
        db.submission.count(),
      ]);
    const before = await everything();
    // Past every check of the form the database itself stops the last of its writes.
    const nobody = contextFor(platform, { ...mara, id: 987_654 });
    await expect(post(topic, { status: "planned", promise: make(null) }, nobody)).rejects.toThrow();
    expect(await everything()).toEqual(before);
    expect((await db.topic.findUniqueOrThrow({ where: { id: topic.id } })).status).toBe("open");
  });

  test("is the only one that stands: of two of the team at once, one is told that it came second", async () => {
    const lin = contextFor(platform, await aMember(platform, { role: "staff" }));
    const both = await Promise.all([
      post(topic, { promise: make(null) }),
      post(topic, { promise: make(null) }, lin),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(refused("promise-stands"));
    expect(await db.teamPromise.count({ where: { topicId: topic.id } })).toBe(1);
    expect(await db.officialReply.count({ where: { topicId: topic.id } })).toBe(1);
  });

  test("is refused for a day that is over or that nobody can foresee, and beside a status that says it is done", async () => {
    const today = await readToday(visitor);
    expect(await post(topic, { promise: make(addDays(today, -1)) })).toEqual(refused("promise-day-past"));
    expect(await post(topic, { promise: make(addDays(today, 4_000)) })).toEqual(refused("promise-day-far"));
    expect(await post(topic, { type: "fixed-in", status: "shipped", promise: make(null) })).toEqual(
      refused("promise-settled"),
    );
    expect(await post(topic, { promise: make(today) })).toMatchObject({ ok: true });
  });
});

describe("a promise that stands", () => {
  test("is moved by another official reply, and the day before stays to be seen", async () => {
    const { promiseId, dueOn } = await promised(topic, 10);
    const later = addDays(dueOn!, 31);
    const move = { kind: "move" as const, promiseId, dueOn: later };
    expect(await post(topic, { promise: { ...move, dueOn: dueOn! } })).toEqual(refused("promise-day-same"));
    expect(await post(topic, { promise: move })).toMatchObject({ ok: true });
    const [promise] = (await getTopic(visitor, topic.number)).promises;
    expect(promise).toMatchObject({ dueOn: later, state: "open", moves: [{ from: dueOn, to: later }] });
    expect(await linesOf(topic.id)).toContainEqual({
      type: "promise-moved",
      data: expect.objectContaining({ from: dueOn, to: later, text }) as unknown,
    });
  });

  test("moved by two at once has both days on record, in the order they were written", async () => {
    const { promiseId, dueOn } = await promised(topic, 10);
    const lin = contextFor(platform, await aMember(platform, { role: "staff" }));
    const days = [addDays(dueOn!, 5), addDays(dueOn!, 9)];
    await Promise.all(
      days.map((day, at) =>
        post(topic, { promise: { kind: "move", promiseId, dueOn: day } }, at === 0 ? staff : lin),
      ),
    );
    const [promise] = (await getTopic(visitor, topic.number)).promises;
    expect(promise!.moves).toHaveLength(2);
    expect(promise!.moves[0]!.from).toBe(dueOn);
    expect(promise!.moves[1]!.from).toBe(promise!.moves[0]!.to);
    expect(promise!.dueOn).toBe(promise!.moves[1]!.to);
  });

  test("is withdrawn with a reason that everybody reads, and not twice", async () => {
    const { promiseId } = await promised(topic, 10);
    const withdraw = { kind: "withdraw" as const, promiseId, reason: "The chain shuts down." };
    expect(await post(topic, { promise: withdraw })).toMatchObject({ ok: true });
    expect(await post(topic, { promise: withdraw })).toEqual(refused("promise-gone"));
    const { promises } = await listPromises(visitor, { of: "withdrawn", today: await readToday(visitor) });
    expect(promises[0]).toMatchObject({ id: promiseId, withdrawnReason: "The chain shuts down." });
    // The place is free for another one.
    expect(await post(topic, { promise: make(null) })).toMatchObject({ ok: true });
  });

  test("sent twice is moved once", async () => {
    const { promiseId, dueOn } = await promised(topic, 10);
    const submission = randomUUID();
    const move = { kind: "move" as const, promiseId, dueOn: addDays(dueOn!, 3) };
    const first = await post(topic, { promise: move, submission });
    expect(await post(topic, { promise: move, submission })).toEqual(first);
    expect((await getTopic(visitor, topic.number)).promises[0]!.moves).toHaveLength(1);
  });

  test("of another topic is out of reach", async () => {
    const { promiseId } = await promised(await aSuggestion(platform), 10);
    expect(await post(topic, { promise: { kind: "keep", promiseId } })).toEqual(refused("promise-gone"));
    expect(await stateOf(promiseId)).toBe("open");
  });

  test("goes with the reply that made it, in public", async () => {
    const { promiseId, replyId } = await promised(topic, 10);
    await deleteReply(staff, { number: topic.number, replyId });
    expect(await stateOf(promiseId)).toBe("withdrawn");
    expect((await linesOf(topic.id)).at(-1)).toMatchObject({ type: "promise-withdrawn" });
  });
});

describe("a promise is kept", () => {
  test("when an announcement that answers its topic is published, and names it", async () => {
    const { promiseId } = await promised(topic, 10);
    const entry = await anAnnouncement(platform, {
      ...{ status: "draft", release: "2.3", topics: [topic.number], author: mara },
    });
    expect(await stateOf(promiseId)).toBe("open");
    await publishAnnouncement(staff, { slug: entry.slug, version: 1, settle: true });
    const [promise] = (await getTopic(visitor, topic.number)).promises;
    expect(promise).toMatchObject({ state: "kept", keptIn: { release: "2.3", slug: entry.slug } });
    expect((await linesOf(topic.id)).filter(({ type }) => type === "promise-kept")).toHaveLength(1);
  });

  test("by a published announcement linked later, unless that came before the promise", async () => {
    const early = await anAnnouncement(platform);
    clock.advance(1_000);
    const { promiseId } = await promised(topic, 10);
    await post(topic, { type: "fixed-in", announcementIds: [early.id] });
    expect(await stateOf(promiseId)).toBe("open");
    clock.advance(1_000);
    const entry = await anAnnouncement(platform);
    await post(topic, { type: "answer", announcementIds: [entry.id] });
    expect(await stateOf(promiseId)).toBe("open");
    const other = await anAnnouncement(platform);
    await post(topic, { type: "fixed-in", announcementIds: [other.id] });
    expect(await stateOf(promiseId)).toBe("kept");
  });

  test("when the status says so, and stands again when that very change is taken back", async () => {
    const { promiseId } = await promised(topic, 10);
    await setSuggestionStatus(staff, {
      number: topic.number,
      to: "shipped",
      text: undefined,
      reason: undefined,
    });
    expect(await stateOf(promiseId)).toBe("kept");
    clock.advance(1_000);
    await setSuggestionStatus(staff, {
      number: topic.number,
      to: "started",
      text: undefined,
      reason: undefined,
    });
    expect(await stateOf(promiseId)).toBe("open");
  });

  test("by a solution, and stands again when the solution goes", async () => {
    const problem = await aDiscussion(platform, { author: mei });
    const { promiseId } = await promised(problem, 10);
    const reply = await aReply(platform, problem);
    const asker = contextFor(platform, mei);
    await acceptSolution(asker, { number: problem.number, replyId: reply.id });
    expect(await stateOf(promiseId)).toBe("kept");
    clock.advance(1_000);
    await withdrawSolution(asker, { number: problem.number });
    expect(await stateOf(promiseId)).toBe("open");
  });

  test("on what was merged, when the survivor ships", async () => {
    const survivor = await aSuggestion(platform);
    const { promiseId } = await promised(topic, 10);
    await mergeSuggestion(staff, { number: topic.number, into: survivor.number });
    await setSuggestionStatus(staff, {
      number: survivor.number,
      to: "shipped",
      text: undefined,
      reason: undefined,
    });
    expect(await stateOf(promiseId)).toBe("kept");
  });

  test("on what was merged, by official replies where it lives on; both timelines say so and lead there", async () => {
    const survivor = await aSuggestion(platform);
    const { promiseId, dueOn } = await promised(topic, 10);
    await mergeSuggestion(staff, { number: topic.number, into: survivor.number });
    const stands = async (ctx: MemberContext | typeof visitor = staff) =>
      (await getTopic(ctx, survivor.number)).mergedPromises;
    expect(await stands()).toEqual([{ id: promiseId, text, dueOn, state: "open", madeOn: topic.number }]);
    expect(await stands(visitor)).toEqual([]);
    const later = addDays(await readToday(visitor), 20);
    expect(await post(topic, { promise: { kind: "move", promiseId, dueOn: later } })).toEqual(
      refused("merged"),
    );
    await post(survivor, { promise: { kind: "move", promiseId, dueOn: later } });
    await post(survivor, { type: "answer", promise: { kind: "withdraw", promiseId, reason: "Other plans" } });
    expect(await stateOf(promiseId)).toBe("withdrawn");
    expect(await stands()).toEqual([]);
    for (const { id, number } of [topic, survivor]) {
      const lines = (await linesOf(id)).filter(({ type }) => /promise-/.test(type));
      expect(lines.map(({ type }) => type)).toEqual(["promise-moved", "promise-withdrawn"]);
      const replyId = Number(lines[0]!.data.replyId);
      expect(await locateReply(visitor, { number, replyId })).toContain(`/t/${survivor.number}/`);
    }
    const stranger = await promised(await aSuggestion(platform), 10);
    const elsewhere = { kind: "keep" as const, promiseId: stranger.promiseId };
    expect(await post(survivor, { type: "answer", promise: elsewhere })).toEqual(refused("promise-gone"));
  });

  test("by a reply that says so", async () => {
    const { promiseId } = await promised(topic, null);
    await post(topic, { type: "answer", promise: { kind: "keep", promiseId } });
    expect(await stateOf(promiseId)).toBe("kept");
  });
});

describe("the lists of promises", () => {
  test("follow the end of the day where the site is", async () => {
    await saveSite(admin, { timeZone: "Asia/Shanghai" });
    const { promiseId } = await promised(topic, 0);
    const midnight = Date.parse(`${addDays(await readToday(visitor), 1)}T00:00:00+08:00`);
    const isOverdue = async () =>
      (await listOverduePromises(staff, { limit: 100 })).promises.some(({ id }) => id === promiseId);
    clock.advance(midnight - clock.now().getTime() - 1);
    expect(await isOverdue()).toBe(false);
    clock.advance(1);
    expect(await isOverdue()).toBe(true);
    // The same instant is the day before, further west.
    await saveSite(admin, { timeZone: "America/Los_Angeles" });
    expect(await isOverdue()).toBe(false);
    await saveSite(admin, { timeZone: "UTC" });
    expect(await isOverdue()).toBe(false);
    clock.advance(hours(8));
    expect(await isOverdue()).toBe(true);
    clock.advance(hours(24 * 13) + hours(23));
    const standing = async () =>
      (await listOverduePromises(staff, { limit: 100 })).promises.find(({ id }) => id === promiseId)
        ?.standing;
    expect(await standing()).toBe("overdue");
    clock.advance(hours(1));
    expect(await standing()).toBe("late");
  });

  test("come page by page, the oldest day first, with nothing twice and nothing left out", async () => {
    const made: number[] = [];
    for (const days of [3, 1, 2, 1, 4, 1])
      made.push((await promised(await aSuggestion(platform), days)).promiseId);
    clock.advance(hours(24 * 6));
    const seen: { id: number; dueOn: string | null }[] = [];
    for (let after: string | null = null; ;) {
      const page = await listOverduePromises(staff, { after, limit: 2 });
      seen.push(...page.promises);
      if (!page.next) break;
      after = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(made.every((id) => seen.some((each) => each.id === id))).toBe(true);
    expect(seen.map(({ dueOn }) => dueOn)).toEqual(seen.map(({ dueOn }) => dueOn).toSorted());
    const today = await readToday(visitor);
    const counts = await countPromises(visitor, { today });
    const all = await listPromises(visitor, { of: "unkept", today, limit: 100 });
    expect(counts.overdue + counts.late).toBe(all.promises.length);
    for (const of of ["open", "kept", "withdrawn", "late", "overdue"] as const)
      expect((await listPromises(visitor, { of, today, limit: 100 })).promises).toHaveLength(counts[of]);
  });

  test("begin anew for a cursor nobody wrote", async () => {
    const today = await readToday(visitor);
    const first = await listPromises(visitor, { of: "open", today });
    for (const after of ["", "x", "'; DROP", "2026-99-99_1_1", "9".repeat(400)])
      expect(await listPromises(visitor, { of: "open", today, after })).toEqual(first);
  });

  test("show nothing of a topic that may not be read", async () => {
    const { promiseId } = await promised(topic, null);
    const ids = async () =>
      (await listPromises(visitor, { of: "open", today: await readToday(visitor), limit: 100 })).promises.map(
        ({ id }) => id,
      );
    expect(await ids()).toContain(promiseId);
    await deleteTopic(staff, { number: topic.number });
    expect(await ids()).not.toContain(promiseId);
  });
});
