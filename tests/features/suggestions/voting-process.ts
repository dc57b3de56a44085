import type { MemberContext } from "~/features/members/context";
import { castVote } from "~/features/suggestions/voting.server";
import { systemClock } from "~/platform/clock/clock";
import { openDatabase } from "~/platform/db/open.server";

/** What the second process of voting-processes.test.ts does: the same member's votes, all at once. */
export async function voteFromHere(url: string, voter: { id: number }, number: number, times: number) {
  const database = openDatabase(url);
  const ctx = {
    db: database.client,
    rows: database.rows,
    config: {},
    databaseKind: database.kind,
    clock: systemClock,
    actor: voter,
  } as unknown as MemberContext;
  const answers = await Promise.all(Array.from({ length: times }, () => castVote(ctx, { number })));
  await database.close();
  return answers;
}
