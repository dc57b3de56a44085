import type { Actor } from "~/features/members/context";
import { mayReadAnnouncement } from "./policy";

/**
 * Who sees an announcement, as a condition on a row of "Announcement" under this alias: the same rule as
 * `mayReadAnnouncement`. Every query that shows announcements anywhere takes it; without it drafts would be public.
 */
export function visibleAnnouncements(actor: Actor | null, alias = "a"): string {
  return mayReadAnnouncement(actor, { status: "draft" }) ? "1 = 1" : publicAnnouncements(alias);
}

/** What everybody sees, and so what lists, feeds and counts are made of, for staff too. */
export function publicAnnouncements(alias = "a"): string {
  return `${alias}."status" = 'published'`;
}
