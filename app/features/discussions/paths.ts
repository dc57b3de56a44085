import type { DiscussionKind } from "~/features/topics/topic";
import type { DiscussionView } from "./view";

export const discussionsPath = "/discussions";

interface Begun {
  kind?: DiscussionKind;
  area?: string | null;
  title?: string | null;
}

/** The form for a new one, with what is chosen or typed already. */
export function newDiscussionPath({ kind, area, title }: Begun = {}): string {
  const query = new URLSearchParams();
  if (kind) query.set("kind", kind);
  if (area) query.set("area", area);
  if (title) query.set("title", title);
  return `/discussions/new${query.size > 0 ? `?${query}` : ""}`;
}

/** The list as somebody looks at it. What everybody sees first is left out of the address. */
export function discussionListPath(view: Partial<DiscussionView>): string {
  const { kind, area, status, sort, tag, isFollowed, isUnread, after } = view;
  const query = new URLSearchParams();
  if (isFollowed) query.set("following", "1");
  if (isUnread) query.set("unread", "1");
  if (kind) query.set("kind", kind);
  if (area) query.set("area", area);
  if (status) query.set("status", status);
  if (tag) query.set("tag", tag);
  if (sort && sort !== "active") query.set("sort", sort);
  if (after) query.set("after", after);
  return query.size > 0 ? `${discussionsPath}?${query}` : discussionsPath;
}
