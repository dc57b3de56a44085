/** How much of a topic reaches a member: all of it, the team's answers and the status only, or nothing. */
export const followLevels = ["following", "official", "muted"] as const;
export type FollowLevel = (typeof followLevels)[number];

/**
 * Why somebody began to follow. Voting and being affected can be taken back, and take their following with them; who
 * was brought along by a merge is taken back by undoing it.
 */
export type FollowReason = "author" | "replied" | "voted" | "affected" | "merged" | "asked";

/** What reaches a member, and what of theirs decided it: something in the topic, or their word on its area. */
export interface FollowState {
  level: FollowLevel;
  reason: FollowReason | "area";
}

/** Whoever only counts themselves in wants to know what becomes of it, not all that is said. */
export function firstLevel(reason: FollowReason): FollowLevel {
  return reason === "voted" || reason === "affected" ? "official" : "following";
}

/**
 * What counts when a member has to do with a topic and has a word on its area. Their word on the topic counts first,
 * and nobody loses what they began themselves by muting its area; a muted area outlives every other reason, a followed
 * one adds to it. `areaDecidesSql` says the same for many.
 */
export function followStateOf(
  topic: { level: FollowLevel; reason: FollowReason } | null,
  area: FollowLevel | null,
): FollowState | null {
  if (!topic) return area && { level: area, reason: "area" };
  const isOwnWord = topic.level === "muted" || topic.reason === "asked" || topic.reason === "author";
  const isAreaFirst = area === "muted" || (area === "following" && topic.level !== "following");
  return !isOwnWord && isAreaFirst ? { level: area, reason: "area" } : topic;
}

/** True where a word on the topic (its columns, null where there is none) gives way to the word on its area. */
export function areaDecides(of: { level: string; reason: string; area: string }): string {
  return `(${of.level} IS NULL OR (${of.level} <> 'muted' AND ${of.reason} NOT IN ('asked', 'author')
  AND (${of.area} = 'muted' OR (${of.area} = 'following' AND ${of.level} <> 'following'))))`;
}

/** The same for a row of `Follow` called `f` and one of `AreaFollow` called `a`. */
export const areaDecidesSql = areaDecides({ level: `f."level"`, reason: `f."reason"`, area: `a."level"` });
