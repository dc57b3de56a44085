import type { Viewer } from "./port";

/** Everyone may find what is open to this word. */
export const publicAudience = "public";
/** Holders may also search the staff's notes, which live in an index of their own. */
export const staffAudience = "role:staff";

/**
 * The reader a search runs for. Call it only where rights are decided: whatever is listed here can be found,
 * counted and quoted by that reader.
 */
export function viewerWith(audience: readonly string[]): Viewer {
  return { audience: [...new Set(audience)].sort() } as unknown as Viewer;
}
