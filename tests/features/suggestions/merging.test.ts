import { describe, expect, test } from "vitest";
import { mergeSuggestion } from "~/features/suggestions/merging.server";
import { listSuggestions } from "~/features/suggestions/listing.server";
import { unmergeSuggestion } from "~/features/suggestions/unmerging.server";
import { readView } from "~/features/suggestions/view";
import { castVote, withdrawVote } from "~/features/suggestions/voting.server";
import { deleteTopic } from "~/features/topics/deleting.server";
import { getTopic } from "~/features/topics/reading.server";
import { postReply } from "~/features/topics/replying.server";
import { days } from "~/platform/clock/clock";
import { refused } from "~/platform/outcome";
import { voteChecks } from "~/wiring/examination/votes.server";
import { aMember } from "../../factories/members";
import { aSuggestion } from "../../factories/suggestions";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const staff = contextFor(platform, await aMember(platform, { name: "lin", role: "staff" }));
const [mei, sam, kim] = [await aMember(platform), await aMember(platform), await aMember(platform)];
const read = (number: number) => db.topic.findUniqueOrThrow({ where: { number } });
const merge = (number: number, into: number) => mergeSuggestion(staff, { number, into });
const unmerge = (number: number) => unmergeSuggestion(staff, { number });
const followOf = (topicId: number, memberId: number) =>
  db.follow.findUnique({ where: { topicId_memberId: { topicId, memberId } } });

async function expectNoDrift() {
  for (const check of voteChecks) expect([check.name, await check.count(platform)]).toEqual([check.name, 0]);
}

describe("a merged suggestion", () => {
  test("gives the survivor each voter of the two once, and its own page keeps its count", async () => {
    const survivor = await aSuggestion(platform, { voters: [mei, sam] });
    const source = await aSuggestion(platform, { voters: [sam, kim] });
    expect(await merge(source.number, survivor.number)).toMatchObject({ ok: true, count: 5 });
    expect(await read(survivor.number)).toMatchObject({ voteCount: 5, status: "open" });
    expect(await read(source.number)).toMatchObject({ voteCount: 3, status: "merged", isListed: false });
    expect(await db.vote.count({ where: { topicId: source.id } })).toBe(3);
    await expectNoDrift();
  });

  test("adds the votes it was imported with", async () => {
    const survivor = await aSuggestion(platform);
    const source = await aSuggestion(platform);
    await db.topic.update({ where: { id: source.id }, data: { importedVotes: 40, voteCount: 41 } });
    expect(await merge(source.number, survivor.number)).toMatchObject({ count: 42 });
    await unmerge(source.number);
    expect([(await read(survivor.number)).voteCount, (await read(source.number)).voteCount]).toEqual([1, 41]);
    await expectNoDrift();
  });

  test("leaves the lists, and is found under the votes of whoever voted for it through its survivor", async () => {
    const survivor = await aSuggestion(platform);
    const source = await aSuggestion(platform, { voters: [mei] });
    await merge(source.number, survivor.number);
    const page = await listSuggestions(
      contextFor(platform, mei),
      readView(new URLSearchParams({ sort: "new" })),
    );
    const numbers = page.suggestions.map(({ number }) => number);
    expect(numbers).not.toContain(source.number);
    expect(page.suggestions.find(({ number }) => number === survivor.number)).toMatchObject({
      isVoted: true,
    });
    expect((await getTopic(contextFor(platform, mei), survivor.number)).mine).toMatchObject({
      isVoted: true,
    });
  });

  test("sends a vote to the survivor, where whoever voted before is not counted twice", async () => {
    const survivor = await aSuggestion(platform);
    const source = await aSuggestion(platform, { voters: [mei] });
    await merge(source.number, survivor.number);
    expect(await castVote(contextFor(platform, mei), { number: source.number })).toMatchObject({
      number: survivor.number,
      count: 3,
    });
    expect(await castVote(contextFor(platform, sam), { number: source.number })).toMatchObject({ count: 4 });
    expect(await db.vote.count({ where: { topicId: survivor.id, memberId: mei.id } })).toBe(0);
    await expectNoDrift();
  });

  test("takes no replies, and its page tells where it went", async () => {
    const survivor = await aSuggestion(platform, { title: "The one that lives on" });
    const source = await aSuggestion(platform);
    await merge(source.number, survivor.number);
    const input = { number: source.number, body: "One more thing", attachmentIds: [], submission: "" };
    expect(await postReply(contextFor(platform, mei), input)).toEqual(refused("merged"));
    expect((await getTopic(guest(platform), source.number)).mergedInto).toMatchObject({
      number: survivor.number,
      title: "The one that lives on",
      votes: 2,
    });
    expect((await getTopic(guest(platform), survivor.number)).mergedHere).toMatchObject([
      { number: source.number },
    ]);
  });

  test("says nothing of a survivor that was taken away, and nothing is said of one taken away itself", async () => {
    const survivor = await aSuggestion(platform);
    const source = await aSuggestion(platform);
    await merge(source.number, survivor.number);
    await deleteTopic(staff, { number: survivor.number });
    expect((await getTopic(guest(platform), source.number)).mergedInto).toBeNull();
    const [kept, gone] = [await aSuggestion(platform), await aSuggestion(platform)];
    await merge(gone.number, kept.number);
    await deleteTopic(staff, { number: gone.number });
    expect((await getTopic(guest(platform), kept.number)).mergedHere).toEqual([]);
  });

  test("is told of in both timelines and to listeners, once however often it is asked for", async () => {
    const survivor = await aSuggestion(platform);
    const source = await aSuggestion(platform);
    await merge(source.number, survivor.number);
    expect(await merge(source.number, survivor.number)).toMatchObject({ ok: true, count: 2 });
    const entries = await db.timelineEntry.findMany({
      where: { topicId: { in: [source.id, survivor.id] }, type: "merged" },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ data }) => data)).toEqual([{ into: survivor.number }, { from: source.number }]);
    const events = await db.outbox.findMany({ where: { type: "suggestion.merged" } });
    const own = events.filter(({ payload }) => (payload as { topicId: number }).topicId === source.id);
    expect(own.map(({ payload }) => payload)).toEqual([
      { topicId: source.id, intoId: survivor.id, memberId: staff.actor.id },
    ]);
  });
});

