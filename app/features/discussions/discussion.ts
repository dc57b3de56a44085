import type { DiscussionKind, DiscussionStatus } from "~/features/topics/topic";

/** How long the author may choose another solution, or none. */
export const solutionChangeDays = 14;

/** Why a discussion was closed. */
export const closeReasons = [
  "duplicate",
  "answered",
  "no-answer",
  "not-reproducible",
  "off-topic",
  "elsewhere",
  "rules",
] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Statuses staff may set by hand. Solved is set by accepting a reply. */
export function settableStatuses(kind: DiscussionKind): readonly DiscussionStatus[] {
  switch (kind) {
    case "problem":
      return ["open", "acknowledged", "investigating", "known-issue", "answered", "closed"];
    case "question":
      return ["open", "acknowledged", "answered", "closed"];
    case "experience":
      return ["open", "closed"];
  }
}

/** An experience asks for nothing, so nothing solves it. */
export function takesSolution(kind: string): boolean {
  return kind === "problem" || kind === "question";
}
