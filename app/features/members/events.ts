import type { DomainEvent } from "~/platform/outbox/append.server";
import type { Role } from "./role";

export function memberJoined(memberId: number): DomainEvent {
  return { type: "member.joined", payload: { memberId } };
}

export function memberRenamed(memberId: number): DomainEvent {
  return { type: "member.renamed", payload: { memberId } };
}

export function memberRoleChanged(memberId: number, from: Role, to: Role): DomainEvent {
  return { type: "member.role-changed", payload: { memberId, from, to } };
}

/** Closed, to be erased when the time to come back is over. */
export function memberDeleted(memberId: number): DomainEvent {
  return { type: "member.deleted", payload: { memberId } };
}

export function memberRestored(memberId: number): DomainEvent {
  return { type: "member.restored", payload: { memberId } };
}

/** The address of an account is known to be its owner's: from now on the account counts in full. */
export function memberAddressConfirmed(memberId: number): DomainEvent {
  return { type: "member.email-verified", payload: { memberId } };
}

/** `hidesPosts` when everything they wrote is to go out of sight with them. */
export function memberSuspended(memberId: number, { hidesPosts }: { hidesPosts: boolean }): DomainEvent {
  return { type: "member.suspended", payload: { memberId, ...(hidesPosts && { hidesPosts }) } };
}

/** `showsPosts` when what was hidden then is to be seen again. */
export function memberReinstated(memberId: number, { showsPosts }: { showsPosts: boolean }): DomainEvent {
  return { type: "member.reinstated", payload: { memberId, ...(showsPosts && { showsPosts }) } };
}
