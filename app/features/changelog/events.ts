import type { DomainEvent } from "~/platform/outbox/append.server";

/** `quiet` when nobody is to be told: it was announced before, or it comes from an import. */
export function announcementPublished(announcementId: number, { quiet }: { quiet: boolean }): DomainEvent {
  return { type: "announcement.published", payload: { announcementId, quiet } };
}

export function announcementWithdrawn(announcementId: number): DomainEvent {
  return { type: "announcement.withdrawn", payload: { announcementId } };
}

/** Text or links of a published entry are no longer what they were. Never a reason to tell anybody. */
export function announcementEdited(announcementId: number): DomainEvent {
  return { type: "announcement.edited", payload: { announcementId } };
}

/** A published entry now also answers these topics. */
export function announcementLinked(
  announcementId: number,
  topicIds: readonly number[],
  { quiet }: { quiet: boolean },
): DomainEvent {
  return { type: "announcement.linked", payload: { announcementId, topicIds: [...topicIds], quiet } };
}
