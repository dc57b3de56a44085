import type { Segment } from "../port";

/** Private-use characters that documents are stripped of, so no text can forge a mark. */
export const hitStart = "\uE000";
export const hitEnd = "\uE001";

/** Cuts an answer at its marks. Meilisearch inserts them into raw text, which stays text. */
export function segmentsFrom(marked: string): Segment[] {
  const segments: Segment[] = [];
  const add = (text: string, hit: boolean) => {
    if (text !== "") segments.push({ text, hit });
  };
  for (const [index, part] of marked.split(hitStart).entries()) {
    if (index === 0) {
      add(part, false);
      continue;
    }
    const [hit = "", ...rest] = part.split(hitEnd);
    add(hit, true);
    add(rest.join(""), false);
  }
  return segments;
}
