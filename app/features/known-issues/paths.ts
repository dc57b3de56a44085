import { topicActionPath } from "~/features/topics/paths";

export const knownIssuesPath = "/known-issues";

/** Where staff turn a problem into a known issue, and say what they know of it. */
export function knownIssuePath(number: number): string {
  return topicActionPath(number, "known-issue");
}

/** Where staff tell what is new. */
export function knownIssueUpdatePath(number: number): string {
  return `${knownIssuePath(number)}/updates`;
}

/** "Did this solve it?" */
export function fixAnswerPath(number: number): string {
  return topicActionPath(number, "fix-answer");
}
