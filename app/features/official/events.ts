import type { DomainEvent } from "~/platform/outbox/append.server";
import type { PromiseAct } from "./promise-act";
import type { FeedbackAnswer } from "./answer-feedback";

/** The one notice of an official act: it stands for the reply, the status it set and the announcements it points to. */
export function officialPosted(payload: {
  topicId: number;
  replyId: number;
  /** Null when the status stayed. */
  status: string | null;
  announcementIds: number[];
  promise: PromiseAct | null;
  quiet: boolean;
}): DomainEvent {
  const { promise, ...rest } = payload;
  const promised = promise && {
    kind: promise.kind,
    dueOn: "dueOn" in promise ? promise.dueOn : null,
  };
  return { type: "official.posted", payload: { ...rest, ...(promised && { promise: promised }) } };
}

/** Somebody said whether it answered them; null when they took it back. */
export function officialAnswered(
  topicId: number,
  replyId: number,
  memberId: number,
  answer: FeedbackAnswer | null,
): DomainEvent {
  return { type: "official.feedback-given", payload: { topicId, replyId, memberId, answer } };
}