describe("taking apart", () => {
  test("restores status, time, place and votes exactly", async () => {
    const survivor = await aSuggestion(platform, { voters: [mei, sam] });
    const source = await aSuggestion(platform, { status: "planned", voters: [sam, kim] });
    const before = [await read(source.number), await read(survivor.number)];
    platform.clock.advance(days(3));
    await merge(source.number, survivor.number);
    platform.clock.advance(days(3));
    expect(await unmerge(source.number)).toMatchObject({ ok: true, number: source.number });
    const after = [await read(source.number), await read(survivor.number)];
    for (const [index, topic] of after.entries()) {
      expect({ ...topic, hotScore: 0 }).toEqual({ ...before[index], hotScore: 0 });
      expect(topic.hotScore).toBeCloseTo(before[index]!.hotScore, 9);
    }
    expect(await unmerge(source.number)).toMatchObject({ ok: true });
    await expectNoDrift();
  });

  test("restores why it was declined", async () => {
    const survivor = await aSuggestion(platform);
    const source = await aSuggestion(platform, { status: "declined" });
    await db.topic.update({ where: { id: source.id }, data: { declinedReason: "not-now" } });
    await merge(source.number, survivor.number);
    expect((await read(source.number)).declinedReason).toBeNull();
    await unmerge(source.number);
    expect(await read(source.number)).toMatchObject({ status: "declined", declinedReason: "not-now" });
  });

  test("leaves votes cast after the merge with the survivor", async () => {
    const survivor = await aSuggestion(platform);
    const source = await aSuggestion(platform, { voters: [kim] });
    await merge(source.number, survivor.number);
    await castVote(contextFor(platform, mei), { number: source.number });
    await castVote(contextFor(platform, sam), { number: survivor.number });
    await unmerge(source.number);
    expect([(await read(survivor.number)).voteCount, (await read(source.number)).voteCount]).toEqual([3, 2]);
    await expectNoDrift();
  });

  test("does not bring back a vote that was taken back meanwhile", async () => {
    const survivor = await aSuggestion(platform, { voters: [kim] });
    const source = await aSuggestion(platform, { voters: [kim, mei] });
    await merge(source.number, survivor.number);
    for (const member of [kim, mei])
      expect(await withdrawVote(contextFor(platform, member), { number: survivor.number })).toMatchObject({
        isVoted: false,
      });
    expect((await read(survivor.number)).voteCount).toBe(2);
    await expectNoDrift();
    await unmerge(source.number);
    expect([(await read(survivor.number)).voteCount, (await read(source.number)).voteCount]).toEqual([1, 1]);
    await expectNoDrift();
  });

  test("works where the survivor was taken away, and keeps what was deleted out of the lists", async () => {
    const survivor = await aSuggestion(platform);
    const [one, other] = [await aSuggestion(platform), await aSuggestion(platform)];
    await merge(one.number, survivor.number);
    await merge(other.number, survivor.number);
    await deleteTopic(staff, { number: survivor.number });
    await deleteTopic(staff, { number: other.number });
    await unmerge(one.number);
    await unmerge(other.number);
    expect(await read(one.number)).toMatchObject({ isListed: true, status: "open" });
    expect(await read(other.number)).toMatchObject({ isListed: false, status: "open" });
    await expectNoDrift();
  });
});

