import { votePath } from "~/features/suggestions/paths";
import { topicActionPath } from "~/features/topics/paths";
import type { SearchLanguage } from "~/platform/search-engine/port";
import type { ResultKind } from "./question";

/** Something posted before that may be what somebody is about to post. */
export interface SimilarThing {
  board: "discussion" | "suggestion" | "announcement";
  kind: ResultKind;
  /** Public number of a topic; null for an announcement. */
  number: number | null;
  url: string;
  title: string;
  /** What helps most of it: see `answerBy`; the beginning of the text itself where nobody has answered. */
  excerpt: string;
  /** Whose words the excerpt is: what the team says of a known issue, its newest official reply, or the solution. */
  answerBy: "known-issue" | "team" | "solution" | null;
  /** What its reader can do instead of posting: say that they have it too, or vote for it. */
  act: "affect" | "vote" | null;
  /** The reader did so already. */
  isMine: boolean;
  language: SearchLanguage;
  /** Null for an announcement. */
  status: string | null;
  votes: number;
  affected: number;
  /** Version an announcement is about. */
  release: string;
  /** How much of the asked title's weight this one shares, 0 to 1. */
  score: number;
}

/** Where the script counts the reader in, having kept what they write. */
export function countPathOf(act: "affect" | "vote", number: number): string {
  return act === "vote" ? votePath({ number }) : topicActionPath(number, "affected");
}
