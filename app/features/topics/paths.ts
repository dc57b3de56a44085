import type { ReplySort } from "./reply-order";
import { type DraftForm, draftKey } from "./draft-form";

interface TopicAddress {
  number: number;
  slug: string;
}

/** Where a topic is read. The number finds it; the slug tells people what they would open. */
export function topicPath({ number, slug }: TopicAddress): string {
  return slug ? `/t/${number}/${encodeURIComponent(slug)}` : `/t/${number}`;
}

/** Leads to the page and place where a reply is shown, wherever that is now, in the order it is asked for. */
export function replyPath(number: number, replyId: number, sort?: ReplySort): string {
  return `/t/${number}/replies/${replyId}${sort && sort !== "oldest" ? `?sort=${sort}` : ""}`;
}

/** The reply and everything below it on a page of its own, from the reply `from` on. */
export function branchPath(number: number, replyId: number, from?: number): string {
  return `${replyPath(number, replyId)}/branch${from === undefined ? "" : `?from=${from}`}`;
}

export function replyAnchor(replyId: number): string {
  return `reply-${replyId}`;
}

/** The composer under the topic, answering a reply when one is given. */
export function composePath(topic: TopicAddress, replyId?: number): string {
  return `${topicPath(topic)}${replyId === undefined ? "" : `?reply-to=${replyId}`}#compose`;
}

/** The composer, beginning with a reply as a quote. */
export function quotePath(topic: TopicAddress, replyId: number): string {
  return `${topicPath(topic)}?reply-to=${replyId}&quote=1#compose`;
}

/** Tags in use that fit what is typed. */
export const tagSuggestionsPath = "/-/tags";

/** What can be done to a topic, each at an address of its own under it. No slug may be one of these words. */
export const topicActions = [
  "edit",
  "history",
  "delete",
  "replies",
  "solution",
  "affected",
  "follow",
  "lock",
  "status",
  "area",
  "official",
  "known-issue",
  "fix-answer",
  "pin",
  "tags",
  "unread",
  "reactions",
  "bookmark",
  "claim",
  "owner",
  "notes",
  "saved-reply",
  "merged",
  "flag",
] as const;
export type TopicAction = (typeof topicActions)[number];

/** Where something is done to a topic; the change itself is a POST there. */
export function topicActionPath(number: number, action: TopicAction): string {
  return `/t/${number}/${action}`;
}

/** Where a member says how much of an area reaches them. */
export function areaFollowPath(slug: string): string {
  return `/areas/${encodeURIComponent(slug)}/follow`;
}

/** Who reacted, by name, under the address reactions are sent to. */
export function reactedPath(reactionsPath: string): string {
  return `${reactionsPath}/people`;
}

export function replyActionPath(
  number: number,
  replyId: number,
  action: "edit" | "history" | "delete" | "reactions" | "bookmark" | "flag",
): string {
  return `${replyPath(number, replyId)}/${action}`;
}

/** Where a member takes everything as read. */
export const allReadPath = "/all-read";

/** All that the reader left unfinished. */
export const draftsPath = "/me/drafts";

/** POST keeps a form as a draft, DELETE throws it away; opened, it leads to the form. */
export function draftPath(form: DraftForm): string {
  return `${draftsPath}/${encodeURIComponent(draftKey(form))}`;
}

/** Answers `?q=` with those who may be meant after an "@", whoever takes part in the topic first. */
export function mentionsPath(number?: number): string {
  return `/mentions${number === undefined ? "" : `?topic=${number}`}`;
}
