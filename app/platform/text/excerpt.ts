import { simpleText } from "./count-characters";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const isWordPart = /[\p{L}\p{N}\p{M}'’_]/u;
const isHan = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
const looseEnd = /[\s\p{Pd}\p{Ps}\p{Pi},;:，；：、·]+$/u;

/**
 * The beginning of a plain text on one line, at most `maxCharacters` long with the "…" that marks a cut. Latin words stay
 * whole; Han text, which has no spaces, is cut after any character. Never splits an emoji or an accented letter.
 */
export function excerpt(text: string, maxCharacters: number): string {
  // Work is bound to the length wanted, not to the length stored; white space that folds away is allowed for.
  const sampleLength = maxCharacters * 8 + 200;
  const line = text.slice(0, sampleLength).replace(/\s+/g, " ").trim();
  // One more than wanted tells whether there is a rest.
  const characters = firstCharacters(line, maxCharacters + 1);
  if (text.length <= sampleLength && characters.length <= maxCharacters) return line;

  const kept = characters.slice(0, Math.max(maxCharacters - 1, 0));
  const next = characters[kept.length] ?? "";
  const shortest = Math.floor(kept.length * 0.6);
  let end = kept.length;
  if (isLatinWordPart(next)) {
    while (end > shortest && isLatinWordPart(kept[end - 1] ?? "")) end--;
    if (end === shortest) end = kept.length; // one word longer than a good part of the space: cut inside it
  }
  return kept.slice(0, end).join("").replace(looseEnd, "") + "…";
}

/** Pages make dozens of excerpts, and finding the borders of characters takes longer than anything else in them. */
function firstCharacters(line: string, count: number): string[] {
  const beginning = line.slice(0, count);
  // What comes after might belong to the last of them.
  if (simpleText.test(line.slice(0, count + 1))) return beginning.split("");
  const characters: string[] = [];
  for (const { segment } of graphemes.segment(line)) {
    if (characters.length >= count) break;
    characters.push(segment);
  }
  return characters;
}

function isLatinWordPart(character: string): boolean {
  return isWordPart.test(character) && !isHan.test(character);
}
