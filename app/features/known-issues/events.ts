import type { KnownIssueState } from "~/features/topics/known-issue";
import type { DomainEvent } from "~/platform/outbox/append.server";

/** Summary, workaround, versions, urgency or fix are other ones now. Never a reason to tell anybody. */
export function knownIssueEdited(topicId: number): DomainEvent {
  return { type: "known-issue.edited", payload: { topicId } };
}

/** News for those affected. `quiet` when it is the news that it is fixed: "known-issue.fixed" tells that. */
export function knownIssueUpdated(
  topicId: number,
  { updateId, state, isQuiet }: { updateId: number; state: KnownIssueState; isQuiet: boolean },
): DomainEvent {
  return {
    type: "known-issue.updated",
    payload: { topicId, updateId, state, ...(isQuiet && { quiet: true }) },
  };
}

/** Somebody it was fixed for says whether it is. */
export function fixAnswered(topicId: number, memberId: number, isSolved: boolean): DomainEvent {
  return { type: "known-issue.fix-answered", payload: { topicId, memberId, isSolved } };
}

/** Several say that the fix did not help them: staff should look again. Once for each fix. */
export function fixDoubted(topicId: number): DomainEvent {
  return { type: "known-issue.fix-doubted", payload: { topicId } };
}
