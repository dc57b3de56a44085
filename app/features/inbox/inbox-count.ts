import type { InboxFilters } from "./filters";

/** Beyond it a page says "more than": counting on would cost more with every row and tell nobody more. */
export const mostCounted = 999;

export interface InboxCount {
  filters: InboxFilters;
  /** `mostCounted` and one stands for all above. */
  count: number;
}
