/** What the team says by it. The words are shown on the letter and never change their meaning. */
export const officialTypes = [
  "answer",
  "workaround",
  "known-issue",
  "fixed-in",
  "planned",
  "declined",
  "by-design",
  "needs-information",
] as const;
export type OfficialType = (typeof officialTypes)[number];

/** A topic as far as an official reply may act on it. */
export interface TopicKind {
  board: string;
  kind: string;
}

export const maxLinkedAnnouncements = 10;

type Family = "problem" | "talk" | "suggestion";

/**
 * The statuses a letter of a type may set, by what the topic is; the first is what it usually means. A type that is
 * missing makes no sense there: a question is no known issue.
 */
const statusesByType: Record<Family, Partial<Record<OfficialType, readonly string[]>>> = {
  problem: {
    answer: ["answered", "acknowledged", "investigating", "solved", "closed"],
    workaround: ["known-issue", "investigating", "acknowledged", "answered"],
    "known-issue": ["known-issue", "investigating"],
    "fixed-in": ["solved", "answered"],
    planned: ["known-issue", "acknowledged", "investigating"],
    declined: ["closed"],
    "by-design": ["answered", "closed"],
    "needs-information": ["acknowledged", "investigating", "open"],
  },
  talk: {
    answer: ["answered", "acknowledged", "solved", "closed"],
    workaround: ["answered", "acknowledged"],
    "fixed-in": ["solved", "answered"],
    planned: ["acknowledged", "answered"],
    declined: ["closed", "answered"],
    "by-design": ["answered", "closed"],
    "needs-information": ["acknowledged", "open"],
  },
  suggestion: {
    answer: ["under-review", "open"],
    workaround: ["under-review", "open", "planned"],
    "fixed-in": ["shipped"],
    planned: ["planned", "started"],
    declined: ["declined"],
    "by-design": ["declined"],
    "needs-information": ["under-review", "open"],
  },
};

export function isOfficialType(value: unknown): value is OfficialType {
  return officialTypes.includes(value as OfficialType);
}

/** The types that make sense on such a topic, in their own order. */
export function typesFor(topic: TopicKind): OfficialType[] {
  const known = statusesByType[familyOf(topic)];
  return officialTypes.filter((type) => known[type]);
}

/** What a letter of this type may make of the topic; empty when the type has no place there. */
export function statusesFor(type: OfficialType, topic: TopicKind): readonly string[] {
  return statusesByType[familyOf(topic)][type] ?? [];
}

/** Every status some official reply may set on such a topic, for a form that cannot know the type yet. */
export function settableStatuses(topic: TopicKind): string[] {
  return [...new Set(typesFor(topic).flatMap((type) => statusesFor(type, topic)))];
}

/** "merged" is nobody's word: it is undone by taking the two apart, so no letter sets or leaves it. */
export function maySetStatusBy(
  type: OfficialType,
  topic: TopicKind & { status: string },
  status: string,
): boolean {
  return topic.status !== "merged" && statusesFor(type, topic).includes(status);
}

function familyOf({ board, kind }: TopicKind): Family {
  if (board === "suggestion") return "suggestion";
  return kind === "problem" ? "problem" : "talk";
}
