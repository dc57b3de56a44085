import { getStanding } from "~/features/members/standing.server";
import {
  type ActionAllowance,
  allowances,
  type LimitedAction,
  limitedChanges,
  limitedReads,
} from "./allowances";
import { networkOf } from "./device";
import { identityOf, type RequestArgs } from "./identifying.server";
import { type Doer, requireAllowance, returnAction } from "./limiting.server";

/**
 * Asked before every loader and action. Without it a script could post, vote, search or have text rendered as fast as
 * the machine answers. Throws TooManyRequests; the page handler keeps the form. What it answers is called with the
 * answer: a form that came back did nothing, and counts only as one of many changes.
 */
export async function admit(
  args: RequestArgs,
  routeId: string,
): Promise<((answer: unknown) => Promise<void>) | null> {
  const action = actionOf(args.request.method, routeId);
  if (!action) return null;
  const { ctx } = await identityOf(args);
  const { atOnce, perNewcomer }: ActionAllowance = allowances[action];
  const doer: Doer = {
    memberId: ctx.actor?.id ?? null,
    network: networkOf(args.context.clientAddress),
    isNewcomer: perNewcomer && ctx.actor ? (await getStanding(ctx, ctx.actor.id)) === "newcomer" : false,
  };
  await requireAllowance(ctx, action, doer);
  if (action === "change" || atOnce) return null;
  return async (answer) => {
    if (answer instanceof Response && answer.status < 400) return;
    await returnAction(ctx, action, doer);
    await requireAllowance(ctx, "change", doer);
  };
}

function actionOf(method: string, routeId: string): LimitedAction | null {
  if (method === "GET" || method === "HEAD") return limitedReads[routeId] ?? null;
  const named = limitedChanges[routeId];
  return named === undefined ? "change" : named;
}
