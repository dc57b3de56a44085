import type { DomainEvent } from "~/platform/outbox/append.server";
import type { ReactionKind, ReactionTarget } from "./reaction";
import type { Origin } from "./topic";

/** Nobody is told of what was taken over from elsewhere or made up as a sample. */
function quiet(origin: Origin): { quiet?: true } {
  return origin === "posted" ? {} : { quiet: true };
}

export function topicOpened(topicId: number, origin: Origin): DomainEvent {
  return { type: "topic.opened", payload: { topicId, ...quiet(origin) } };
}

/** A topic and all its replies came from elsewhere in one piece. */
export function topicImported(topicId: number): DomainEvent {
  return { type: "topic.imported", payload: { topicId, quiet: true } };
}

export function topicEdited(topicId: number): DomainEvent {
  return { type: "topic.edited", payload: { topicId } };
}

export function topicDeleted(topicId: number): DomainEvent {
  return { type: "topic.deleted", payload: { topicId } };
}

export function topicRestored(topicId: number): DomainEvent {
  return { type: "topic.restored", payload: { topicId } };
}

/** Nobody but its author and moderators sees it, until it is released. */
export function topicHeld(topicId: number): DomainEvent {
  return { type: "topic.held", payload: { topicId } };
}

export function topicReleased(topicId: number): DomainEvent {
  return { type: "topic.released", payload: { topicId } };
}

/** It stands in no list any more; who has its address still reads what others said. */
export function topicUnlisted(topicId: number): DomainEvent {
  return { type: "topic.unlisted", payload: { topicId } };
}

export function topicMoved(topicId: number, fromAreaId: number, toAreaId: number): DomainEvent {
  return { type: "topic.moved", payload: { topicId, fromAreaId, toAreaId } };
}

export function topicPinned(topicId: number, scope: string): DomainEvent {
  return { type: "topic.pinned", payload: { topicId, scope } };
}

export function topicUnpinned(topicId: number): DomainEvent {
  return { type: "topic.unpinned", payload: { topicId } };
}

/** Its tags are other ones now, here or because a tag was renamed, merged or deleted. */
export function topicTagged(topicId: number): DomainEvent {
  return { type: "topic.tagged", payload: { topicId } };
}

export function topicLocked(topicId: number): DomainEvent {
  return { type: "topic.locked", payload: { topicId } };
}

export function topicUnlocked(topicId: number): DomainEvent {
  return { type: "topic.unlocked", payload: { topicId } };
}

export function topicFollowed(topicId: number, memberId: number, level: string): DomainEvent {
  return { type: "topic.followed", payload: { topicId, memberId, level } };
}

/** `level` is null when the member took their word on the area back. */
export function areaFollowed(areaId: number, memberId: number, level: string | null): DomainEvent {
  return { type: "area.followed", payload: { areaId, memberId, level } };
}

/** `quiet` when it stands for a change made long ago, elsewhere. */
export function statusChanged(
  topicId: number,
  change: { from: string; to: string; isQuiet: boolean },
): DomainEvent {
  const { from, to, isQuiet } = change;
  return { type: "topic.status-changed", payload: { topicId, from, to, ...(isQuiet && { quiet: true }) } };
}

/** No reply is the solution any more: it was taken back, or deleted. */
export function topicUnsolved(topicId: number, replyId: number): DomainEvent {
  return { type: "topic.unsolved", payload: { topicId, replyId } };
}

/** The team says that it knows the problem; `again` when it had been fixed, or taken back, before. */
export function knownIssueDeclared(
  topicId: number,
  { isAgain, isQuiet }: { isAgain: boolean; isQuiet: boolean },
): DomainEvent {
  const payload = { topicId, again: isAgain, ...(isQuiet && { quiet: true }) };
  return { type: "known-issue.declared", payload };
}

/**
 * Fixed: everybody affected is to be told and asked whether it worked. Once for each fix; who was told of an earlier one
 * (at `toldBefore`) hears of this one only after saying that it failed. `listToTellOfFix` names them.
 */
export function knownIssueFixed(
  topicId: number,
  {
    toldBefore,
    replyId,
    announcementId,
    isQuiet,
  }: { toldBefore: Date | null; replyId?: number; announcementId?: number; isQuiet: boolean },
): DomainEvent {
  const cause = {
    ...(replyId && { replyId }),
    ...(announcementId && { announcementId }),
    ...(isQuiet && { quiet: true }),
  };
  return {
    type: "known-issue.fixed",
    payload: { topicId, toldBefore: toldBefore?.toISOString() ?? null, ...cause },
  };
}

export function replyPosted(topicId: number, replyId: number, origin: Origin): DomainEvent {
  return { type: "reply.posted", payload: { topicId, replyId, ...quiet(origin) } };
}

/** `isSilent` when not even those it newly mentions are to hear of it. */
export function replyEdited(
  topicId: number,
  replyId: number,
  { isSilent = false }: { isSilent?: boolean } = {},
): DomainEvent {
  return { type: "reply.edited", payload: { topicId, replyId, ...(isSilent && { quiet: true }) } };
}

/** The text of an official reply means something else now; `version` is that of the text that was replaced. */
export function officialEdited(topicId: number, replyId: number, version: number): DomainEvent {
  return { type: "official.edited", payload: { topicId, replyId, version } };
}

export function replyDeleted(topicId: number, replyId: number): DomainEvent {
  return { type: "reply.deleted", payload: { topicId, replyId } };
}

export function replyRestored(topicId: number, replyId: number): DomainEvent {
  return { type: "reply.restored", payload: { topicId, replyId } };
}

export function replyHeld(topicId: number, replyId: number): DomainEvent {
  return { type: "reply.held", payload: { topicId, replyId } };
}

export function replyReleased(topicId: number, replyId: number): DomainEvent {
  return { type: "reply.released", payload: { topicId, replyId } };
}

export function reactionGiven(target: ReactionTarget, memberId: number, kind: ReactionKind): DomainEvent {
  return { type: "reaction.given", payload: { ...target, memberId, kind } };
}

export function reactionWithdrawn(target: ReactionTarget, memberId: number, kind: ReactionKind): DomainEvent {
  return { type: "reaction.withdrawn", payload: { ...target, memberId, kind } };
}
