/** What staff can make of a suggestion. Any decision can be taken back, since people err. */
export const decidableStatuses = [
  "open",
  "under-review",
  "planned",
  "started",
  "shipped",
  "declined",
] as const;
export type DecidableStatus = (typeof decidableStatuses)[number];

/**
 * Where a suggestion stands. The last three are settled: they keep their votes and take no more. Merging and undoing it
 * moves votes as well, so it is never a mere decision about the status.
 */
export const suggestionStatuses = [...decidableStatuses, "merged"] as const;
export type SuggestionStatus = (typeof suggestionStatuses)[number];

/** Why something will not be done. Each comes with a text of its own; the word alone would answer nobody. */
export const declineReasons = ["not-now", "not-planned", "another-way"] as const;
export type DeclineReason = (typeof declineReasons)[number];

export function isSuggestionStatus(value: unknown): value is SuggestionStatus {
  return suggestionStatuses.includes(value as SuggestionStatus);
}

export function isDeclineReason(value: unknown): value is DeclineReason {
  return declineReasons.includes(value as DeclineReason);
}

export function acceptsVotes(status: SuggestionStatus): boolean {
  switch (status) {
    case "open":
    case "under-review":
    case "planned":
    case "started":
      return true;
    case "shipped":
    case "declined":
    case "merged":
      return false;
  }
}

/** What staff may decide about a suggestion that stands at `from`. */
export function nextStatuses(from: SuggestionStatus): DecidableStatus[] {
  return from === "merged" ? [] : decidableStatuses.filter((status) => status !== from);
}
