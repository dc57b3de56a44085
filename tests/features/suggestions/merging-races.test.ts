import { expect, test } from "vitest";
import type { Actor } from "~/features/members/context";
import { mergeSuggestion } from "~/features/suggestions/merging.server";
import { castVote } from "~/features/suggestions/voting.server";
import { voteChecks } from "~/wiring/examination/votes.server";
import { aMember } from "../../factories/members";
import { aSuggestion } from "../../factories/suggestions";
import { runOperations } from "../../faults/vote-operations";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const staff = await aMember(platform, { role: "staff" });
const merge = (number: number, into: number) =>
  mergeSuggestion(contextFor(platform, staff), { number, into });

async function expectNoDrift() {
  for (const check of voteChecks) expect([check.name, await check.count(platform)]).toEqual([check.name, 0]);
}

async function someMembers(count: number): Promise<Actor[]> {
  const members: Actor[] = [];
  for (let index = 0; index < count; index++) members.push(await aMember(platform));
  return members;
}

test("of two opposite merges at once exactly one is done", async () => {
  for (let round = 0; round < 3; round++) {
    const [a, b] = [await aSuggestion(platform), await aSuggestion(platform)];
    const outcomes = await Promise.all([merge(a.number, b.number), merge(b.number, a.number)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const merged = await db.topic.count({ where: { id: { in: [a.id, b.id] }, mergedIntoId: { not: null } } });
    expect(merged).toBe(1);
  }
  await expectNoDrift();
});

test("merging while twenty people vote for either loses no vote and counts nobody twice", async () => {
  const members = await someMembers(20);
  const [a, b] = [await aSuggestion(platform), await aSuggestion(platform)];
  const votes = members.flatMap((actor, index) => {
    const number = index % 2 === 0 ? a.number : b.number;
    return [castVote(contextFor(platform, actor), { number }), castVote(contextFor(platform, actor), a)];
  });
  await Promise.all([...votes.slice(0, 20), merge(a.number, b.number), ...votes.slice(20)]);
  const survivor = await db.topic.findUniqueOrThrow({ where: { id: b.id } });
  expect(survivor.voteCount).toBe(members.length + 2);
  await expectNoDrift();
});

test("300 votes, withdrawals, merges and undoings at random leave every count equal to its votes", async () => {
  const members = await someMembers(10);
  const numbers: number[] = [];
  for (let index = 0; index < 5; index++) numbers.push((await aSuggestion(platform)).number);
  const tally = await runOperations(platform as never, {
    ...{ members, staff, numbers },
    ...{ operations: 300, lanes: 8, seed: 20_261_128 },
  });
  expect(tally.merge).toBeGreaterThan(0);
  expect(tally.unmerge).toBeGreaterThan(0);
  await expectNoDrift();
}, 60_000);
