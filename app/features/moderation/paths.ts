import { moderationPath } from "~/features/site/paths";
import { replyActionPath, topicActionPath } from "~/features/topics/paths";
import type { PostAddress, ReviewKind } from "./post";

export interface QueueView {
  kind?: ReviewKind;
  order?: "heaviest";
  /** Only what the reader claims. */
  isMine?: boolean;
  after?: string | null;
}

export function queuePath({ kind, order, isMine, after }: QueueView = {}): string {
  const query = new URLSearchParams();
  if (kind) query.set("kind", kind);
  if (order) query.set("order", order);
  if (isMine) query.set("mine", "1");
  if (after) query.set("after", after);
  return query.size > 0 ? `${moderationPath}?${query.toString()}` : moderationPath;
}

/** An item of the queue in full; POST decides it. */
export function reviewPath(id: number): string {
  return `${moderationPath}/${id}`;
}

/** POST claims, DELETE gives back. */
export function reviewClaimPath(id: number): string {
  return `${reviewPath(id)}/claim`;
}

/** What was taken away and why, for everybody. */
export function removalLogPath(after?: string | null): string {
  return `${moderationPath}/log${after ? `?after=${encodeURIComponent(after)}` : ""}`;
}

/** Where a post is reported; DELETE takes it back. */
export function flagPath({ number, replyId }: PostAddress): string {
  return replyId === undefined ? topicActionPath(number, "flag") : replyActionPath(number, replyId, "flag");
}

/** What the reader reported, and what became of it. */
export function ownFlagsPath(after?: number | null): string {
  return `/me/reports${after ? `?after=${after}` : ""}`;
}

/** A decision as the author of the post reads it; POST appeals. */
export function appealPath(decisionId: number): string {
  return `/appeals/${decisionId}`;
}

export const adminModerationPath = "/admin/moderation";
