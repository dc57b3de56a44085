import { isReplySort, type ReplyCursor } from "./reply-order";
import { topicPath } from "./paths";

/** What part of a topic somebody looks at: all of it stands in the address. */
export interface TopicView extends ReplyCursor {
  /** Id of the reply being answered. */
  replyTo?: number;
  /** Whether the answer begins with that reply, quoted. */
  isQuoting?: boolean;
}

/** Reads the address; whatever it does not know is left at what everybody sees first. */
export function readTopicView(query: URLSearchParams): TopicView {
  const sort = query.get("sort");
  return {
    sort: isReplySort(sort) ? sort : "oldest",
    from: idIn(query.get("from")),
    before: idIn(query.get("before")),
    replyTo: idIn(query.get("reply-to")),
    isQuoting: query.get("quote") === "1" || undefined,
  };
}

/** A topic seen that way. What everybody sees first is left out of the address. */
export function topicViewPath(
  topic: { number: number; slug: string },
  { sort, from, before, replyTo, isQuoting }: Partial<TopicView>,
): string {
  const query = new URLSearchParams();
  if (sort && sort !== "oldest") query.set("sort", sort);
  if (from !== undefined) query.set("from", String(from));
  if (before !== undefined) query.set("before", String(before));
  if (replyTo !== undefined) query.set("reply-to", String(replyTo));
  if (isQuoting) query.set("quote", "1");
  return topicPath(topic) + (query.size > 0 ? `?${query}` : "");
}

function idIn(text: string | null): number | undefined {
  const id = text && /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return id > 0 && id <= 2_147_483_647 ? id : undefined;
}
