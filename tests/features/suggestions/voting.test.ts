import { describe, expect, test } from "vitest";
import type { Actor } from "~/features/members/context";
import { hotScore } from "~/features/suggestions/hot-score";
import { suggestionStatuses } from "~/features/suggestions/suggestion";
import { castVote, withdrawVote } from "~/features/suggestions/voting.server";
import { days } from "~/platform/clock/clock";
import { refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { aSuggestion } from "../../factories/suggestions";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const mei = contextFor(platform, await aMember(platform, { name: "mei" }));
const rowsOf = (topicId: number) => db.vote.count({ where: { topicId } });
const read = (id: number) => db.topic.findUniqueOrThrow({ where: { id } });

describe("a vote", () => {
  test("counts once, however often it is cast", async () => {
    const { id, number } = await aSuggestion(platform);
    expect(await castVote(mei, { number })).toMatchObject({ ok: true, count: 2, isVoted: true });
    expect(await castVote(mei, { number })).toMatchObject({ ok: true, count: 2, isVoted: true });
    expect([await rowsOf(id), (await read(id)).voteCount]).toEqual([2, 2]);
  });

  test("can be taken back, and taken back again without harm", async () => {
    const { id, number } = await aSuggestion(platform);
    const before = await read(id);
    await castVote(mei, { number });
    expect(await withdrawVote(mei, { number })).toMatchObject({ count: 1, isVoted: false });
    expect(await withdrawVote(mei, { number })).toMatchObject({ count: 1, isVoted: false });
    const after = await read(id);
    expect([await rowsOf(id), after.voteCount]).toEqual([1, 1]);
    expect(after.hotScore).toBeCloseTo(before.hotScore, 9);
  });

  test("of the author is cast by posting, and is theirs to take back", async () => {
    const { id, number, author } = await aSuggestion(platform);
    expect((await read(id)).voteCount).toBe(1);
    await withdrawVote(contextFor(platform, author), { number });
    expect((await read(id)).voteCount).toBe(0);
  });

  test("of today lifts a suggestion above one that was voted for more, long ago", async () => {
    const faded = await aSuggestion(platform, { voters: [mei.actor, await aMember(platform)] });
    platform.clock.advance(days(60));
    const fresh = await aSuggestion(platform);
    expect((await read(fresh.id)).hotScore).toBeGreaterThan((await read(faded.id)).hotScore);
  });

  test("taken back by the only recent voter sinks a suggestion to where its old votes put it", async () => {
    const { id, number } = await aSuggestion(platform, { voters: [await aMember(platform)] });
    const before = await read(id);
    platform.clock.advance(days(400));
    await castVote(mei, { number });
    expect((await read(id)).hotScore).toBeGreaterThan(before.hotScore + 10);
    await withdrawVote(mei, { number });
    expect(await read(id)).toMatchObject({ voteCount: 2, hotScore: expect.closeTo(before.hotScore, 9) });
  });

  test("tells listeners who voted for what, once", async () => {
    const { id, number } = await aSuggestion(platform);
    await castVote(mei, { number });
    await castVote(mei, { number });
    await withdrawVote(mei, { number });
    const events = await db.outbox.findMany({
      where: { type: { startsWith: "suggestion." }, listener: null },
      orderBy: { id: "asc" },
    });
    const ofMei = events.filter(({ payload }) => {
      const { topicId, memberId } = payload as { topicId: number; memberId: number };
      return topicId === id && memberId === mei.actor.id;
    });
    expect(ofMei.map(({ type }) => type)).toEqual(["suggestion.voted", "suggestion.vote-withdrawn"]);
  });

  test("that does not count leaves the count alone when it is taken back", async () => {
    const { id, number } = await aSuggestion(platform);
    await db.vote.create({
      data: { topicId: id, memberId: mei.actor.id, createdAt: platform.clock.now(), isCounted: false },
    });
    expect(await withdrawVote(mei, { number })).toMatchObject({ count: 1, isVoted: false });
  });
});

describe("following", () => {
  const followOf = (topicId: number, memberId: number) =>
    db.follow.findUnique({ where: { topicId_memberId: { topicId, memberId } } });

  test("begins with a vote and ends when the vote is taken back", async () => {
    const { id, number } = await aSuggestion(platform);
    await castVote(mei, { number });
    expect(await followOf(id, mei.actor.id)).toMatchObject({ reason: "voted", level: "official" });
    await withdrawVote(mei, { number });
    expect(await followOf(id, mei.actor.id)).toBeNull();
  });

  test("of the author and of somebody who asked to follow outlives their vote", async () => {
    const { id, number, author } = await aSuggestion(platform);
    await withdrawVote(contextFor(platform, author), { number });
    expect(await followOf(id, author.id)).toMatchObject({ reason: "author" });
  });

  test("stays off for whoever muted the suggestion", async () => {
    const { id, number } = await aSuggestion(platform);
    const muted = { topicId: id, memberId: mei.actor.id, reason: "asked", level: "muted" };
    await db.follow.create({ data: { ...muted, createdAt: platform.clock.now() } });
    await castVote(mei, { number });
    await withdrawVote(mei, { number });
    expect(await followOf(id, mei.actor.id)).toMatchObject({ level: "muted" });
  });
});

describe("a settled suggestion", () => {
  for (const status of suggestionStatuses.slice(4))
    test(`that is ${status} takes no more votes and says so`, async () => {
      const { id, number, author } = await aSuggestion(platform, { status });
      expect(await castVote(mei, { number })).toEqual(refused("voting-closed"));
      expect(await withdrawVote(contextFor(platform, author), { number })).toEqual(refused("voting-closed"));
      expect([await rowsOf(id), (await read(id)).voteCount]).toEqual([1, 1]);
    });

  test("that was merged sends the click to the one that lives on", async () => {
    const survivor = await aSuggestion(platform);
    const merged = await aSuggestion(platform, { status: "merged", mergedIntoId: survivor.id });
    expect(await castVote(mei, { number: merged.number })).toMatchObject({
      number: survivor.number,
      count: 2,
    });
    expect([await rowsOf(merged.id), await rowsOf(survivor.id)]).toEqual([1, 2]);
    expect(await withdrawVote(mei, { number: merged.number })).toMatchObject({ count: 1 });
  });
});

describe("nobody votes", () => {
  test("without signing in", async () => {
    const { number } = await aSuggestion(platform);
    const nobody = guest(platform) as never;
    await expect(castVote(nobody, { number })).rejects.toThrow("suggestion.vote");
    await expect(withdrawVote(nobody, { number })).rejects.toThrow("suggestion.vote");
  });

  test("for what is not there, is held back, deleted, or no suggestion", async () => {
    const held = await aSuggestion(platform);
    const gone = await aSuggestion(platform);
    const other = await aSuggestion(platform);
    await db.topic.update({
      where: { id: held.id },
      data: { heldAt: platform.clock.now(), isListed: false },
    });
    await db.topic.update({
      where: { id: gone.id },
      data: { deletedAt: platform.clock.now(), isListed: false },
    });
    await db.topic.update({ where: { id: other.id }, data: { board: "discussion", kind: "problem" } });
    for (const number of [held.number, gone.number, other.number, 999_999])
      await expect(castVote(mei, { number })).rejects.toThrow("suggestion");
  });
});

describe("many at once", () => {
  test("fifty votes of one member are one vote", async () => {
    const { id, number } = await aSuggestion(platform);
    const answers = await Promise.all(Array.from({ length: 50 }, () => castVote(mei, { number })));
    expect(answers.every((answer) => answer.ok && answer.count === 2)).toBe(true);
    expect([await rowsOf(id), (await read(id)).voteCount]).toEqual([2, 2]);
  });

  test("2,000 votes and withdrawals of twenty members leave count and score equal to the rows", async () => {
    const members: Actor[] = [];
    for (let index = 0; index < 20; index++) members.push(await aMember(platform));
    const suggestions = [
      await aSuggestion(platform),
      await aSuggestion(platform),
      await aSuggestion(platform),
    ];
    const random = seeded(20_261_123);
    const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
    const steps = Array.from({ length: 2_000 }, () => ({
      ctx: contextFor(platform, pick(members)),
      number: pick(suggestions).number,
      act: random() < 0.55 ? castVote : withdrawVote,
    }));
    await inLanes(steps, 8, async ({ ctx, number, act }) => {
      platform.clock.advance(60_000);
      await act(ctx, { number });
    });
    for (const { id } of suggestions) {
      const topic = await read(id);
      const votes = await db.vote.findMany({ where: { topicId: id } });
      expect(topic.voteCount).toBe(votes.length);
      const castAt = votes.map(({ createdAt }) => createdAt);
      expect(topic.hotScore).toBeCloseTo(hotScore(topic.createdAt, castAt), 6);
    }
  }, 120_000);
});

async function inLanes<Step>(steps: readonly Step[], lanes: number, walk: (step: Step) => Promise<void>) {
  const waiting = steps.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const step of waiting) await walk(step);
    }),
  );
}

/** The same numbers in every run (mulberry32), so that a failure can be seen again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
