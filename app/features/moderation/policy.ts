import type { Actor } from "~/features/members/context";
import { isModerator } from "~/features/members/role";

/** Moderators, staff and admins decide. What is decided is never one's own, see `mayDecideOn`. */
export function mayModerate(actor: Actor | null): boolean {
  return isModerator(actor);
}

/** Without it moderators would approve and restore what they wrote themselves. */
export function mayDecideOn(actor: Actor | null, post: { authorId: number }): boolean {
  return mayModerate(actor) && actor?.id !== post.authorId;
}

/** An appeal is looked at by somebody who decided nothing of it yet. */
export function mayDecideAppeal(
  actor: Actor | null,
  appeal: { authorId: number; decidedById: number },
): boolean {
  return mayDecideOn(actor, appeal) && actor?.id !== appeal.decidedById;
}
