import { controlTime } from "~/platform/http/utc-time";
import type { KnownIssue } from "~/features/topics/known-issue";

/** Fields of the form by name, as a browser sends them. */
export type KnownIssueValues = Record<string, string>;

/** What the form begins with; an issue taken back earlier begins with what was said then. */
export function valuesOf(issue: Omit<KnownIssue, "updates" | "mine" | "answers"> | null): KnownIssueValues {
  if (!issue) return { state: "investigating", version: "0" };
  return {
    state: issue.state,
    summary: issue.summary,
    workaround: issue.workaround,
    versions: issue.versions,
    announcement: issue.announcementId === null ? "" : String(issue.announcementId),
    urgent: issue.isUrgent ? "1" : "",
    "next-update": issue.nextUpdateAt ? controlTime(issue.nextUpdateAt) : "",
    version: String(issue.version),
  };
}
