/** What somebody can say to a text with one press. None is against it, and the first is what "best" counts. */
export const reactionKinds = ["helpful", "thanks", "works", "broken"] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export type ReactionCounts = Readonly<Partial<Record<ReactionKind, number>>>;

/** The text a reaction is on: exactly one of the three. */
export type ReactionTarget = { topicId: number } | { replyId: number } | { announcementId: number };

/** The reactions to one text as a page shows them. */
export interface ReactionsShown {
  counts: ReactionCounts;
  /** The reader's own. */
  mine: readonly ReactionKind[];
}

export function isReactionKind(value: unknown): value is ReactionKind {
  return reactionKinds.includes(value as ReactionKind);
}

/** Nobody praises their own words; that something works for them or is still broken they may well say under them. */
export function mayReact(
  actor: { id: number } | null,
  { authorId }: { authorId: number },
  kind: ReactionKind,
) {
  return actor !== null && (actor.id !== authorId || kind === "works" || kind === "broken");
}

/** The value of the key that keeps a text for oneself; it stands among the reactions and is none. */
export const bookmarkKey = "bookmark";
