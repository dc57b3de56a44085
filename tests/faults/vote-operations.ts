import type { Actor, MemberContext } from "~/features/members/context";
import { mergeSuggestion } from "~/features/suggestions/merging.server";
import { unmergeSuggestion } from "~/features/suggestions/unmerging.server";
import { castVote, withdrawVote } from "~/features/suggestions/voting.server";

/** Everything but who acts. */
export type Site = Omit<MemberContext, "actor">;

export interface Plan {
  operations: number;
  /** How many are under way at once. */
  lanes: number;
  seed: number;
  members: readonly Actor[];
  staff: Actor;
  /** Public numbers of the suggestions all of it is about. */
  numbers: readonly number[];
}

/** How often each kind was done and how often refused. Anything thrown is passed on: nothing here may fail. */
export type Tally = Record<"vote" | "withdraw" | "merge" | "unmerge" | "refused", number>;

/** Votes, withdrawals, merges and their undoing at random, the same ones for the same seed. */
export async function runOperations(site: Site, plan: Plan): Promise<Tally> {
  const { members, staff, numbers, operations } = plan;
  const random = seeded(plan.seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const tally: Tally = { vote: 0, withdraw: 0, merge: 0, unmerge: 0, refused: 0 };
  const steps = Array.from({ length: operations }, () => {
    const dice = random();
    const [voter, number, into] = [pick(members), pick(numbers), pick(numbers)];
    return async () => {
      const as = (actor: Actor): MemberContext => ({ ...site, actor });
      const kind = dice < 0.45 ? "vote" : dice < 0.7 ? "withdraw" : dice < 0.85 ? "merge" : "unmerge";
      const outcome = await {
        vote: () => castVote(as(voter), { number }),
        withdraw: () => withdrawVote(as(voter), { number }),
        merge: () => mergeSuggestion(as(staff), { number, into }),
        unmerge: () => unmergeSuggestion(as(staff), { number }),
      }[kind]();
      tally[outcome.ok ? kind : "refused"]++;
    };
  });
  await inLanes(steps, plan.lanes);
  return tally;
}

/** Runs all of them, so many at once. */
export async function inLanes(steps: readonly (() => Promise<unknown>)[], lanes: number): Promise<void> {
  const waiting = steps.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const step of waiting) await step();
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
