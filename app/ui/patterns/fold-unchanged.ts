export interface ChangedPart {
  kind: "same" | "added" | "removed";
  text: string;
}

export type ShownPart = ChangedPart | { kind: "folded"; text: string };

/** About two lines of what stands before and after a change, so that its place is recognised. */
const contextCharacters = 160;
/** Less than this is read faster than it is unfolded. */
const leastFolded = 320;

/** Folds away the middle of long runs that stayed, so that a small change in a long text is found. */
export function foldUnchanged(parts: readonly ChangedPart[]): ShownPart[] {
  // A text that did not change at all is what the reader came for.
  if (parts.every(({ kind }) => kind === "same")) return [...parts];
  return parts.flatMap((part, index): ShownPart[] => {
    if (part.kind !== "same") return [part];
    const start = index === 0 ? 0 : endOfHead(part.text);
    const end = index === parts.length - 1 ? part.text.length : startOfTail(part.text);
    if (end - start < leastFolded) return [part];
    return [
      { kind: "same" as const, text: part.text.slice(0, start) },
      { kind: "folded" as const, text: part.text.slice(start, end) },
      { kind: "same" as const, text: part.text.slice(end) },
    ].filter(({ text }) => text !== "");
  });
}

/** Ends of lines are the best places to cut, then of sentences, then of words; a place within a word is the last. */
const cuts = [/\n/g, /[.!?](?=\s)|[。！？；]/g, /\s|[，、]/g];

function endOfHead(text: string): number {
  for (const cut of cuts) {
    const places = [...text.slice(0, contextCharacters).matchAll(cut)];
    if (places.length > 0) return places.at(-1)!.index + 1;
  }
  return whole(text, contextCharacters);
}

function startOfTail(text: string): number {
  const from = Math.max(0, text.length - contextCharacters);
  for (const cut of cuts) {
    const [place] = text.slice(from).matchAll(cut);
    if (place) return from + place.index + 1;
  }
  return whole(text, from);
}

/** Not between the halves of one character. */
function whole(text: string, at: number): number {
  const isHalf = /[\uDC00-\uDFFF]/.test(text[at] ?? "");
  return isHalf ? at - 1 : at;
}
