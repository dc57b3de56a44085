import type { FollowLevel, FollowReason } from "./follow-level";
import type { Board, TopicStatus } from "./topic";

/** One more says that there are more. */
export const mostNewReplies = 99;

export interface MyTopic {
  id: number;
  number: number;
  slug: string;
  board: Board;
  title: string;
  language: string;
  status: TopicStatus;
  counts: { replies: number; votes: number; affected: number };
  lastActivityAt: Date;
  /** What reaches the member, and why; null where they do not follow it. */
  follow: { level: FollowLevel; reason: FollowReason } | null;
  /** What others did in it since the member last looked. */
  news: { replies: number; isOfficial: boolean; isStatus: boolean };
}
