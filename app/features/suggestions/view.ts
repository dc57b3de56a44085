import type { SuggestionStatus } from "./suggestion";

export const suggestionTabs = ["open", "planned", "started", "shipped", "declined"] as const;
/** "all" is shown where a state would hide what the reader looks for: among their own. */
export type SuggestionTab = (typeof suggestionTabs)[number] | "all";

/** What the roadmap shows: from decided to done. */
export const roadmapColumns = ["planned", "started", "shipped"] as const;
export type RoadmapColumn = (typeof roadmapColumns)[number];

/** From here on a tab says "1,000+": counting on would cost more the larger the community is, and tell nobody more. */
export const mostCounted = 1_000;

export type TabCounts = Record<Exclude<SuggestionTab, "all">, number>;

export const suggestionSorts = ["trending", "top", "new", "unanswered", "changed"] as const;
export type SuggestionSort = (typeof suggestionSorts)[number];

/** What the address of the list asks for. */
export interface SuggestionView {
  tab: SuggestionTab;
  sort: SuggestionSort;
  /** Slug of the only area shown. */
  area: string | null;
  /** Slug of the only tag shown. */
  tag: string | null;
  /** Only what the reader posted. */
  isMine: boolean;
  /** Only what the reader votes for. */
  isVoted: boolean;
  /** Only what holds something new to the reader. */
  isUnread: boolean;
  /** Where the page before ended, as topics' cursor writes it. */
  after: string | null;
}

/** The states that stand under a tab; null when the tab shows every one. */
export function statusesOf(tab: SuggestionTab): readonly SuggestionStatus[] | null {
  if (tab === "all") return null;
  return tab === "open" ? ["open", "under-review"] : [tab];
}

/** Reads an address. What it asks for in unknown words is shown as if it had not been asked. */
export function readView(query: URLSearchParams): SuggestionView {
  const isMine = query.get("mine") === "1";
  const isVoted = query.get("mine") === "voted";
  const isUnread = query.get("unread") === "1";
  const tab = query.get("status");
  return {
    tab: oneOf([...suggestionTabs, "all"] as const, tab) ?? firstTab({ isMine, isVoted, isUnread }),
    sort: oneOf(suggestionSorts, query.get("sort")) ?? "trending",
    area: query.get("area") || null,
    tag: query.get("tag") || null,
    isMine,
    isVoted,
    isUnread,
    after: query.get("after") || null,
  };
}

/** What a list opens with: among one's own, whatever became of them; else what can be voted for. */
export function firstTab(
  view: Partial<Pick<SuggestionView, "isMine" | "isVoted" | "isUnread">>,
): SuggestionTab {
  return view.isMine || view.isVoted || view.isUnread ? "all" : "open";
}

function oneOf<Word extends string>(words: readonly Word[], asked: string | null): Word | undefined {
  return words.find((word) => word === asked);
}
