import type { Actor } from "~/features/members/context";
import { isModerator, isStaff } from "~/features/members/role";

/** What permissions need to know of a topic. */
export interface TopicFacts {
  authorId: number;
  status: string;
  deletedAt: Date | null;
  heldAt: Date | null;
  lockedAt: Date | null;
}

export interface ReplyFacts {
  authorId: number;
  deletedAt: Date | null;
  heldAt: Date | null;
  isOfficial: boolean;
}

type Hideable = Pick<TopicFacts, "authorId" | "deletedAt" | "heldAt">;

/** Without it the address of a deleted or held topic would show it. `visibleWhere` says the same in SQL. */
export function mayRead(actor: Actor | null, item: Hideable): boolean {
  if (item.deletedAt) return isModerator(actor);
  return !item.heldAt || actor?.id === item.authorId || isModerator(actor);
}

/** Whether everybody may read it. */
export function isOpen({ deletedAt, heldAt }: Pick<Hideable, "deletedAt" | "heldAt">): boolean {
  return !deletedAt && !heldAt;
}

export function mayReply(actor: Actor | null, topic: TopicFacts): boolean {
  return actor !== null && takesReplies(topic) && mayRead(actor, topic);
}

/** Locked, merged and deleted topics stand as they are. */
export function takesReplies(topic: Pick<TopicFacts, "status" | "deletedAt" | "lockedAt">): boolean {
  return !topic.deletedAt && !topic.lockedAt && topic.status !== "merged";
}

/** The author, or staff, whose edits stand in the public history under their own name. */
export function mayEditTopic(actor: Actor | null, topic: TopicFacts): boolean {
  if (!actor || topic.deletedAt || !mayRead(actor, topic)) return false;
  return isStaff(actor) || (actor.id === topic.authorId && !topic.lockedAt);
}

/** An official reply speaks for the team: any of the team may correct it, its author only while on the team. */
export function mayEditReply(actor: Actor | null, topic: TopicFacts, reply: ReplyFacts): boolean {
  if (!actor || topic.deletedAt || reply.deletedAt || !mayRead(actor, topic)) return false;
  if (reply.isOfficial) return isStaff(actor);
  return isStaff(actor) || (actor.id === reply.authorId && !topic.lockedAt);
}

export function mayDeleteTopic(actor: Actor | null, topic: TopicFacts): boolean {
  if (!actor || topic.deletedAt) return false;
  return actor.id === topic.authorId || isModerator(actor);
}

export function mayRestoreTopic(actor: Actor | null, topic: TopicFacts): boolean {
  return topic.deletedAt !== null && isModerator(actor);
}

export function mayDeleteReply(actor: Actor | null, topic: TopicFacts, reply: ReplyFacts): boolean {
  if (!actor || topic.deletedAt || reply.deletedAt) return false;
  if (reply.isOfficial) return isStaff(actor);
  return actor.id === reply.authorId || isModerator(actor);
}

/** History is public where the text is, but for what was not while it stood: see `mayReadAllVersions`. */
export function mayReadHistory(actor: Actor | null, topic: TopicFacts, reply?: ReplyFacts): boolean {
  return mayRead(actor, topic) && (!reply || mayRead(actor, reply));
}

/** Texts that were held when they were replaced stay between their author and those who decide about them. */
export function mayReadAllVersions(actor: Actor | null, { authorId }: Pick<Hideable, "authorId">): boolean {
  return actor?.id === authorId || isModerator(actor);
}

export function mayFollow(actor: Actor | null, topic: TopicFacts): boolean {
  return actor !== null && !topic.deletedAt && mayRead(actor, topic);
}

export function mayLock(actor: Actor | null): boolean {
  return isStaff(actor);
}

export function mayMove(actor: Actor | null): boolean {
  return isStaff(actor);
}

export function mayPin(actor: Actor | null): boolean {
  return isStaff(actor);
}

/** The author and staff say what a topic is about; tags the team reserved are left to staff. */
export function mayTag(actor: Actor | null, topic: TopicFacts): boolean {
  return mayEditTopic(actor, topic);
}