describe("a merge is refused", () => {
  test("into itself, into what was merged, from what was merged, and from what others were merged into", async () => {
    const [a, b, c] = [await aSuggestion(platform), await aSuggestion(platform), await aSuggestion(platform)];
    expect(await merge(a.number, a.number)).toEqual(refused("merge-self"));
    await merge(a.number, b.number);
    expect(await merge(c.number, a.number)).toEqual(refused("merge-target-merged"));
    expect(await merge(a.number, c.number)).toEqual(refused("merge-source-merged"));
    expect(await merge(b.number, c.number)).toEqual(refused("merge-source-has-merged"));
    expect(await merge(b.number, a.number)).toEqual(refused("merge-target-merged"));
    await db.topic.update({ where: { id: c.id }, data: { heldAt: platform.clock.now(), isListed: false } });
    expect(await merge(c.number, b.number)).toEqual(refused("merge-held"));
    await expectNoDrift();
  });

  test("for whoever is not of the team, and with what is no suggestion or gone", async () => {
    const [a, b] = [await aSuggestion(platform), await aSuggestion(platform)];
    for (const role of ["member", "moderator"] as const) {
      const ctx = contextFor(platform, await aMember(platform, { role }));
      await expect(mergeSuggestion(ctx, { number: a.number, into: b.number })).rejects.toThrow(
        "suggestion.merge",
      );
      await expect(unmergeSuggestion(ctx, { number: a.number })).rejects.toThrow("suggestion.merge");
    }
    await expect(merge(a.number, 999_999)).rejects.toThrow("suggestion");
    await deleteTopic(staff, { number: b.number });
    await expect(merge(a.number, b.number)).rejects.toThrow("suggestion");
    await expect(unmerge(999_999)).rejects.toThrow("suggestion");
  });
});

describe("followers", () => {
  test("of the merged one follow the survivor and leave it with the undoing", async () => {
    const survivor = await aSuggestion(platform);
    const source = await aSuggestion(platform, { voters: [mei] });
    await merge(source.number, survivor.number);
    expect(await followOf(survivor.id, mei.id)).toMatchObject({ reason: "merged" });
    await unmerge(source.number);
    expect(await followOf(survivor.id, mei.id)).toBeNull();
    expect(await followOf(source.id, mei.id)).toMatchObject({ reason: "voted" });
  });

  test("who unsubscribed from either stay so", async () => {
    const survivor = await aSuggestion(platform, { voters: [mei] });
    const source = await aSuggestion(platform, { voters: [mei, sam] });
    const mute = (topicId: number, memberId: number) =>
      db.follow.update({
        where: { topicId_memberId: { topicId, memberId } },
        data: { level: "muted", reason: "asked" },
      });
    await mute(survivor.id, mei.id);
    await mute(source.id, sam.id);
    await merge(source.number, survivor.number);
    expect(await followOf(survivor.id, mei.id)).toMatchObject({ level: "muted" });
    expect(await followOf(survivor.id, sam.id)).toBeNull();
    await unmerge(source.number);
    expect(await followOf(survivor.id, mei.id)).toMatchObject({ level: "muted" });
  });

  test("who came with two merges, or voted since, stay when one is undone", async () => {
    const survivor = await aSuggestion(platform);
    const [one, other] = [
      await aSuggestion(platform, { voters: [mei, sam] }),
      await aSuggestion(platform, { voters: [mei] }),
    ];
    await merge(one.number, survivor.number);
    await merge(other.number, survivor.number);
    await db.vote.deleteMany({ where: { topicId: one.id, memberId: sam.id } });
    await castVote(contextFor(platform, sam), { number: survivor.number });
    await unmerge(one.number);
    expect(await followOf(survivor.id, mei.id)).toMatchObject({ reason: "merged" });
    expect(await followOf(survivor.id, sam.id)).toMatchObject({ reason: "voted" });
  });

  test("who take their vote back through the survivor follow neither any more", async () => {
    const survivor = await aSuggestion(platform);
    const source = await aSuggestion(platform, { voters: [mei] });
    await merge(source.number, survivor.number);
    await withdrawVote(contextFor(platform, mei), { number: survivor.number });
    expect([await followOf(survivor.id, mei.id), await followOf(source.id, mei.id)]).toEqual([null, null]);
    await withdrawVote(contextFor(platform, source.author), { number: survivor.number });
    expect(await followOf(survivor.id, source.author.id)).toMatchObject({ reason: "merged" });
  });
});
