import type { StatusChange, StatusChanges } from "~/features/site/status-change";
import { type Board, discussionStatuses } from "./topic";

/** What the site changed about a status of suggestions; nothing for a word that discussions have too, unless it is theirs. */
export function statusChange(
  changes: StatusChanges,
  { status, board }: { status: string; board?: Board },
): StatusChange | undefined {
  if (board === "discussion") return undefined;
  const isShared = (discussionStatuses as readonly string[]).includes(status);
  return isShared && board !== "suggestion" ? undefined : changes[status];
}
