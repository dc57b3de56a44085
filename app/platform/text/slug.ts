// Widths as a browser shows them: a Han character is as wide as two letters (and takes nine in the encoded address).
const maxWidth = 60;
const separators = /[^\p{L}\p{N}\p{M}]+/u;
const combiningLatinMarks = /(?<=[\p{Script=Latin}\p{M}])[\u0300-\u036F]+/gu;
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{20000}-\u{3FFFD}]/u;

/**
 * Readable part of an address from a title: lower-case words joined by "-", accents dropped, Chinese kept. Well-formed, so
 * `encodeURIComponent` never throws, and short. Empty when the title has no letters or digits; addresses also carry a number.
 */
export function slug(title: string): string {
  const letters = title
    .slice(0, 500)
    .replace(/\p{Surrogate}/gu, "")
    .normalize("NFKD")
    .replace(combiningLatinMarks, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "");
  let made = "";
  for (const word of letters.split(separators)) {
    if (!word) continue;
    const joined = made ? `${made}-${word}` : word;
    if (widthOf(joined) > maxWidth) return made ? extend(made, word) : cut(word, maxWidth);
    made = joined;
  }
  return made;
}

/** A Han run is one long word without spaces, so a part of it still says something; part of a Latin word does not. */
function extend(made: string, word: string): string {
  const part = cut(word, maxWidth - widthOf(made) - 1);
  return wide.test(word) && part ? `${made}-${part}` : made;
}

function cut(word: string, width: number): string {
  let used = 0;
  let kept = "";
  for (const character of word) {
    used += widthOf(character);
    if (used > width) break;
    kept += character;
  }
  return kept;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}
