import type { NoticeType } from "./notice";

/** Something that happened, as notices hold it: ids and values, no sentences. */
export interface Fact {
  /** Names it: a member is told of one fact once. */
  key: string;
  type: NoticeType;
  topicId?: number;
  replyId?: number;
  announcementId?: number;
  /** Whoever did it is not told. */
  actorId?: number;
  data?: Record<string, string | number>;
}

/** To whom it matters. */
export type Audience =
  /** Who follows all of it hears of replies; the team's word and the status reach those too who want only that. */
  | { of: "followers"; topicId: number; news: "reply" | "official" }
  /** Who reported a known issue or has it, and was not told of an earlier fix that worked. */
  | { of: "waiting-for-fix"; topicId: number; toldBefore: string | null }
  /** Voters, followers and those affected of all topics an announcement answers. */
  | { of: "askers"; announcementId: number }
  /** Named ones; who muted the topic is left out. */
  | { of: "members"; ids: number[]; topicId: number | null };

export interface Telling {
  fact: Fact;
  audience: Audience;
}
