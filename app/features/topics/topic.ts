/** The two lists a topic can stand in. */
export const boards = ["discussion", "suggestion"] as const;
export type Board = (typeof boards)[number];

export const discussionKinds = ["problem", "question", "experience"] as const;
export type DiscussionKind = (typeof discussionKinds)[number];
export type TopicKind = DiscussionKind | "suggestion";

export const discussionStatuses = [
  "open",
  "acknowledged",
  "investigating",
  "known-issue",
  "answered",
  "solved",
  "closed",
] as const;
export type DiscussionStatus = (typeof discussionStatuses)[number];

const suggestionStatuses = [
  "open",
  "under-review",
  "planned",
  "started",
  "shipped",
  "declined",
  "merged",
] as const;
export type TopicStatus = DiscussionStatus | (typeof suggestionStatuses)[number];

/** How it came to be: posted here, taken over from elsewhere, or part of the sample community. */
export type Origin = "posted" | "import" | "sample";

export const minTitleCharacters = 5;
export const maxTitleCharacters = 120;
export const maxBodyCharacters = 64_000;
export const maxTags = 5;
export const maxTagCharacters = 30;

export function isDiscussionKind(value: unknown): value is DiscussionKind {
  return discussionKinds.includes(value as DiscussionKind);
}

export function statusesOf(board: Board): readonly TopicStatus[] {
  return board === "discussion" ? discussionStatuses : suggestionStatuses;
}
