import type { Context } from "~/features/members/context";
import type { FormError } from "~/platform/http/form-errors";
import { offerReturn } from "./closing-account.server";
import { refusalOfSuspended } from "./refused-suspended.server";
import { beginSecondStep } from "./second-step.server";
import { openSession, type Visit } from "./sessions.server";

/** What decides whether somebody who was recognised gets in. */
export interface Entrant {
  id: number;
  suspendedAt: Date | null;
  deletedAt: Date | null;
  secondFactorAt: Date | null;
}

export type Entered =
  | { ok: true; cookie: string }
  /** One way in was right; `step` is what the second step is answered with. */
  | { ok: true; step: string }
  /** The account is closed; with this its owner may bring it back. */
  | { ok: true; keep: string }
  | { ok: false; reason: "suspended"; said: FormError };

/**
 * After the first step of any way in (password, provider, app): a session, or the second step before there is one.
 * Callers have made sure that an account which is gone is only closed.
 */
export async function letIn(ctx: Context, member: Entrant, visit: Visit): Promise<Entered> {
  const said = member.suspendedAt ? await refusalOfSuspended(ctx, member.id) : null;
  if (said) return { ok: false, reason: "suspended", said };
  // Without it a stolen password, or an account taken over elsewhere, would open every account, whatever else guards it.
  if (member.secondFactorAt) return { ok: true, step: await beginSecondStep(ctx, member.id) };
  if (member.deletedAt) return { ok: true, keep: await offerReturn(ctx, member.id) };
  return { ok: true, cookie: await openSession(ctx, member.id, visit) };
}
