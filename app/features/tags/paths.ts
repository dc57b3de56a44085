export const tagsPath = "/tags";

/** What carries a tag, in both boards. */
export function tagPath(slug: string): string {
  return `/tags/${encodeURIComponent(slug)}`;
}

/** Where staff rename, merge, reserve and delete it. */
export function editTagPath(slug: string): string {
  return `${tagPath(slug)}/edit`;
}
