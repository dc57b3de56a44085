import { type DeclineReason, isDeclineReason } from "./suggestion";

/** Why a suggestion will not be done, as staff said it when they declined it. */
export interface Decline {
  /** Null where an older or imported decision gave none. */
  reason: DeclineReason | null;
  text: string;
  /** Name shown for whoever decided; null when nobody is known to have. */
  by: string | null;
  at: Date;
}

/** What a topic's page knows already. */
interface Declined {
  declinedReason: string | null;
  statusChangedAt: Date;
  timeline: readonly {
    type: string;
    data: Record<string, unknown>;
    actor: { displayName: string } | null;
  }[];
}

/** The decision on a declined suggestion, out of its own timeline: the last change of its status. */
export function declineOf({ declinedReason, statusChangedAt, timeline }: Declined): Decline {
  const entry = timeline.findLast(({ type, data }) => type === "status" && data.to === "declined");
  const text = entry?.data.text;
  return {
    reason: isDeclineReason(declinedReason) ? declinedReason : null,
    text: typeof text === "string" ? text : "",
    by: entry?.actor?.displayName ?? null,
    at: statusChangedAt,
  };
}
