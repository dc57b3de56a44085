import { type RequestArgs, visitor } from "~/features/auth/identifying.server";
import { countWaiting } from "~/features/inbox/counting.server";
import { mayReadInbox } from "~/features/inbox/policy";
import { logUnexpected } from "~/platform/http/log-unexpected.server";

/** How much waits, for the team's own link to it; null for everybody else. A page is not worth less without the number. */
export async function readWaiting(args: RequestArgs): Promise<number | null> {
  try {
    const ctx = await visitor(args);
    return mayReadInbox(ctx.actor) ? await countWaiting(ctx) : null;
  } catch (error) {
    logUnexpected(error as Error, args.request, args.context);
    return null;
  }
}
