import type { MemberContext } from "~/features/members/context";
import { isAdmin } from "~/features/members/role";
import { forgetSite, writeSite } from "~/features/site/settings.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { votingRulesChanged } from "./events";
import type { VotingRulesInput } from "./input";

/** What the site says about votes: who sees voters by name, and whether unconfirmed accounts count. Admins only. */
export async function saveVotingRules(ctx: MemberContext, rules: VotingRulesInput): Promise<void> {
  if (!isAdmin(ctx.actor)) throw new Forbidden("suggestions.rules");
  await inTransaction(ctx, async (tx) => {
    await writeSite(tx, rules);
    await appendEvent(tx, votingRulesChanged());
  });
  forgetSite(ctx);
}
