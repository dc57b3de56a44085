import type { Context } from "~/features/members/context";
import { shortCache } from "~/features/site/short-cache";
import { waitingItems } from "./queue.server";

const mostInNavigation = 99;

type Reader = Pick<Context, "rows" | "config" | "clock">;

const cache = shortCache(countAll);

/** How much waits for a decision, up to a hundred, for the menu of every moderator. Costs a query only every few seconds. */
export async function countToDecide(ctx: Reader): Promise<number> {
  return cache.get(ctx);
}

async function countAll({ rows }: Reader): Promise<number> {
  const [row] = await rows<{ count: unknown }>(
    `SELECT COUNT(*) AS "count" FROM (SELECT 1 FROM ${waitingItems} LIMIT ${mostInNavigation + 1}) AS x`,
  );
  return Number(row?.count ?? 0);
}
