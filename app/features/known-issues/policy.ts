import type { Actor } from "~/features/members/context";
import { isStaff } from "~/features/members/role";
import { mayRead, type TopicFacts } from "~/features/topics/policy";

/** Saying what is known of a problem, and how far it is, speaks for the team. */
export function mayTellOfKnownIssues(actor: Actor | null): boolean {
  return isStaff(actor);
}

/** Those it was fixed for: who reported it and who said to have it too. */
export function mayAnswerFix(
  actor: Actor | null,
  topic: TopicFacts,
  { isAffected, isFixed }: { isAffected: boolean; isFixed: boolean },
): boolean {
  if (!actor || topic.deletedAt || !isFixed || !mayRead(actor, topic)) return false;
  return isAffected || actor.id === topic.authorId;
}
