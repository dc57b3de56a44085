import type { Actor } from "~/features/members/context";
import { isStaff } from "~/features/members/role";

/** Writing, publishing, withdrawing and linking: the changelog is the team's own voice. */
export function mayWriteAnnouncements(actor: Actor | null): boolean {
  return isStaff(actor);
}

export function mayReadAnnouncement(actor: Actor | null, { status }: { status: string }): boolean {
  return status === "published" || isStaff(actor);
}
