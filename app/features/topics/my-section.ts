import { myPath } from "~/features/members/paths";

/** Lists of a member's own page that hold topics. */
export const topicSections = ["posted", "voted", "following", "affected"] as const;
export type TopicSection = (typeof topicSections)[number];

export const shownSections = [...topicSections, "bookmarks", "drafts"] as const;
export type MySection = (typeof shownSections)[number];

export function mySectionPath(section: MySection): string {
  return section === "posted" ? myPath : `${myPath}/${section}`;
}

export function bookmarkPath(id: number): string {
  return `${mySectionPath("bookmarks")}/${id}`;
}
