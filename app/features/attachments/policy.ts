import type { Actor } from "~/features/members/context";
import { isModerator } from "~/features/members/role";

/** "public": everybody. "owner": not yet part of a post, or of one that is hidden, which moderators decide about. */
export function mayReadFile(actor: Actor | null, file: { audience: string; ownerId: number }): boolean {
  if (file.audience === "public") return true;
  return actor !== null && (actor.id === file.ownerId || isModerator(actor));
}
