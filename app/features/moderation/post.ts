/** A topic, or one of its replies, by what people see in addresses. */
export interface PostAddress {
  number: number;
  replyId?: number;
}

/** The same by ids. */
export interface PostIds {
  topicId: number;
  /** Null for the topic itself. */
  replyId: number | null;
}

/** Names a post in one column: what is unique per member and post is unique over it. */
export function targetOf({ topicId, replyId }: PostIds): string {
  return replyId === null ? `topic:${topicId}` : `reply:${replyId}`;
}

/** What waits for moderators, each kind once per post. */
export const reviewKinds = ["held", "flagged", "appeal"] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export function isReviewKind(value: unknown): value is ReviewKind {
  return reviewKinds.includes(value as ReviewKind);
}

/** `ReviewItem.openKey` of a post that waits; an appeal is named by the decision it is about. */
export function reviewKey(kind: "held" | "flagged", post: PostIds): string {
  return `${kind}:${targetOf(post)}`;
}

/** `heldFor` of what members' flags hid. Every other word is of a rule that holds what is posted. */
export const heldForFlags = "flags";
