import { type RequestArgs, visitor } from "~/features/auth/identifying.server";
import type { MemberContext } from "~/features/members/context";
import { logUnexpected } from "~/platform/http/log-unexpected.server";
import { markOpened } from "./marking.server";
import { openedAt } from "./opened-page";
import { countUnread } from "./reading.server";

/**
 * How many unread notices the bell of this page shows: one statement for a member, none for a guest. A page that shows what
 * a notice is about has read it; that is written only where something was unread. Never fails: a page is not worth less
 * without its bell.
 */
export async function readBell(args: RequestArgs): Promise<number> {
  try {
    const ctx = await visitor(args);
    if (!ctx.actor) return 0;
    const unread = await countUnread(ctx, ctx.actor.id);
    if (unread === 0 || !isSeen(args.request)) return unread;
    const opened = openedAt(new URL(args.request.url).pathname);
    if (!opened || !(await markOpened(ctx as MemberContext, opened))) return unread;
    return await countUnread(ctx, ctx.actor.id);
  } catch (error) {
    logUnexpected(error as Error, args.request, args.context);
    return 0;
  }
}

/** Asked for by somebody who looks at it, not by a browser that fetches ahead. */
function isSeen({ method, headers }: Request): boolean {
  const purpose = headers.get("sec-purpose") ?? headers.get("purpose") ?? "";
  return method === "GET" && !/prefetch|prerender/.test(purpose);
}
