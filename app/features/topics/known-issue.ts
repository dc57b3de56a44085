import type { Person } from "./person";

/** How far the team is with a problem it knows of, in order. */
export const knownIssueStates = ["investigating", "identified", "testing", "fixed"] as const;
export type KnownIssueState = (typeof knownIssueStates)[number];

export interface KnownIssueUpdate {
  id: number;
  state: KnownIssueState;
  /** Sanitised markup. */
  bodyHtml: string;
  by: Pick<Person, "name" | "displayName">;
  createdAt: Date;
}

/** What the team says of a problem it knows. */
export interface KnownIssue {
  state: KnownIssueState;
  /** One line or two, plain text. */
  summary: string;
  /** Markdown, and its sanitised markup. */
  workaround: string;
  workaroundHtml: string;
  /** Of the product, as people write them: "2.4.0 to 2.4.2". */
  versions: string;
  isUrgent: boolean;
  nextUpdateAt: Date | null;
  /** The entry of the changelog that fixes it, public or not yet. */
  announcementId: number | null;
  version: number;
  createdAt: Date;
  fixedAt: Date | null;
  /** Answers to "did this solve it?" since it was fixed. */
  answers: { confirmed: number; denied: number };
  doubtedAt: Date | null;
  /** The latest first. */
  updates: KnownIssueUpdate[];
  /** What the reader answered to the fix that stands now. */
  mine: "yes" | "no" | null;
}

/** True while the status of its topic still says so: a problem that became something else is no known issue any more. */
export function isKnownIssue({ kind, status }: { kind: string; status: string }): boolean {
  return kind === "problem" && (status === "known-issue" || status === "solved");
}
