import type { DomainEvent } from "~/platform/outbox/append.server";

export function topicSolved(topicId: number, replyId: number): DomainEvent {
  return { type: "topic.solved", payload: { topicId, replyId } };
}

/** The first time this member said so; saying it again is no event. */
export function topicAffected(topicId: number, memberId: number): DomainEvent {
  return { type: "topic.affected", payload: { topicId, memberId } };
}

export function topicUnaffected(topicId: number, memberId: number): DomainEvent {
  return { type: "topic.unaffected", payload: { topicId, memberId } };
}
