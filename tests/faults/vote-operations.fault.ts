import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import type { Actor } from "~/features/members/context";
import { systemClock } from "~/platform/clock/clock";
import { drainOutbox } from "~/wiring/draining.server";
import { examine } from "~/wiring/examination.server";
import { aMember } from "../factories/members";
import { aSuggestion } from "../factories/suggestions";
import { testPlatform } from "../setup/platform";
import type { Tally } from "./vote-operations";
import type { Order } from "./vote-operations-process";

const operations = Number(process.env.HEARBACK_FAULT_OPERATIONS ?? 10_000);
const people = 50;
const suggestions = 20;
// One process writes to a SQLite file beside another; PostgreSQL is what a site of many processes has.
const processCount = inject("baseDatabase").kind === "sqlite" ? 2 : 4;
const rounds = 10;

const platform = { ...(await testPlatform()), clock: systemClock };
const { db } = platform;
const program = fileURLToPath(new URL("./vote-operations-process.mjs", import.meta.url));
const processes: ChildProcess[] = [];
const members: Actor[] = [];
let staff: Actor;
let told = 0;

beforeAll(async () => {
  staff = await aMember(platform, { role: "staff" });
  for (let index = 0; index < people; index++) members.push(await aMember(platform));
  for (let index = 0; index < processCount; index++)
    processes.push(
      fork(program, [platform.config.databaseUrl], { stdio: ["ignore", "inherit", "inherit", "ipc"] }),
    );
  await Promise.all(processes.map((child) => answerOf(child, 0)));
}, 120_000);

afterAll(() => {
  for (const child of processes) child.kill();
});

afterEach(async () => {
  await drainOutbox(platform, () => {});
  const findings = await examine(platform, { isFixing: false, onCheck: () => {} });
  expect(
    findings.filter(({ count }) => count > 0),
    "doctor finds nothing",
  ).toEqual([]);
}, 600_000);

test(`${operations} votes, withdrawals, merges and undoings by ${people} people in ${processCount} processes`, async () => {
  const numbers: number[] = [];
  for (let index = 0; index < suggestions; index++) numbers.push((await aSuggestion(platform)).number);
  const seed = Number(process.env.HEARBACK_FAULT_SEED ?? Date.now() % 1_000_000);
  const started = Date.now();
  const tallies = (await tellEach((index) => ({
    do: "operations",
    ...{ members, staff, numbers },
    ...{ operations: Math.ceil(operations / processCount), lanes: 8, seed: seed + index },
  }))) as Tally[];
  const seconds = (Date.now() - started) / 1000;
  const tally = Object.fromEntries(
    Object.keys(tallies[0]!).map((kind) => [
      kind,
      tallies.reduce((sum, each) => sum + each[kind as keyof Tally], 0),
    ]),
  );
  process.stdout.write(`${JSON.stringify({ processes: processCount, seed, seconds, ...tally })}\n`);
  for (const kind of ["vote", "withdraw", "merge", "unmerge"]) expect(tally[kind]).toBeGreaterThan(0);
}, 1_800_000);

test("fifty votes of one member at once are one vote", async () => {
  for (let round = 0; round < rounds; round++) {
    const { id, number } = await aSuggestion(platform);
    const voters = Array.from({ length: Math.ceil(people / processCount) }, () => members[round]!);
    const outcomes = (await tellEach(() => ({ do: "votes", voters, number }))) as boolean[][];
    expect(outcomes.flat().every((ok) => ok)).toBe(true);
    const { voteCount } = await db.topic.findUniqueOrThrow({ where: { id } });
    // Its author's and the one.
    expect([await db.vote.count({ where: { topicId: id } }), voteCount]).toEqual([2, 2]);
  }
}, 300_000);

test("of opposite merges in every process exactly one is done", async () => {
  for (let round = 0; round < rounds; round++) {
    const [a, b] = [await aSuggestion(platform), await aSuggestion(platform)];
    const outcomes = (await tellEach((index) => ({
      ...{ do: "merge", staff },
      ...(index % 2 === 0 ? { number: a.number, into: b.number } : { number: b.number, into: a.number }),
    }))) as boolean[];
    // Whoever asked for the same merge once more is told that it is so.
    const [oneWay, otherWay] = [0, 1].map((way) => outcomes.filter((_ok, index) => index % 2 === way));
    expect([oneWay!.some((ok) => ok), otherWay!.some((ok) => ok)].filter((ok) => ok)).toHaveLength(1);
    expect(await db.topic.count({ where: { id: { in: [a.id, b.id] }, mergedIntoId: { not: null } } })).toBe(
      1,
    );
  }
}, 300_000);

test("a merge while fifty people vote for either loses no vote and counts nobody twice", async () => {
  for (let round = 0; round < rounds; round++) {
    const [a, b] = [await aSuggestion(platform), await aSuggestion(platform)];
    const share = Math.ceil(people / processCount);
    const votes = tellEach((index) => ({
      do: "votes",
      voters: members.slice(index * share, (index + 1) * share),
      number: index % 2 === 0 ? a.number : b.number,
    }));
    const merges = tellEach(() => ({ do: "merge", staff, number: a.number, into: b.number }));
    await Promise.all([votes, merges]);
    const survivor = await db.topic.findUniqueOrThrow({ where: { id: b.id } });
    expect(survivor.voteCount).toBe(people + 2);
  }
}, 300_000);

/** Tells every process something, and answers with what each of them did. */
function tellEach(order: (index: number) => Order): Promise<unknown[]> {
  return Promise.all(
    processes.map((child, index) => {
      const id = ++told;
      const answer = answerOf(child, id);
      child.send({ id, order: order(index) });
      return answer;
    }),
  );
}

function answerOf(child: ChildProcess, id: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`ended with ${code}`));
    const heard = (message: { id: number; done?: unknown; failed?: string }) => {
      if (message.id !== id) return;
      child.off("exit", ended);
      child.off("message", heard);
      if (message.failed !== undefined) reject(new Error(message.failed));
      else resolve(message.done);
    };
    child.once("exit", ended);
    child.on("message", heard);
  });
}
