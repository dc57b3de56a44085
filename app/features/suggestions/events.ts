import type { DomainEvent } from "~/platform/outbox/append.server";

/** The first vote of this member on this suggestion; a repeated one is no event. */
export function suggestionVoted(topicId: number, memberId: number): DomainEvent {
  return { type: "suggestion.voted", payload: { topicId, memberId } };
}

export function voteWithdrawn(topicId: number, memberId: number): DomainEvent {
  return { type: "suggestion.vote-withdrawn", payload: { topicId, memberId } };
}

/** Staff voted for a member, who has to hear of it: once per member and suggestion, whatever happens to the vote later. */
export function voteAdded(topicId: number, memberId: number, addedById: number): DomainEvent {
  return { type: "suggestion.vote-added", payload: { topicId, memberId, addedById } };
}

/** Accounts whose votes stopped or began to count changed the count of this suggestion. */
export function votesRecounted(topicId: number): DomainEvent {
  return { type: "suggestion.votes-recounted", payload: { topicId } };
}

interface Merge {
  /** The one that is merged, and the one that lives on. */
  topicId: number;
  intoId: number;
  /** Who decided. */
  memberId: number;
}

/** Followers of `topicId` follow `intoId` by now; whoever follows the survivor and is not muted there hears of it once. */
export function suggestionsMerged(merge: Merge): DomainEvent {
  return { type: "suggestion.merged", payload: { ...merge } };
}

export function suggestionsUnmerged(merge: Merge): DomainEvent {
  return { type: "suggestion.unmerged", payload: { ...merge } };
}

/** The site changed whose votes count. */
export function votingRulesChanged(): DomainEvent {
  return { type: "suggestion.voting-rules-changed", payload: {} };
}
