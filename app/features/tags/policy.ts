import type { Actor } from "~/features/members/context";
import { isStaff } from "~/features/members/role";

/** Tags are shared by everybody: what they are called, and which of them go, is the team's to say. */
export function mayManageTags(actor: Actor | null): boolean {
  return isStaff(actor);
}
