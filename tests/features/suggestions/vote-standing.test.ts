import { describe, expect, test } from "vitest";
import { saveVotingRules } from "~/features/suggestions/voting-rules.server";
import { mergeSuggestion } from "~/features/suggestions/merging.server";
import { refreshAllVotes, refreshVotesOf } from "~/features/suggestions/vote-standing.server";
import { unmergeSuggestion } from "~/features/suggestions/unmerging.server";
import { castVote } from "~/features/suggestions/voting.server";
import { voteChecks } from "~/wiring/examination/votes.server";
import { aMember } from "../../factories/members";
import { aSuggestion } from "../../factories/suggestions";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const ctx = guest(platform);
const admin = contextFor(platform, await aMember(platform, { role: "admin" }));
const countOf = async (number: number) => (await db.topic.findUniqueOrThrow({ where: { number } })).voteCount;

async function setSuspended(memberId: number, isSuspended: boolean) {
  const suspendedAt = isSuspended ? platform.clock.now() : null;
  await db.member.update({ where: { id: memberId }, data: { suspendedAt } });
  return refreshVotesOf(ctx, { memberId });
}

async function expectNoDrift() {
  for (const check of voteChecks) expect([check.name, await check.count(platform)]).toEqual([check.name, 0]);
}

describe("votes of a suspended account", () => {
  test("do not count, and come back as they were when the account does", async () => {
    const mei = await aMember(platform);
    const many = await Promise.all(Array.from({ length: 3 }, () => aSuggestion(platform, { voters: [mei] })));
    const before = await db.topic.findUniqueOrThrow({ where: { id: many[0]!.id } });
    expect(await setSuspended(mei.id, true)).toBe(3);
    expect(await setSuspended(mei.id, true)).toBe(0);
    expect(await Promise.all(many.map(({ number }) => countOf(number)))).toEqual([1, 1, 1]);
    await expectNoDrift();
    expect(await setSuspended(mei.id, false)).toBe(3);
    const after = await db.topic.findUniqueOrThrow({ where: { id: many[0]!.id } });
    expect(after.voteCount).toBe(2);
    expect(after.hotScore).toBeCloseTo(before.hotScore, 9);
    await expectNoDrift();
  });

  test("change with one event for each suggestion", async () => {
    const mei = await aMember(platform);
    const { id } = await aSuggestion(platform, { voters: [mei] });
    await setSuspended(mei.id, true);
    const events = await db.outbox.findMany({ where: { type: "suggestion.votes-recounted" } });
    expect(events.filter(({ payload }) => (payload as { topicId: number }).topicId === id)).toHaveLength(1);
  });

  test("are one vote over a merge, whichever side they were on", async () => {
    const mei = await aMember(platform);
    const staff = contextFor(platform, await aMember(platform, { role: "staff" }));
    const survivor = await aSuggestion(platform, { voters: [mei] });
    const source = await aSuggestion(platform, { voters: [mei] });
    await setSuspended(mei.id, true);
    await mergeSuggestion(staff, { number: source.number, into: survivor.number });
    expect(await countOf(survivor.number)).toBe(2);
    await setSuspended(mei.id, false);
    expect(await countOf(survivor.number)).toBe(3);
    await setSuspended(mei.id, true);
    await unmergeSuggestion(staff, { number: source.number });
    await setSuspended(mei.id, false);
    expect([await countOf(survivor.number), await countOf(source.number)]).toEqual([2, 2]);
    await expectNoDrift();
  });

  test("rest where they count, also when their suggestion is merged in that moment", async () => {
    const mei = await aMember(platform);
    const staff = contextFor(platform, await aMember(platform, { role: "staff" }));
    const survivor = await aSuggestion(platform);
    const source = await aSuggestion(platform, { voters: [mei] });
    await db.member.update({ where: { id: mei.id }, data: { suspendedAt: platform.clock.now() } });
    let isMerged = false;
    // What is wrong has been looked up and is not held yet.
    const between = {
      ...ctx,
      async rows<Row>(...asked: Parameters<typeof ctx.rows>) {
        const found = await ctx.rows<Row>(...asked);
        if (!isMerged) {
          isMerged = true;
          await mergeSuggestion(staff, { number: source.number, into: survivor.number });
        }
        return found;
      },
    };
    await refreshVotesOf(between, { memberId: mei.id });
    expect(await db.vote.count({ where: { memberId: mei.id, isCounted: true } })).toBe(0);
    await expectNoDrift();
  });
});

describe("votes of an account whose address nobody confirmed", () => {
  test("are kept, wait while the site asks for it, and count from the confirmation on", async () => {
    await saveVotingRules(admin, { votersSeenBy: "members", countsUnverified: false });
    await refreshAllVotes(ctx);
    const mei = await aMember(platform);
    const { number } = await aSuggestion(platform, { author: admin.actor });
    expect(await castVote(contextFor(platform, mei), { number })).toMatchObject({
      count: 1,
      isVoted: true,
      isCounted: false,
    });
    await expectNoDrift();
    await db.member.update({ where: { id: mei.id }, data: { emailVerifiedAt: platform.clock.now() } });
    expect(await refreshVotesOf(ctx, { memberId: mei.id })).toBe(1);
    expect(await countOf(number)).toBe(2);
  });

  test("count all the same for those who came with an import or were appointed", async () => {
    const { number } = await aSuggestion(platform, { author: admin.actor });
    for (const traits of [{ origin: "import" }, { origin: "sample" }, { role: "staff" }] as const)
      await castVote(contextFor(platform, await aMember(platform, traits)), { number });
    expect(await countOf(number)).toBe(4);
  });

  test("count again as soon as the site says so", async () => {
    await saveVotingRules(admin, { votersSeenBy: "members", countsUnverified: true });
    await refreshAllVotes(ctx);
    await expectNoDrift();
    expect(await db.vote.count({ where: { isCounted: false, member: { suspendedAt: null } } })).toBe(0);
  });

  test("are nobody's rule to change but an admin's", async () => {
    const staff = contextFor(platform, await aMember(platform, { role: "staff" }));
    const rules = { votersSeenBy: "public", countsUnverified: true } as const;
    await expect(saveVotingRules(staff, rules)).rejects.toThrow("suggestions.rules");
  });
});
