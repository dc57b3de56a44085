import { keepClaim } from "~/features/inbox/claiming.server";
import { mayClaim } from "~/features/inbox/policy";
import type { MemberContext } from "~/features/members/context";
import type { DraftForm } from "~/features/topics/draft-form";

/** Whoever writes on goes on answering, also where they never open the topic meanwhile. */
export async function keepAnswering(ctx: MemberContext, draft: DraftForm): Promise<void> {
  if ("number" in draft && mayClaim(ctx.actor)) await keepClaim(ctx, { topic: { number: draft.number } });
}
