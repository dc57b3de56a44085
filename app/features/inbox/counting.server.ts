import type { Context, MemberContext } from "~/features/members/context";
import { shortCache } from "~/features/site/short-cache";
import type { SqlValue } from "~/platform/db/client.server";
import { Forbidden } from "~/platform/errors";
import type { InboxFilters } from "./filters";
import { type InboxCount, mostCounted } from "./inbox-count";
import { obligationKinds } from "./obligation";
import { mayReadInbox } from "./policy";
import { selected, type Selection } from "./selecting.server";

const mostInNavigation = 99;

type Reader = Pick<Context, "rows" | "config" | "clock">;

const cache = shortCache(countAll);

/** How much waits, up to a hundred, for the frame of every page of the team. Costs a query only every few seconds. */
export async function countWaiting(ctx: Reader): Promise<number> {
  return cache.get(ctx);
}

async function countAll({ rows, clock }: Reader): Promise<number> {
  const [row] = await rows<{ count: unknown }>(
    `SELECT COUNT(*) AS "count" FROM (SELECT 1 FROM "Obligation" o WHERE o."since" <= ? LIMIT ${mostInNavigation + 1}) AS x`,
    [clock.now()],
  );
  return Number(row?.count ?? 0);
}

/** What each choice of each filter would leave, the other filters being as they are. One query, bounded in each part. */
export async function countInbox(
  ctx: MemberContext,
  selection: Omit<Selection, "memberId" | "now">,
): Promise<InboxCount[]> {
  if (!mayReadInbox(ctx.actor)) throw new Forbidden("inbox.read");
  const { filters, areas } = selection;
  const choices: InboxFilters[] = [
    filters,
    { ...filters, kind: undefined },
    ...obligationKinds.map((kind) => ({ ...filters, kind })),
    { ...filters, area: undefined },
    ...areas.map(({ slug }) => ({ ...filters, area: slug })),
    { ...filters, owner: undefined },
    ...(["mine", "nobody"] as const).map((owner) => ({ ...filters, owner })),
    { ...filters, isLate: true },
  ];
  const params: SqlValue[] = [];
  const columns = choices.map((choice, index) => {
    const where = selected({ ...selection, filters: choice, memberId: ctx.actor.id, now: ctx.clock.now() });
    params.push(...where.params);
    return `(SELECT COUNT(*) FROM (SELECT 1 FROM "Obligation" o WHERE ${where.sql} LIMIT ${mostCounted + 1}) AS x) AS "c${index}"`;
  });
  const [row] = await ctx.rows<Record<string, unknown>>(`SELECT ${columns.join(", ")}`, params);
  return choices.map((choice, index) => ({ filters: choice, count: Number(row?.[`c${index}`] ?? 0) }));
}
