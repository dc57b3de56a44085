import { firstTab, type SuggestionView } from "./view";

export const suggestionsPath = "/suggestions";
export const newSuggestionPath = "/suggestions/new";
export const roadmapPath = "/roadmap";

/** Where a vote is cast (POST) and withdrawn (DELETE). */
export function votePath({ number }: { number: number }): string {
  return `/suggestions/${number}/vote`;
}

/** Where staff decide what becomes of a suggestion. */
export function statusPath({ number }: { number: number }): string {
  return `/suggestions/${number}/status`;
}

/** Where staff merge a suggestion (POST) and take it apart again (DELETE). */
export function mergePath({ number }: { number: number }, into?: number): string {
  return `/suggestions/${number}/merge${into === undefined ? "" : `?into=${into}`}`;
}

/** Who votes for a suggestion; where staff vote for somebody. */
export function votersPath({ number }: { number: number }, after?: string | null): string {
  return `/suggestions/${number}/voters${after ? `?after=${after}` : ""}`;
}

/** What was said under the suggestions that were merged into this one. */
export function mergedRepliesPath({ number }: { number: number }, from?: number): string {
  return `/t/${number}/merged${from === undefined ? "" : `?from=${from}`}`;
}

/** The id of what a suggestion's key stands in, on any page. */
export function voteAnchor(number: number): string {
  return `suggestion-${number}`;
}

/** The place on the page being read that a vote comes back to. */
export function votePlace(page: string, number: number): string {
  return `${page}#${voteAnchor(number)}`;
}

/** The list as somebody looks at it. What everybody sees first is left out of the address. */
export function suggestionListPath({
  tab,
  sort,
  area,
  tag,
  isMine,
  isVoted,
  isUnread,
  after,
}: Partial<SuggestionView>): string {
  const query = new URLSearchParams();
  if (isMine) query.set("mine", "1");
  if (isVoted) query.set("mine", "voted");
  if (isUnread) query.set("unread", "1");
  if (tab && tab !== firstTab({ isMine, isVoted, isUnread })) query.set("status", tab);
  if (sort && sort !== "trending") query.set("sort", sort);
  if (area) query.set("area", area);
  if (tag) query.set("tag", tag);
  if (after) query.set("after", after);
  return query.size > 0 ? `${suggestionsPath}?${query}` : suggestionsPath;
}
