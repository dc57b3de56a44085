import type { DomainEvent } from "~/platform/outbox/append.server";

interface Assignment {
  memberId: number;
  assignedById: number;
  assignedAt: Date;
}

/** Somebody else asked this member of the team to see to it that the topic is answered. */
export function topicAssigned(
  topicId: number,
  { memberId, assignedById, assignedAt }: Assignment,
): DomainEvent {
  return {
    type: "topic.assigned",
    payload: { topicId, memberId, assignedById, at: assignedAt.toISOString() },
  };
}
