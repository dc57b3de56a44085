import { inboxPath } from "~/features/site/paths";
import { topicActionPath } from "~/features/topics/paths";
import { filtersInQuery, type InboxFilters } from "./filters";

export interface InboxView extends InboxFilters {
  /** Cursor of the page before. */
  after?: string | null;
  /** Number of the topic shown beside the list. */
  open?: number | null;
}

export function inboxViewPath({ after, open, ...filters }: InboxView): string {
  const query = filtersInQuery(filters);
  if (after) query.set("after", after);
  if (open) query.set("open", String(open));
  return query.size > 0 ? `${inboxPath}?${query.toString()}` : inboxPath;
}

/** POST says "I answer this", DELETE that one does not. */
export function claimPath(number: number): string {
  return topicActionPath(number, "claim");
}

/** POST says who sees to it. */
export function ownerPath(number: number): string {
  return topicActionPath(number, "owner");
}
