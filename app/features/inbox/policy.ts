import type { Actor } from "~/features/members/context";
import { isModerator, isStaff } from "~/features/members/role";

/** Moderators see what waits as well: they decide what is left of it. */
export function mayReadInbox(actor: Actor | null): boolean {
  return isModerator(actor);
}

/** Saying "I answer this" is for those who may. */
export function mayClaim(actor: Actor | null): boolean {
  return isStaff(actor);
}
