import { type ChangeObject, diffLines, diffWordsWithSpace } from "diff";

/** A run of a text that stayed, came or went. */
export interface Part {
  kind: "same" | "added" | "removed";
  text: string;
}

// Two unlike texts of 64,000 characters would take seconds to compare; coarser is quick, and as true.
const linesDeadlineMs = 150;
const wordsDeadlineMs = 50;
/** Of how much two passages must share before the words that stayed help more than they confuse. */
const leastShared = 0.4;
const words = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * What changed from one text to the next: by lines, and word by word within a passage that was reworded; Chinese by its
 * words too. A passage that was written anew is shown as gone and come.
 */
export function difference(before: string, after: string): Part[] {
  const lines = diffLines(before, after, { timeout: linesDeadlineMs });
  if (!lines) return reworded(before, after);
  const parts: Part[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [change, next] = [lines[at]!, lines[at + 1]];
    if (change.removed && next?.added) {
      parts.push(...reworded(change.value, next.value));
      at++;
    } else parts.push(partOf(change));
  }
  return parts;
}

function reworded(before: string, after: string): Part[] {
  const changes = diffWordsWithSpace(before, after, { intlSegmenter: words, timeout: wordsDeadlineMs });
  const shared = changes?.filter(({ added, removed }) => !added && !removed).map(({ value }) => value) ?? [];
  const share = lettersIn(shared.join("")) / Math.max(lettersIn(before), lettersIn(after), 1);
  if (changes && share >= leastShared) return changes.map(partOf);
  return [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
}

function partOf({ added, removed, value }: ChangeObject<string>): Part {
  return { kind: added ? "added" : removed ? "removed" : "same", text: value };
}

function lettersIn(text: string): number {
  return text.replace(/\s/g, "").length;
}
