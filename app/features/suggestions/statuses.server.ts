import type { MemberContext } from "~/features/members/context";
import { changeStatus } from "~/features/topics/status.server";
import { takeTopic } from "~/features/topics/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import type { StatusInput } from "./input";
import { maySetStatus } from "./policy";

/**
 * Staff decide what becomes of a suggestion. Declining carries its typed reason and a text (the schema asks for both);
 * setting the status it has already changes nothing. What was merged is taken apart, not given a status.
 */
export async function setSuggestionStatus(
  ctx: MemberContext,
  { number, to, reason, text }: StatusInput & { number: number },
): Promise<Outcome<{ number: number; slug: string }, "suggestion-merged">> {
  if (!maySetStatus(ctx.actor)) throw new Forbidden("suggestion.status");
  return inTransaction(ctx, async (tx) => {
    const { id, slug, board, status } = await takeTopic(tx, { number });
    if (board !== "suggestion") throw new NotFound("suggestion");
    if (status === "merged") return refused("suggestion-merged");
    await changeStatus(tx, { topicId: id, to, reason, text, actorId: tx.actor.id });
    return done({ number, slug });
  });
}
