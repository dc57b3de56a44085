/** What a reader says of an official reply: whether it answered what was asked. */
export const feedbackAnswers = ["yes", "no"] as const;
export type FeedbackAnswer = (typeof feedbackAnswers)[number];

export function isFeedbackAnswer(value: unknown): value is FeedbackAnswer {
  return feedbackAnswers.includes(value as FeedbackAnswer);
}

export interface Feedback {
  counts: Record<FeedbackAnswer, number>;
  /** The reader's own; null without one. */
  mine: FeedbackAnswer | null;
}

/** Everybody but who wrote it. */
export function mayGiveFeedback(actor: { id: number } | null, { authorId }: { authorId: number }): boolean {
  return actor !== null && actor.id !== authorId;
}
