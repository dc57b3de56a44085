const maxCodePointsPerCharacter = 10;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Texts in which every unit is a character of its own: most English and Chinese, with their dashes and quotes. */
export const simpleText =
  /^[\n\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u3000-\u3029\u3030-\u3096\u30a0-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;

/**
 * Characters as a person counts them: 👨‍👩‍👧 is one, and so is a letter with its accents. One of them may be built of any
 * number of code points, so long ones count again after every ten: 120 characters are never more than 1,200 code points.
 * For titles and names; use countCodePoints for bodies, which is several times faster.
 */
export function countCharacters(text: string): number {
  if (simpleText.test(text)) return text.length;
  let count = 0;
  for (const { segment } of graphemes.segment(text)) {
    count += segment.length === 1 ? 1 : Math.ceil(countCodePoints(segment) / maxCodePointsPerCharacter);
  }
  return count;
}

/** Unicode code points: 𠮷 is one although it takes two units in JavaScript. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const isPairStart = isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1));
    if (isPairStart) index++;
    count++;
  }
  return count;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
