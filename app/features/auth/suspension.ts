import { type Role, roles } from "~/features/members/role";
import { days } from "~/platform/clock/clock";

/** How long, in days; "lifted" lasts until somebody ends it. */
export const suspensionLengths = ["1", "7", "30", "lifted"] as const;
export type SuspensionLength = (typeof suspensionLengths)[number];

export const suspensionReasons = ["scam", "spam", "abuse", "evasion", "other"] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];

export const longestSuspensionNote = 500;

export function isSuspensionReason(value: unknown): value is SuspensionReason {
  return suspensionReasons.includes(value as SuspensionReason);
}

/** Null for good. */
export function suspendedUntil(length: SuspensionLength, now: Date): Date | null {
  return length === "lifted" ? null : new Date(now.getTime() + days(Number(length)));
}

interface Somebody {
  id: number;
  role: Role;
}

/** Moderators suspend members, and of the team whoever stands below them. Nobody suspends themselves. */
export function maySuspend(actor: Somebody | null, member: Somebody): boolean {
  if (!actor || actor.role === "member" || actor.id === member.id) return false;
  return roles.indexOf(actor.role) > roles.indexOf(member.role);
}
