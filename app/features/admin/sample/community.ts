import type { OfficialType } from "~/features/official/official-reply";
import type { TopicKind, TopicStatus } from "~/features/topics/topic";

// The texts of the sample community are data of the site that installs it, like the names of its areas: they are written
// once in each of the two languages and never shown as words of the interface.

/** Four members and one of the team. Their names say what they are. */
export const sampleMembers = [
  { name: "sample-member-1", displayName: "Sample member 1" },
  { name: "示例成员-2", displayName: "示例成员 2" },
  { name: "sample-member-3", displayName: "Sample member 3" },
  { name: "示例成员-4", displayName: "示例成员 4" },
  { name: "sample-team", displayName: "Sample team 示例团队", isStaff: true },
] as const;

/** Place in `sampleMembers`. */
export type SampleAuthor = 0 | 1 | 2 | 3 | 4;
export const team: SampleAuthor = 4;

interface SampleReply {
  author: SampleAuthor;
  /** Place of the reply it answers in this list; left out, it answers the topic. */
  to?: number;
  /** After the topic was opened. */
  hours: number;
  body: string;
  official?: { type: OfficialType; status?: TopicStatus; isAnnounced?: boolean };
  isSolution?: boolean;
}

export interface SampleTopic {
  kind: TopicKind;
  /** The first of these the site has; its first area when it has none. */
  areas: readonly string[];
  author: SampleAuthor;
  daysAgo: number;
  title: string;
  body: string;
  replies: readonly SampleReply[];
  /** How many sample members vote for it, or have it too. */
  supporters?: number;
}

export interface SampleAnnouncement {
  daysAgo: number;
  release: string;
  title: string;
  body: string;
}
