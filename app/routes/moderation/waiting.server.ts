import { type RequestArgs, visitor } from "~/features/auth/identifying.server";
import { countToDecide } from "~/features/moderation/counting.server";
import { mayModerate } from "~/features/moderation/policy";
import { logUnexpected } from "~/platform/http/log-unexpected.server";

/** How much waits for moderators, for their own link to it; null for everybody else. A page is not worth less without it. */
export async function readToDecide(args: RequestArgs): Promise<number | null> {
  try {
    const ctx = await visitor(args);
    return mayModerate(ctx.actor) ? await countToDecide(ctx) : null;
  } catch (error) {
    logUnexpected(error as Error, args.request, args.context);
    return null;
  }
}
