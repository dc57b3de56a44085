import type { Actor, MemberContext } from "~/features/members/context";
import { mergeSuggestion } from "~/features/suggestions/merging.server";
import { castVote } from "~/features/suggestions/voting.server";
import { systemClock } from "~/platform/clock/clock";
import { openDatabase } from "~/platform/db/open.server";
import { inLanes, type Plan, runOperations, type Site } from "./vote-operations";

/** What a process may be told to do; all of one order runs at once, as far as the process can. */
export type Order =
  | ({ do: "operations" } & Plan)
  | { do: "votes"; voters: readonly Actor[]; number: number }
  | { do: "merge"; staff: Actor; number: number; into: number };

/** The site as another process has it: a database of its own, the clock of the machine. Answers with what obeys. */
export function openSite(url: string): (order: Order) => Promise<unknown> {
  const { client, rows, kind } = openDatabase(url);
  const site = { db: client, rows, config: {}, databaseKind: kind, clock: systemClock } as unknown as Site;
  const as = (actor: Actor): MemberContext => ({ ...site, actor });
  return async (order) => {
    switch (order.do) {
      case "operations":
        return runOperations(site, order);
      case "votes": {
        const outcomes: boolean[] = [];
        const votes = order.voters.map((voter) => async () => {
          outcomes.push((await castVote(as(voter), { number: order.number })).ok);
        });
        await inLanes(votes, votes.length);
        return outcomes;
      }
      case "merge":
        return (await mergeSuggestion(as(order.staff), { number: order.number, into: order.into })).ok;
    }
  };
}
