import type { Context } from "~/features/members/context";
import type { FormError } from "~/platform/http/form-errors";
import { endSuspensionIfOver } from "./suspending.server";
import { findSuspension } from "./suspensions.server";

/**
 * What is said to somebody suspended who proved that the account is theirs: why, until when and whom to ask. Null where
 * its time is over: then the account is back, and they may enter.
 */
export async function refusalOfSuspended(ctx: Context, memberId: number): Promise<FormError | null> {
  if (await endSuspensionIfOver(ctx, memberId)) return null;
  const suspension = await findSuspension(ctx, memberId);
  if (!suspension) return { id: "suspended" };
  const { reason, note, untilAt } = suspension;
  return {
    id: untilAt ? "suspended-until" : "suspended-for-good",
    values: { reason, note, hasNote: note ? "yes" : "no", ...(untilAt && { until: untilAt.getTime() }) },
  };
}
