import type { Actor } from "~/features/members/context";
import { isStaff } from "~/features/members/role";

export function mayPostSuggestion(actor: Actor | null): boolean {
  return actor !== null;
}

export function mayVote(actor: Actor | null): boolean {
  return actor !== null;
}

/** Voting for somebody who asked for it elsewhere. */
export function mayVoteFor(actor: Actor | null): boolean {
  return isStaff(actor);
}

/** Merging suggestions and taking them apart again. */
export function mayMerge(actor: Actor | null): boolean {
  return isStaff(actor);
}

/** Deciding what becomes of a suggestion is the team's word. */
export function maySetStatus(actor: Actor | null): boolean {
  return isStaff(actor);
}
