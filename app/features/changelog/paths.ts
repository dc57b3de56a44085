export const changelogPath = "/changelog";
export const newAnnouncementPath = "/changelog/new";

export function announcementPath({ slug }: { slug: string }): string {
  return `/changelog/${encodeURIComponent(slug)}`;
}

export function editAnnouncementPath(announcement: { slug: string }): string {
  return `${announcementPath(announcement)}/edit`;
}

/** Publishing is POST there, withdrawing DELETE; the page shows what either would do. */
export function publicationPath(announcement: { slug: string }): string {
  return `${announcementPath(announcement)}/publication`;
}

/** Planning when it is published is POST there, taking that back DELETE. */
export function schedulePath(announcement: { slug: string }): string {
  return `${announcementPath(announcement)}/schedule`;
}

/** Who would be told of it. */
export function recipientsPath(announcement: { slug: string }): string {
  return `${announcementPath(announcement)}/recipients`;
}

/** POST a reaction there; members read there who reacted. */
export function announcementReactionsPath(announcement: { slug: string }): string {
  return `${announcementPath(announcement)}/reactions`;
}

export function announcementHistoryPath({ slug, version }: { slug: string; version?: number }): string {
  return `${announcementPath({ slug })}/history${version === undefined ? "" : `?version=${version}`}`;
}

/** The list with these filters; `month` is "2026-11", `after` a cursor. */
export function changelogListPath(query: {
  labels?: readonly string[];
  month?: string | null;
  after?: string | null;
}): string {
  const search = new URLSearchParams();
  for (const label of query.labels ?? []) search.append("label", label);
  if (query.month) search.set("month", query.month);
  if (query.after) search.set("after", query.after);
  return search.size > 0 ? `${changelogPath}?${search}` : changelogPath;
}
