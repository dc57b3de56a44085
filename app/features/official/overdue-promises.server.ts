import type { Context } from "~/features/members/context";
import { readToday } from "~/features/site/today.server";
import { listPromises, type ListedPromise } from "./promises.server";

/**
 * Open promises whose day is over where the site is, the oldest day first: `standing` is "overdue", and "late" from two
 * weeks after. `after` is the `next` of the page before; `limit` at most 100. One query beside the site's settings.
 */
export async function listOverduePromises(
  ctx: Context,
  { after = null, limit }: { after?: string | null; limit?: number } = {},
): Promise<{ promises: ListedPromise[]; next: string | null }> {
  return listPromises(ctx, { of: "unkept", today: await readToday(ctx), after, limit });
}
