/** Why a post is reported, the gravest first: an item in the queue bears the gravest of its flags. */
export const flagReasons = ["secret", "scam", "abuse", "spam", "off-topic", "other"] as const;
export type FlagReason = (typeof flagReasons)[number];

export function isFlagReason(value: unknown): value is FlagReason {
  return flagReasons.includes(value as FlagReason);
}

export type FlagState = "open" | "upheld" | "refused" | "withdrawn";

export const maxFlagNoteCharacters = 500;

export function gravest(reasons: readonly string[]): string {
  return flagReasons.find((reason) => reasons.includes(reason)) ?? "";
}
