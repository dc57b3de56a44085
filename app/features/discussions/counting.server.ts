import type { Context } from "~/features/members/context";
import { type DiscussionKind, discussionKinds } from "~/features/topics/topic";
import { mostCounted } from "./view";

/** How many discussions of each kind there are, up to `mostCounted`. One query that reads the index only so far. */
export async function countByKind(ctx: Pick<Context, "rows">): Promise<Record<DiscussionKind, number>> {
  const [row] = await ctx.rows<Record<DiscussionKind, number | string>>(countSql);
  return Object.fromEntries(discussionKinds.map((kind) => [kind, Number(row?.[kind] ?? 0)])) as Record<
    DiscussionKind,
    number
  >;
}

const countSql = `SELECT ${discussionKinds
  .map(
    (kind) => `(SELECT COUNT(*) FROM (SELECT 1 FROM "Topic" WHERE "board" = 'discussion' AND "isListed" = TRUE
      AND "kind" = '${kind}' LIMIT ${mostCounted}) AS "${kind}") AS "${kind}"`,
  )
  .join(", ")}`;
