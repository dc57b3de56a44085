import type { Actor } from "~/features/members/context";
import { isStaff } from "~/features/members/role";

/** Speaking for the team. Moderators decide reports; that is not the same. */
export function mayReplyOfficially(actor: Actor | null): boolean {
  return isStaff(actor);
}
