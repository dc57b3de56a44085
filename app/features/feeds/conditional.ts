/**
 * True when whoever asks has this version already. A tag they name decides alone; the time is for those who know none
 * (https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2).
 */
export function isUnchanged(
  request: Headers,
  { etag, lastModified }: { etag: string; lastModified: Date },
): boolean {
  const known = request.get("if-none-match");
  if (known !== null)
    return known.split(",").some((tag) => tag.trim() === "*" || opaque(tag) === opaque(etag));
  const since = Date.parse(request.get("if-modified-since") ?? "");
  // HTTP times have whole seconds.
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}

/** Compressing on the way turns a strong tag into a weak one of the same content. */
function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}
