import type { DomainEvent } from "~/platform/outbox/append.server";

/** Flags hid a post: its author is to be told that a moderator looks at it. */
export function postHidden(itemId: number): DomainEvent {
  return { type: "moderation.hidden", payload: { itemId } };
}

/** `wasHeld`: it had been kept from others until then. */
export function postDecided(decisionId: number, { wasHeld }: { wasHeld: boolean }): DomainEvent {
  return { type: "moderation.decided", payload: { decisionId, wasHeld } };
}
