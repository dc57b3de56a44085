import type { Actor } from "~/features/members/context";
import { isAdmin, isStaff } from "~/features/members/role";

/** What the team says among itself is for the team alone: no moderator and no member, whatever they wrote before. */
export function mayReadNotes(actor: Actor | null): boolean {
  return isStaff(actor);
}

export function mayEditNote(
  actor: Actor | null,
  note: { authorId: number; deletedAt: Date | null },
): boolean {
  return mayReadNotes(actor) && !note.deletedAt && note.authorId === actor?.id;
}

export function mayDeleteNote(
  actor: Actor | null,
  note: { authorId: number; deletedAt: Date | null },
): boolean {
  return mayReadNotes(actor) && !note.deletedAt && (note.authorId === actor?.id || isAdmin(actor));
}
