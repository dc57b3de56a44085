import type { Actor } from "~/features/members/context";
import { isAdmin, isStaff } from "~/features/members/role";

export function mayUseSavedReplies(actor: Actor | null): boolean {
  return isStaff(actor);
}

/** What everybody on the team says is decided where the site is managed. */
export function mayManageSavedReplies(actor: Actor | null): boolean {
  return isAdmin(actor);
}
