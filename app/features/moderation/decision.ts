/** What a moderator can decide: a held post appears, a flagged one stays, either is taken away; an appeal brings it back or not. */
export const decisionActs = ["approved", "kept", "removed", "restored", "confirmed"] as const;
export type DecisionAct = (typeof decisionActs)[number];

/** What was decided about: an item of the queue, or a post nothing waited of. */
export type DecisionKind = "held" | "flagged" | "appeal" | "direct";
