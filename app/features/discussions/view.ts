import { isTopicSort, type TopicSort } from "~/features/topics/list-cursor";
import { type DiscussionKind, type DiscussionStatus, isDiscussionKind } from "~/features/topics/topic";

/** From here on a tab says "1,000+": counting on would cost more the larger the community is, and tell nobody more. */
export const mostCounted = 1_000;

export const discussionSorts = ["active", "affected", "newest"] as const satisfies readonly TopicSort[];
export type DiscussionSort = (typeof discussionSorts)[number];

/** What people look for when they narrow the list. */
export const statusGroups = ["open", "unanswered", "answered", "known-issue", "closed"] as const;
export type StatusGroup = (typeof statusGroups)[number];

/** What part of the list somebody looks at, and how: all of it stands in the address. */
export interface DiscussionView {
  kind: DiscussionKind | null;
  /** Slug of an area. */
  area: string | null;
  status: StatusGroup | null;
  sort: DiscussionSort;
  /** Slug of a tag. */
  tag: string | null;
  isFollowed: boolean;
  /** Only what holds something new to the reader. */
  isUnread: boolean;
  after: string | null;
}

/** Reads the address; whatever it does not know is left at what everybody sees first. */
export function readView(query: URLSearchParams): DiscussionView {
  const kind = query.get("kind");
  const status = query.get("status");
  const sort = query.get("sort");
  return {
    kind: isDiscussionKind(kind) ? kind : null,
    area: query.get("area") || null,
    status: statusGroups.find((group) => group === status) ?? null,
    sort: isTopicSort(sort) ? (discussionSorts.find((each) => each === sort) ?? "active") : "active",
    tag: query.get("tag") || null,
    isFollowed: query.get("following") === "1",
    isUnread: query.get("unread") === "1",
    after: query.get("after"),
  };
}

export function statusesIn(group: StatusGroup | null): readonly DiscussionStatus[] {
  switch (group) {
    case null:
    case "unanswered":
      return [];
    case "open":
      return ["open", "acknowledged", "investigating", "known-issue"];
    case "answered":
      return ["answered", "solved"];
    case "known-issue":
      return ["known-issue"];
    case "closed":
      return ["closed"];
  }
}
