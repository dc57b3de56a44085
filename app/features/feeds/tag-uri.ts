/**
 * Ids that stay when addresses change: https://www.rfc-editor.org/rfc/rfc4151. The year only says when the name was the
 * site's own; it must never be changed, or every reader sees every entry again.
 */
export function tagUri(authority: string, path: string): string {
  return `tag:${authority},2026:${path}`;
}
