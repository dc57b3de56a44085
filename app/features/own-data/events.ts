import type { DomainEvent } from "~/platform/outbox/append.server";

/** The copy of their data a member asked for can be fetched. Without its key: that opens the file. */
export function copyReady(memberId: number, expiresAt: Date): DomainEvent {
  return { type: "own-data.copy-ready", payload: { memberId, until: expiresAt.toISOString() } };
}
