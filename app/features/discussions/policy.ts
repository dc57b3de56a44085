import type { Actor } from "~/features/members/context";
import { isStaff } from "~/features/members/role";
import { mayRead, type TopicFacts } from "~/features/topics/policy";
import { days } from "~/platform/clock/clock";
import { solutionChangeDays, takesSolution } from "./discussion";

type SolvableFacts = TopicFacts & { kind: string; solvedAt: Date | null };

export function mayPostDiscussion(actor: Actor | null): boolean {
  return actor !== null;
}

/**
 * Who says what solved it: the author, or staff. The author may think again for fourteen days; after that others have
 * begun to rely on it.
 */
export function mayDecideSolution(actor: Actor | null, topic: SolvableFacts, now: Date): boolean {
  if (!actor || topic.deletedAt || !takesSolution(topic.kind) || !mayRead(actor, topic)) return false;
  if (isStaff(actor)) return true;
  if (actor.id !== topic.authorId) return false;
  return !topic.solvedAt || now.getTime() - topic.solvedAt.getTime() <= days(solutionChangeDays);
}

/** Everybody but the author, who had it first. */
export function mayBeAffected(actor: Actor | null, topic: TopicFacts & { kind: string }): boolean {
  if (!actor || topic.kind !== "problem" || topic.deletedAt) return false;
  return actor.id !== topic.authorId && mayRead(actor, topic);
}

export function maySetDiscussionStatus(actor: Actor | null): boolean {
  return isStaff(actor);
}
